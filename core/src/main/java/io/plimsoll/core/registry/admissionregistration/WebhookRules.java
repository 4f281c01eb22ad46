package io.plimsoll.core.registry.admissionregistration;

import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.SelectorRules;
import io.plimsoll.core.registry.WebhookClientRules;
import io.plimsoll.core.validation.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One webhook of a configuration. Mirrors {@code validateValidatingWebhook} and {@code validateMutatingWebhook} of {@code
 * pkg/apis/admissionregistration/validation}.
 */
final class WebhookRules {

  static final List<String> FAILURE_POLICIES = List.of("Fail", "Ignore");
  static final List<String> REINVOCATION_POLICIES = List.of("IfNeeded", "Never");

  private static final List<String> SIDE_EFFECTS =
      List.of("None", "NoneOnDryRun", "Some", "Unknown");
  private static final List<String> NO_SIDE_EFFECTS = List.of("None", "NoneOnDryRun");
  private static final List<String> REVIEW_VERSIONS = List.of("v1", "v1beta1");
  private static final long LONGEST_TIMEOUT = 30;

  private final Part webhook;
  private final Leniency leniency;
  private final boolean mutating;

  /**
   * What a webhook may have because one of the old configuration has it.
   *
   * @param sideEffects side effects
   * @param unknownVersions no version of reviews that the server knows
   * @param sameNames the name of another
   * @param invalidSelectors values that no label has
   */
  record Leniency(
      boolean sideEffects, boolean unknownVersions, boolean sameNames, boolean invalidSelectors) {

    static final Leniency NONE = new Leniency(false, false, false, false);

    static Leniency of(List<Part> old) {
      Set<String> names = new HashSet<>();
      return new Leniency(
          !old.stream().allMatch(hook -> NO_SIDE_EFFECTS.contains(hook.text("sideEffects"))),
          !old.stream().allMatch(Leniency::hasKnownVersion),
          !old.stream().allMatch(hook -> names.add(hook.text("name"))),
          old.stream().anyMatch(Leniency::hasInvalidSelector));
    }

    private static boolean hasKnownVersion(Part webhook) {
      List<String> versions = webhook.strings("admissionReviewVersions");
      return versions.isEmpty() || versions.stream().anyMatch(REVIEW_VERSIONS::contains);
    }

    private static boolean hasInvalidSelector(Part webhook) {
      return List.of("namespaceSelector", "objectSelector").stream()
          .filter(webhook::has)
          .anyMatch(field ->
              !SelectorRules.errors(webhook.at(field), webhook.selector(field)).isEmpty());
    }
  }

  WebhookRules(Part webhook, Leniency leniency, boolean mutating) {
    this.webhook = webhook;
    this.leniency = leniency;
    this.mutating = mutating;
  }

  void check() {
    checkName();
    webhook.list("rules").forEach(OperationRules::check);
    oneOf("failurePolicy", FAILURE_POLICIES);
    oneOf("matchPolicy", MatchResourcesRules.POLICIES);
    List<String> allowed = leniency.sideEffects() ? SIDE_EFFECTS : NO_SIDE_EFFECTS;
    if (!webhook.has("sideEffects")) {
      webhook.required("sideEffects", "must specify one of " + String.join(", ", allowed));
    }
    oneOf("sideEffects", allowed);
    long timeout = webhook.number("timeoutSeconds");
    if (webhook.has("timeoutSeconds") && (timeout > LONGEST_TIMEOUT || timeout < 1)) {
      webhook.invalid(
          "timeoutSeconds",
          "the timeout value must be between 1 and " + LONGEST_TIMEOUT + " seconds");
    }
    for (String field : List.of("namespaceSelector", "objectSelector")) {
      webhook
          .errors()
          .addAll(SelectorRules.errors(
              webhook.at(field), webhook.selector(field), leniency.invalidSelectors()));
    }
    if (mutating) {
      oneOf("reinvocationPolicy", REINVOCATION_POLICIES);
    }
    checkClient();
    MatchConditionRules.check(webhook, "matchConditions");
    checkReviewVersions();
  }

  /** The name is that of a host: {@code IsFullyQualifiedName}. */
  private void checkName() {
    String name = webhook.text("name");
    if (name.isEmpty()) {
      webhook.required("name", "");
      return;
    }
    List<String> errors = Names.dnsSubdomainErrors(name);
    if (!errors.isEmpty()) {
      webhook.invalid("name", List.of(String.join(",", errors)));
    } else if (name.split("\\.", -1).length < 3) {
      webhook.invalid(
          "name", List.of("should be a domain with at least three segments separated by dots"));
    }
  }

  private void oneOf(String field, List<String> known) {
    if (webhook.has(field) && !known.contains(webhook.text(field))) {
      webhook.notSupported(field, known);
    }
  }

  private void checkClient() {
    Part client = webhook.object("clientConfig");
    if (client.has("url") == client.has("service")) {
      webhook.required("clientConfig", "exactly one of url or service is required");
    } else if (client.has("url")) {
      WebhookClientRules.checkUrl(client, "url");
    } else {
      WebhookClientRules.checkService(client.object("service"), "namespace", "name");
    }
  }

  private void checkReviewVersions() {
    List<String> versions = webhook.strings("admissionReviewVersions");
    String known = String.join(", ", REVIEW_VERSIONS);
    if (versions.isEmpty()) {
      webhook.required("admissionReviewVersions", "must specify one of " + known);
      return;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < versions.size(); i++) {
      String version = versions.get(i);
      List<String> errors =
          seen.add(version) ? Names.dns1035LabelErrors(version) : List.of("duplicate version");
      for (String error : errors) {
        webhook.error(
            FieldError.invalid(webhook.at("admissionReviewVersions").index(i), version, error));
      }
    }
    if (!leniency.unknownVersions() && versions.stream().noneMatch(REVIEW_VERSIONS::contains)) {
      webhook.invalid("admissionReviewVersions", "must include at least one of " + known);
    }
  }
}
