package io.plimsoll.core.authz;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.request.User;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The reviews that an API server answers: may somebody do this, and who am I. Mirrors {@code pkg/registry/authorization} and {@code
 * pkg/registry/authentication/selfsubjectreview}.
 *
 * <p>The objects are those that clients create, decoded: what is unknown is gone, and values have the types of the API.
 */
public final class AccessReviews {

  private static final String GROUP = "authorization.k8s.io";
  private static final String VERSION = GROUP + "/v1";

  private AccessReviews() {}

  /** Answers a {@code SubjectAccessReview}: may the user it names do what it says. */
  public static Review subjectAccessReview(
      MappingValue object, Cluster cluster, Authorizer authorizer) {
    AccessReview review = AccessReview.of(object);
    List<FieldError> errors = ReviewValidation.subject(review);
    errors.addAll(ReviewValidation.metadata(object, List.of(), "must be empty"));
    return errors.isEmpty()
        ? answer("SubjectAccessReview", review, review.user(), cluster, authorizer)
        : invalid(errors);
  }

  /**
   * Answers a {@code LocalSubjectAccessReview}: may the user it names do what it says in its namespace.
   *
   * @param namespace the namespace of the request
   */
  public static Review localSubjectAccessReview(
      MappingValue object, String namespace, Cluster cluster, Authorizer authorizer) {
    AccessReview review = AccessReview.of(object);
    List<FieldError> errors = ReviewValidation.subject(review);
    errors.addAll(ReviewValidation.metadata(
        object, List.of("namespace"), "must be empty except for namespace"));
    errors.addAll(ReviewValidation.local(review));
    if (!errors.isEmpty()) {
      return invalid(errors);
    }
    if (namespace.isEmpty()) {
      return new Review.Refused(Status.badRequest("namespace is required on this type: "));
    }
    if (!namespace.equals(review.namespace())) {
      return new Review.Refused(Status.badRequest(
          "spec.resourceAttributes.namespace must match namespace: " + namespace));
    }
    return answer("LocalSubjectAccessReview", review, review.user(), cluster, authorizer);
  }

  /** Answers a {@code SelfSubjectAccessReview}: may the user who asks do what it says. */
  public static Review selfSubjectAccessReview(
      MappingValue object, User user, Cluster cluster, Authorizer authorizer) {
    AccessReview review = AccessReview.of(object);
    List<FieldError> errors = ReviewValidation.attributes(review);
    errors.addAll(ReviewValidation.metadata(object, List.of(), "must be empty"));
    return errors.isEmpty()
        ? answer("SelfSubjectAccessReview", review.withoutSubject(), user, cluster, authorizer)
        : invalid(errors);
  }

  private static Review answer(
      String kind, AccessReview review, User user, Cluster cluster, Authorizer authorizer) {
    Authorization answer = authorizer.authorize(cluster, user, review.attributes());
    if (answer.isUnsupported()) {
      return new Review.Refused(AuthorizationFilter.unsupported(answer));
    }
    List<String> errors = new ArrayList<>();
    answer.error().ifPresent(errors::add);
    errors.addAll(review.selectorErrors());
    SubjectAccessReviewStatus status = new SubjectAccessReviewStatus(
        answer.isAllowed(),
        answer.decision() == Authorization.Decision.DENY,
        answer.reason(),
        String.join("; ", errors));
    Map<String, Value> tree = header(VERSION, kind, review.metadata());
    tree.put("spec", review.spec());
    tree.put("status", status.toTree());
    return new Review.Answered(MappingValue.of(tree));
  }

  private static Review invalid(List<FieldError> errors) {
    return new Review.Refused(Status.invalid(GROUP, "", "", errors));
  }

  /** Answers a {@code SelfSubjectRulesReview}: what may the user who asks do in a namespace. */
  public static Review selfSubjectRulesReview(
      MappingValue object, User user, Cluster cluster, RuleResolver resolver) {
    String namespace = Fields.of(Fields.of(object).value("spec")).text("namespace");
    if (namespace.isEmpty()) {
      return new Review.Refused(Status.badRequest("no namespace on request"));
    }
    Map<String, Value> tree = header(VERSION, "SelfSubjectRulesReview", MappingValue.empty());
    tree.put("spec", MappingValue.empty());
    tree.put("status", resolver.rulesFor(cluster, user, namespace).toTree());
    return new Review.Answered(MappingValue.of(tree));
  }

  /**
   * Answers a {@code SelfSubjectReview}: who am I.
   *
   * @param creationTimestamp the time of the request, as objects have it
   */
  public static Review selfSubjectReview(User user, String creationTimestamp) {
    Map<String, Value> tree = header(
        "authentication.k8s.io/v1",
        "SelfSubjectReview",
        MappingValue.of(Map.of("creationTimestamp", ScalarValue.of(creationTimestamp))));
    tree.put("status", MappingValue.of(Map.of("userInfo", user.toUserInfo())));
    return new Review.Answered(MappingValue.of(tree));
  }

  private static Map<String, Value> header(String apiVersion, String kind, MappingValue metadata) {
    Map<String, Value> tree = new LinkedHashMap<>();
    tree.put("kind", ScalarValue.of(kind));
    tree.put("apiVersion", ScalarValue.of(apiVersion));
    tree.put("metadata", metadata);
    return tree;
  }
}
