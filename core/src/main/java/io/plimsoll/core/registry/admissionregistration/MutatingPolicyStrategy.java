package io.plimsoll.core.registry.admissionregistration;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import java.util.Optional;

/**
 * MutatingAdmissionPolicies. Mirrors {@code pkg/registry/admissionregistration/mutatingadmissionpolicy/strategy.go} and {@code
 * ValidateMutatingAdmissionPolicy} of {@code pkg/apis/admissionregistration/validation}; expressions are not compiled, and whether
 * the user may read the parameters is not asked.
 */
final class MutatingPolicyStrategy extends PolicyStrategy {

  MutatingPolicyStrategy() {
    super("v1", "MutatingAdmissionPolicy");
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return PolicySpecRules.withDefaults(object);
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part spec = part(object).object("spec");
    return check(object, PolicySpecRules.sameConditions(spec, part(old).object("spec")))
        .errors();
  }

  @Override
  Part check(MappingValue object) {
    return check(object, false);
  }

  private Part check(MappingValue object, boolean sameConditions) {
    Part part = part(object);
    checkMetadata(part);
    MutatingPolicyRules.check(part.object("spec"), sameConditions);
    return part;
  }

  @Override
  public Optional<String> unvalidated() {
    return Optional.of("expressions are not compiled");
  }
}
