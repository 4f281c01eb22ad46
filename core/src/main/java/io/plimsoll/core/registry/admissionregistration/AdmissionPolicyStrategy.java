package io.plimsoll.core.registry.admissionregistration;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import java.util.Optional;

/**
 * ValidatingAdmissionPolicies. Mirrors {@code pkg/registry/admissionregistration/validatingadmissionpolicy/strategy.go} and {@code
 * ValidateValidatingAdmissionPolicy} of {@code pkg/apis/admissionregistration/validation}; expressions are not compiled, and
 * whether the user may read the parameters is not asked.
 */
final class AdmissionPolicyStrategy extends PolicyStrategy {

  AdmissionPolicyStrategy() {
    super("v1", "ValidatingAdmissionPolicy");
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return PolicySpecRules.withDefaults(object);
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return super.prepareForCreate(StatusRules.reset(object));
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    return super.prepareForUpdate(StatusRules.keep(object, old), old);
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
    new AdmissionPolicyRules(part.object("spec"), metadata(object).nameOrEmpty())
        .check(sameConditions);
    return part;
  }

  @Override
  public Optional<String> unvalidated() {
    return Optional.of("expressions are not compiled");
  }
}
