package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.admission.TestCall;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.validation.Strategies;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** A backend that answers as told and remembers what it was asked, and configurations for it. */
final class Hooks implements WebhookBackend {

  static final String POD =
      "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop}, spec: {containers: [{name: c}]}}";
  static final String SHOP =
      "{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {team: blue}}}";
  static final String PODS =
      "rules: [{operations: ['*'], apiGroups: [''], apiVersions: [v1], resources: [pods]}]";

  private final Map<String, Function<Call, Answer>> answers = new LinkedHashMap<>();
  private final List<Call> calls = new ArrayList<>();

  /** Returns a webhook of a configuration, which accepts reviews of version v1 and does no harm. */
  static String hook(String name, String more) {
    return "{name: " + name + ", clientConfig: {url: 'https://hooks.example.com/" + name
        + "'}, sideEffects: None, admissionReviewVersions: [v1], " + more + "}";
  }

  /** Returns a configuration. */
  static String configuration(String kind, String name, String... hooks) {
    return "{apiVersion: admissionregistration.k8s.io/v1, kind: " + kind
        + "WebhookConfiguration, metadata: {name: " + name + "}, webhooks: ["
        + String.join(", ", hooks) + "]}";
  }

  /** Lets a webhook answer with what a response has besides its UID. */
  Hooks answer(String name, String response) {
    answers.put(name, call -> {
      MappingValue said = TestCall.tree("{" + response + "}");
      Value uid = Objects.requireNonNull(request(call).get("uid"));
      return new Answer.Reviewed(
          TestCall.tree("{apiVersion: admission.k8s.io/v1, kind: AdmissionReview}")
              .with("response", said.with("uid", uid)));
    });
    return this;
  }

  /** Lets a webhook answer with a whole review. */
  Hooks review(String name, String review) {
    answers.put(name, call -> new Answer.Reviewed(TestCall.tree(review)));
    return this;
  }

  /** Lets the function behind a webhook throw an exception. */
  Hooks throwing(String name, RuntimeException exception) {
    answers.put(name, call -> {
      throw exception;
    });
    return this;
  }

  /** Lets the function behind a webhook return nothing. */
  Hooks silent(String name) {
    answers.put(name, call -> null);
    return this;
  }

  /** Lets a webhook change an object by a JSON patch. */
  Hooks patch(String name, String patch) {
    String encoded = Base64.getEncoder().encodeToString(patch.getBytes(StandardCharsets.UTF_8));
    return answer(name, "allowed: true, patchType: JSONPatch, patch: " + encoded);
  }

  @Override
  public Answer call(Call call) {
    calls.add(call);
    return answers.getOrDefault(call.webhook(), Call::timedOut).apply(call);
  }

  /** Returns the names of the webhooks that were called, in order. */
  List<String> called() {
    return calls.stream().map(Call::webhook).toList();
  }

  /** Returns the request of a call. */
  MappingValue request(int call) {
    return request(calls.get(call));
  }

  private static MappingValue request(Call call) {
    return Fields.of(call.review().get("request")).tree();
  }

  MutatingAdmissionWebhook mutating() {
    return new MutatingAdmissionWebhook(this, ObjectVersions.of(Strategies.of(List.of())));
  }

  ValidatingAdmissionWebhook validating() {
    return new ValidatingAdmissionWebhook(this, ObjectVersions.of(Strategies.of(List.of())));
  }
}
