package io.plimsoll.core.registry.admissionregistration;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/**
 * What the specification of a policy that changes objects must be like, but for its expressions. Mirrors {@code
 * validateMutatingAdmissionPolicySpec} of {@code pkg/apis/admissionregistration/validation}.
 */
final class MutatingPolicyRules {

  /** What an object is changed in. */
  private static final List<String> OPERATIONS = List.of("*", "CONNECT", "CREATE", "UPDATE");

  private static final List<String> PATCH_TYPES = List.of("ApplyConfiguration", "JSONPatch");
  private static final String REINVOCATION = "reinvocationPolicy";

  private MutatingPolicyRules() {}

  static void check(Part spec, boolean sameConditions) {
    PolicySpecRules.checkSubject(spec);
    checkOperations(spec, "matchConstraints");
    PolicySpecRules.checkInputs(spec, sameConditions);
    List<Part> mutations = spec.list("mutations");
    if (mutations.isEmpty()) {
      spec.required("mutations", "mutations must contain at least one item");
    }
    mutations.forEach(MutatingPolicyRules::checkMutation);
    String reinvocation = spec.text(REINVOCATION);
    if (reinvocation.isEmpty()) {
      spec.required(REINVOCATION, "");
    } else if (!WebhookRules.REINVOCATION_POLICIES.contains(reinvocation)) {
      spec.notSupported(REINVOCATION, WebhookRules.REINVOCATION_POLICIES);
    }
  }

  /** Adds which operations change no object; upstream does not say in which rule. */
  static void checkOperations(Part spec, String field) {
    Part resources = spec.object(field);
    FieldPath path = resources.at("resourceRules").field("operations");
    for (Part rule : resources.list("resourceRules")) {
      for (String operation : rule.strings("operations")) {
        if (!OPERATIONS.contains(operation)) {
          spec.error(FieldError.notSupported(path, operation, OPERATIONS));
        }
      }
    }
  }

  private static void checkMutation(Part mutation) {
    String type = mutation.text("patchType");
    switch (type) {
      case "" -> mutation.required("patchType", "");
      case "JSONPatch" -> checkPatch(mutation, type, "jsonPatch", "applyConfiguration");
      case "ApplyConfiguration" -> checkPatch(mutation, type, "applyConfiguration", "jsonPatch");
      default -> mutation.notSupported("patchType", PATCH_TYPES);
    }
  }

  private static void checkPatch(Part mutation, String type, String field, String other) {
    if (!mutation.has(field)) {
      mutation.required(field, "must be specified when patchType is " + type);
    } else {
      Part patch = mutation.object(field);
      if (patch.text("expression").isBlank()) {
        patch.required("expression", "");
      }
    }
    if (mutation.has(other)) {
      String detail = "must not be specified when patchType is " + type;
      mutation.error(FieldError.invalid(mutation.at(other), "{" + other + "}", detail));
    }
  }
}
