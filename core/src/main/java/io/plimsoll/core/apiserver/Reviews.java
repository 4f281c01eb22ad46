package io.plimsoll.core.apiserver;

import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.authz.AccessReviews;
import io.plimsoll.core.authz.Authorizer;
import io.plimsoll.core.authz.Review;
import io.plimsoll.core.authz.RuleResolver;
import io.plimsoll.core.authz.SubjectRules;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Stamps;
import java.util.Optional;
import java.util.Set;

/** Requests that ask the server something and store nothing: who am I, may I, whose token is this. */
final class Reviews {

  private static final Set<String> RESOURCES = Set.of(
      "subjectaccessreviews.authorization.k8s.io",
      "localsubjectaccessreviews.authorization.k8s.io",
      "selfsubjectaccessreviews.authorization.k8s.io",
      "selfsubjectrulesreviews.authorization.k8s.io",
      "selfsubjectreviews.authentication.k8s.io",
      "tokenreviews.authentication.k8s.io");

  private final Authorizer authorizer;
  private final RuleResolver rules;
  private final TokenReviews tokens;
  private final AdmissionChain admission;
  private final Bodies bodies;

  Reviews(Authorizer authorizer, TokenReviews tokens, AdmissionChain admission, Bodies bodies) {
    this.authorizer = authorizer;
    this.rules = authorizer instanceof RuleResolver resolver
        ? resolver
        : (cluster, user, namespace) ->
            SubjectRules.unlisted("the authorizer does not support user rule resolution");
    this.tokens = tokens;
    this.admission = admission;
    this.bodies = bodies;
  }

  boolean handles(Scope scope) {
    return RESOURCES.contains(scope.resource().name() + "." + scope.resource().group());
  }

  Response create(Exchange exchange, Target target) throws Refusal {
    RequestOptions options = RequestOptions.of(RequestOptions.CREATE, exchange.request());
    options.check(false);
    MappingValue sent = bodies.decode(exchange, target, options.fieldValidation());
    MappingValue placed = Placement.inNamespace(sent, target.scope());
    AdmissionAttributes attributes =
        target.attributes(exchange, Operation.CREATE, options, placed, Optional.empty());
    MappingValue object = admission.admit(exchange, attributes).object().orElse(placed);
    Review answer = answer(exchange, target.scope(), object);
    if (answer instanceof Review.Refused refused) {
      throw Refusal.of(refused.status());
    }
    admission.validate(exchange, attributes.withObject(object));
    MappingValue answered = Bodies.written(target, ((Review.Answered) answer).object());
    return exchange.answer(201, new Response.Body.OfObject(answered));
  }

  private Review answer(Exchange exchange, Scope scope, MappingValue object) throws Refusal {
    Cluster cluster = exchange.state().cluster();
    return switch (scope.resource().kind()) {
      case "SubjectAccessReview" -> AccessReviews.subjectAccessReview(object, cluster, authorizer);
      case "LocalSubjectAccessReview" ->
        AccessReviews.localSubjectAccessReview(object, scope.namespace(), cluster, authorizer);
      case "SelfSubjectAccessReview" ->
        AccessReviews.selfSubjectAccessReview(object, exchange.user(), cluster, authorizer);
      case "SelfSubjectRulesReview" ->
        AccessReviews.selfSubjectRulesReview(object, exchange.user(), cluster, rules);
      case "SelfSubjectReview" ->
        AccessReviews.selfSubjectReview(
            exchange.user(), Stamps.time(exchange.state().now()).text());
      default -> tokens.answer(exchange, object);
    };
  }
}
