package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** When a container is started again. Mirrors {@code validateContainerRestartPolicy} and {@code validateResizePolicy}. */
final class RestartRules {

  private static final List<String> POLICIES = List.of("Always", "Never", "OnFailure");
  private static final List<String> ACTIONS = List.of("Restart", "RestartAllContainers");
  private static final List<String> OPERATORS = List.of("In", "NotIn");
  private static final List<String> RESIZED = List.of("cpu", "memory");
  private static final List<String> RESIZE_POLICIES = List.of("NotRequired", "RestartContainer");
  private static final int MAX_RULES = 20;
  private static final int MAX_CODES = 255;

  private RestartRules() {}

  /** The policy of the container itself, and the rules that go before it. */
  static void check(Part container) {
    if (!container.has("restartPolicy")) {
      if (checkNoRules(container)) {
        return;
      }
    } else if (!POLICIES.contains(container.text("restartPolicy"))) {
      container.notSupported("restartPolicy", POLICIES);
    }
    List<Part> rules = container.list("restartPolicyRules");
    if (rules.size() > MAX_RULES) {
      container.error(
          FieldError.tooMany(container.at("restartPolicyRules"), rules.size(), MAX_RULES));
    }
    rules.forEach(RestartRules::rule);
  }

  /** Without a policy there are no rules; returns whether there are none. */
  static boolean checkNoRules(Part container) {
    boolean none = container.list("restartPolicyRules").isEmpty();
    if (!none) {
      container.required("restartPolicy", "must specify restartPolicy when restart rules are used");
    }
    return none;
  }

  private static void rule(Part rule) {
    if (!ACTIONS.contains(rule.text("action"))) {
      rule.notSupported("action", ACTIONS);
    }
    if (!rule.has("exitCodes")) {
      rule.required("exitCodes", "must be specified");
      return;
    }
    Part codes = rule.object("exitCodes");
    if (!OPERATORS.contains(codes.text("operator"))) {
      codes.notSupported("operator", OPERATORS);
    }
    int count = codes.value("values") instanceof SequenceValue values ? values.size() : 0;
    if (count > MAX_CODES) {
      codes.error(FieldError.tooMany(codes.at("values"), count, MAX_CODES));
    }
  }

  /** Whether a container is started again when its resources change. */
  static void resize(Part container, PodContext pod) {
    boolean never = pod.spec().text("restartPolicy").equals("Never");
    Set<String> resources = new HashSet<>();
    for (Part policy : container.list("resizePolicy")) {
      if (!resources.add(policy.text("resourceName"))) {
        policy.error(new FieldError(
            FieldError.Type.DUPLICATE, policy.path(), policy.json("resourceName"), ""));
      }
      // Upstream names the list where it means one of its fields.
      oneOf(container, policy, "resourceName", RESIZED);
      oneOf(container, policy, "restartPolicy", RESIZE_POLICIES);
      if (never && !policy.text("restartPolicy").equals("NotRequired")) {
        container.error(FieldError.invalidPrinted(
            container.at("resizePolicy"),
            policy.json("restartPolicy"),
            "must be 'NotRequired' when pod `restartPolicy` is 'Never'"));
      }
    }
  }

  private static void oneOf(Part container, Part policy, String field, List<String> known) {
    String value = policy.text(field);
    if (value.isEmpty()) {
      container.required("resizePolicy", "");
    } else if (!known.contains(value)) {
      container.error(
          FieldError.notSupportedPrinted(container.at("resizePolicy"), policy.json(field), known));
    }
  }
}
