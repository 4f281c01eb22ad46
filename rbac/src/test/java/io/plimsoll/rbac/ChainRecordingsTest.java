package io.plimsoll.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.authz.AccessReviews;
import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.authz.AuthorizationFilter;
import io.plimsoll.core.authz.Review;
import io.plimsoll.core.authz.Union;
import io.plimsoll.core.authz.WriteAuthorization;
import io.plimsoll.core.authz.WriteAuthorization.Write;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.impersonation.ImpersonationFilter;
import io.plimsoll.core.impersonation.ImpersonationFilter.Outcome;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.request.User;
import io.plimsoll.testkit.Conformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What authorizers, reviews, impersonation and the rule against escalation say, against the recordings of a real API server; without
 * the other stages of its chain.
 */
@Tag("conformance")
class ChainRecordingsTest {

  private final List<String> problems = new ArrayList<>();
  private int compared;

  private static List<ChainScenario> scenarios(String group) throws IOException {
    Path file = Conformance.suite("chain").data().resolve("chain").resolve(group + ".json");
    Assumptions.assumeTrue(Files.exists(file), () -> "no " + file);
    Value root = Value.parseJson(Source.of(group, Files.readString(file)));
    return Fields.of(root).list("scenarios", ChainScenario::new);
  }

  private void same(String what, Object expected, Object actual) {
    compared++;
    if (!expected.equals(actual)) {
      problems.add(what + "\n  expected: " + expected + "\n  actual:   " + actual);
    }
  }

  private void finish(int atLeast) {
    assertThat(problems).isEmpty();
    assertThat(compared).isGreaterThanOrEqualTo(atLeast);
  }

  @Test
  void authorizersAndReviewsAnswerAsRecorded() throws IOException {
    for (ChainScenario scenario : scenarios("authorization")) {
      Union authorizer = scenario.authorizer();
      Cluster cluster = scenario.cluster();
      for (Fields step : scenario.steps()) {
        authorization(scenario.name(), step, authorizer, cluster);
      }
    }
    finish(300);
  }

  private void authorization(String name, Fields step, Union authorizer, Cluster cluster) {
    Fields request = Fields.of(step.value("request"));
    Fields response = Fields.of(step.value("response"));
    if (!request.has("user")) {
      return;
    }
    User user = ChainScenario.user(request);
    Attributes attributes = ChainPaths.attributes(request);
    Authorization answer = authorizer.authorize(cluster, user, attributes);
    annotations(name, response, answer, allowing(cluster, user, attributes));
    if (answer.isAllowed()) {
      review(name, step, user, attributes, authorizer, cluster);
    } else if (answer.error().isPresent()) {
      String text =
          AuthorizationFilter.internalError(request.text("path"), answer.error().get());
      // What follows quotes Go's decoder.
      int json = text.indexOf("json parse error: ");
      String compared = json < 0 ? text : text.substring(0, json);
      same(
          name,
          compared,
          response
              .text("text")
              .substring(0, Math.min(compared.length(), response.text("text").length())));
    } else if (response.has("status")) {
      same(
          name,
          response.tree().get("status"),
          withoutMetadata(AuthorizationFilter.forbidden(user, attributes, answer.reason())));
    }
  }

  /** Which of several bindings that allow the same is named is a matter of chance. */
  private void annotations(
      String name, Fields response, Authorization answer, List<String> allowing) {
    Fields expected = Fields.of(response.value("auditAnnotations"));
    AuthorizationFilter.auditAnnotations(answer).forEach((key, value) -> {
      boolean chance = allowing.contains(expected.text(key)) && allowing.contains(value);
      same(name + " " + key, expected.text(key), chance ? expected.text(key) : value);
    });
  }

  private static List<String> allowing(Cluster cluster, User user, Attributes attributes) {
    return cluster.index(RbacAuthorizer.INDEX).why(user, attributes).grants().stream()
        .map(grant -> "RBAC: allowed by " + grant)
        .toList();
  }

  private static MappingValue withoutMetadata(Status status) {
    return status.toTree().without("metadata");
  }

  private void review(
      String name,
      Fields step,
      User user,
      Attributes attributes,
      Union authorizer,
      Cluster cluster) {
    MappingValue body =
        Fields.of(Fields.of(step.value("request")).value("body")).tree();
    Review review = switch (attributes.resource()) {
      case "subjectaccessreviews" -> AccessReviews.subjectAccessReview(body, cluster, authorizer);
      case "selfsubjectaccessreviews" ->
        AccessReviews.selfSubjectAccessReview(body, user, cluster, authorizer);
      case "localsubjectaccessreviews" ->
        AccessReviews.localSubjectAccessReview(body, attributes.namespace(), cluster, authorizer);
      case "selfsubjectrulesreviews" ->
        AccessReviews.selfSubjectRulesReview(body, user, cluster, authorizer);
      case "selfsubjectreviews" -> AccessReviews.selfSubjectReview(user, "2026-01-01T00:00:00Z");
      default -> null;
    };
    Fields response = Fields.of(step.value("response"));
    if (review instanceof Review.Answered answered && response.has("object")) {
      same(name, unordered(response.tree().get("object")), unordered(answered.object()));
    } else if (review instanceof Review.Refused refused) {
      same(name, response.tree().get("status"), withoutMetadata(refused.status()));
    }
  }

  /** The order of the rules of a review means nothing, and times are left out of the recordings. */
  private static Value unordered(Value object) {
    MappingValue tree = (MappingValue) object;
    if (tree.get("metadata") instanceof MappingValue metadata) {
      tree = tree.with("metadata", metadata.without("creationTimestamp"));
    }
    if (tree.get("status") instanceof MappingValue status) {
      for (String list : List.of("resourceRules", "nonResourceRules")) {
        if (status.get(list) instanceof SequenceValue rules) {
          List<Value> sorted = new ArrayList<>(
              rules.items().stream().map(ChainRecordingsTest::sorted).toList());
          sorted.sort((a, b) -> a.toString().compareTo(b.toString()));
          status = status.with(list, SequenceValue.of(sorted));
        }
      }
      tree = tree.with("status", status);
    }
    return tree;
  }

  private static Value sorted(Value rule) {
    MappingValue tree = (MappingValue) rule;
    for (String key : List.copyOf(tree.keys())) {
      if (tree.get(key) instanceof SequenceValue list) {
        List<Value> items = new ArrayList<>(list.items());
        items.sort((a, b) -> a.toString().compareTo(b.toString()));
        tree = tree.with(key, SequenceValue.of(items));
      }
    }
    return tree;
  }

  @Test
  void impersonationAnswersAsRecorded() throws IOException {
    for (ChainScenario scenario : scenarios("impersonation")) {
      Union authorizer = scenario.authorizer();
      boolean constrained = !Boolean.FALSE.equals(
          Fields.of(scenario.server().value("featureGates")).bool("ConstrainedImpersonation"));
      ImpersonationFilter filter = constrained
          ? ImpersonationFilter.constrained(authorizer)
          : ImpersonationFilter.legacy(authorizer);
      for (Fields step : scenario.steps()) {
        impersonation(scenario, step, filter, authorizer);
      }
    }
    finish(150);
  }

  private void impersonation(
      ChainScenario scenario, Fields step, ImpersonationFilter filter, Union authorizer) {
    Fields request = Fields.of(step.value("request"));
    Fields response = Fields.of(step.value("response"));
    Attributes attributes = ChainPaths.attributes(request);
    Cluster cluster = scenario.cluster();
    User requestor = ChainScenario.user(request);
    Outcome outcome =
        filter.apply(ChainScenario.http(request), requestor, attributes, cluster, Optional.empty());
    if (outcome instanceof Outcome.Refused refused) {
      same(scenario.name(), response.tree().get("status"), withoutMetadata(refused.status()));
      return;
    }
    User user = requestor;
    if (outcome instanceof Outcome.Impersonated impersonated) {
      user = impersonated.user();
      Fields metadata = Fields.of(response.value("authenticationMetadata"));
      same(
          scenario.name() + " metadata",
          metadata.text("impersonationConstraint"),
          impersonated.authenticationMetadata().getOrDefault("impersonationConstraint", ""));
      Fields expected = Fields.of(response.value("impersonatedUser"));
      if (response.has("impersonatedUser")) {
        same(scenario.name() + " user", expected.text("username"), user.name());
        same(scenario.name() + " groups", expected.strings("groups"), user.groups());
      }
    }
    authorizationAs(scenario.name(), step, user, attributes, authorizer, cluster);
  }

  private void authorizationAs(
      String name,
      Fields step,
      User user,
      Attributes attributes,
      Union authorizer,
      Cluster cluster) {
    Fields response = Fields.of(step.value("response"));
    Authorization answer = authorizer.authorize(cluster, user, attributes);
    annotations(name, response, answer, allowing(cluster, user, attributes));
    if (answer.isAllowed()) {
      review(name, step, user, attributes, authorizer, cluster);
    } else {
      same(
          name,
          response.tree().get("status"),
          withoutMetadata(AuthorizationFilter.forbidden(user, attributes, answer.reason())));
    }
  }

  @Test
  void escalationIsRefusedAsRecorded() throws IOException {
    for (ChainScenario scenario : scenarios("rbac-escalation")) {
      Union authorizer = scenario.authorizer();
      Cluster cluster = scenario.cluster();
      for (Fields step : scenario.steps()) {
        cluster = escalation(scenario, step, authorizer, cluster);
      }
    }
    finish(60);
  }

  private Cluster escalation(
      ChainScenario scenario, Fields step, Union authorizer, Cluster cluster) {
    Fields request = Fields.of(step.value("request"));
    Fields response = Fields.of(step.value("response"));
    Attributes attributes = ChainPaths.attributes(request);
    User user = ChainScenario.user(request);
    Optional<WriteAuthorization> rule = RbacWriteAuthorization.all().stream()
        .filter(one -> one.kind()
            .equalsIgnoreCase(
                attributes.resource().substring(0, attributes.resource().length() - 1)))
        .findFirst();
    boolean patch = request.text("method").equals("PATCH");
    if (!authorizer.authorize(cluster, user, attributes).isAllowed()
        || rule.isEmpty()
        || !(request.value("body") instanceof MappingValue body)
        || List.of("DELETE", "GET").contains(request.text("method"))) {
      return cluster;
    }
    ObjectRef ref = new ObjectRef(
        rule.get().apiVersion(), rule.get().kind(), attributes.namespace(), attributes.name());
    Optional<KubeObject> old = attributes.name().isEmpty() ? Optional.empty() : cluster.find(ref);
    boolean merge = patch && request.text("contentType").contains("merge-patch");
    MappingValue object = merge && old.isPresent() ? merged(old.get().tree(), body) : body;
    boolean isNew = old.isEmpty();
    Optional<Status> refusal = rule.get()
        .refusal(new Write(
            cluster,
            user,
            authorizer,
            attributes,
            object,
            isNew ? null : old.get().tree()));
    int code = response.int32("code");
    if (refusal.isPresent()) {
      same(scenario.name(), response.tree().get("status"), withoutMetadata(refusal.get()));
    } else {
      same(scenario.name() + " is no escalation", false, code == 403);
    }
    return code < 300 ? cluster.with(KubeObject.of(withNamespace(object, attributes))) : cluster;
  }

  private static MappingValue withNamespace(MappingValue object, Attributes attributes) {
    Value metadata = object.get("metadata");
    return attributes.namespace().isEmpty() || !(metadata instanceof MappingValue map)
        ? object
        : object.with("metadata", map.with("namespace", ScalarValue.of(attributes.namespace())));
  }

  /** RFC 7386. */
  private static MappingValue merged(MappingValue target, MappingValue patch) {
    MappingValue result = target;
    for (int i = 0; i < patch.size(); i++) {
      Value value = patch.value(i);
      if (value.isNull()) {
        result = result.without(patch.key(i));
      } else if (value instanceof MappingValue map) {
        Value before = result.get(patch.key(i));
        result = result.with(
            patch.key(i),
            merged(before instanceof MappingValue known ? known : MappingValue.empty(), map));
      } else {
        result = result.with(patch.key(i), value);
      }
    }
    return result;
  }

  @Test
  void serversStartOrDoNotAsRecorded() throws IOException {
    for (ChainScenario scenario : scenarios("configuration")) {
      Set<String> settings = new HashSet<>(scenario.server().names());
      settings.retainAll(Set.of("authorizationModes", "abacPolicy", "authorizationConfiguration"));
      Fields response = Fields.of(scenario.steps().get(0).value("response"));
      if (settings.isEmpty() || response.text("startError").contains("must evaluate to bool")) {
        continue;
      }
      String error = "";
      try {
        scenario.authorizer();
      } catch (IllegalArgumentException refused) {
        error = refused.getMessage();
      }
      int json = error.indexOf("json parse error: ");
      String expected = response.text("startError");
      same(
          scenario.name(),
          json < 0 ? expected : expected.substring(0, expected.indexOf("json parse error: ")),
          json < 0 ? error : error.substring(0, json));
    }
    finish(9);
  }
}
