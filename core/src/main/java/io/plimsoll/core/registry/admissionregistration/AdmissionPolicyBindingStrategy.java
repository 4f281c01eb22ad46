package io.plimsoll.core.registry.admissionregistration;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * ValidatingAdmissionPolicyBindings. Mirrors {@code
 * pkg/registry/admissionregistration/validatingadmissionpolicybinding/strategy.go} and {@code
 * ValidateValidatingAdmissionPolicyBinding} of {@code pkg/apis/admissionregistration/validation}; whether the user may read the
 * parameters is not asked.
 */
final class AdmissionPolicyBindingStrategy extends PolicyStrategy {

  private static final String ACTIONS = "validationActions";
  private static final List<String> KNOWN_ACTIONS = List.of("Audit", "Deny", "Warn");

  AdmissionPolicyBindingStrategy() {
    super("v1", "ValidatingAdmissionPolicyBinding");
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(
        object,
        draft -> draft.edit(
            "spec", spec -> spec.edit("matchResources", MatchResourcesRules::setAllDefaults)));
  }

  @Override
  Part check(MappingValue object) {
    Part part = part(object);
    checkMetadata(part);
    Part spec = part.object("spec");
    BindingRules.check(spec, FieldError.required(spec.at("policyName"), "").asCovered());
    checkActions(spec);
    return part;
  }

  private static void checkActions(Part spec) {
    List<String> actions = spec.strings(ACTIONS);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < actions.size(); i++) {
      FieldPath path = spec.at(ACTIONS).index(i);
      String action = actions.get(i);
      if (!KNOWN_ACTIONS.contains(action)) {
        spec.error(FieldError.notSupported(path, action, KNOWN_ACTIONS));
      }
      if (!seen.add(action)) {
        spec.error(FieldError.duplicate(path, action));
      }
    }
    if (seen.contains("Deny") && seen.contains("Warn")) {
      spec.invalid(
          ACTIONS,
          "must not contain both Deny and Warn (repeating the same validation failure information in the"
              + " API response and headers serves no purpose)");
    }
    if (actions.isEmpty()) {
      spec.error(FieldError.required(spec.at(ACTIONS), "at least one validation action is required")
          .asCovered());
    }
  }

  @Override
  public List<FieldError> validateDeclaratively(MappingValue object) {
    Part spec = part(object).object("spec");
    return declared(spec, true, true);
  }

  @Override
  public List<FieldError> validateUpdateDeclaratively(MappingValue object, MappingValue old) {
    Part spec = part(object).object("spec");
    MappingValue before = part(old).object("spec").tree();
    return declared(spec, !spec.isSame("policyName", before), !spec.isSame(ACTIONS, before));
  }

  private static List<FieldError> declared(Part spec, boolean policy, boolean actions) {
    List<FieldError> errors = new ArrayList<>();
    if (policy && spec.text("policyName").isEmpty()) {
      errors.add(FieldError.required(spec.at("policyName"), ""));
    }
    if (actions && spec.strings(ACTIONS).isEmpty()) {
      errors.add(FieldError.required(spec.at(ACTIONS), ""));
    }
    return errors;
  }
}
