package io.plimsoll.core.registry.admissionregistration;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.List;
import java.util.Optional;

/**
 * ValidatingAdmissionPolicies. Mirrors {@code pkg/registry/admissionregistration/validatingadmissionpolicy/strategy.go} and {@code
 * ValidateValidatingAdmissionPolicy} of {@code pkg/apis/admissionregistration/validation}; expressions are not compiled, and
 * whether the user may read the parameters is not asked.
 */
final class AdmissionPolicyStrategy extends KindStrategy {

  AdmissionPolicyStrategy() {
    super(
        "admissionregistration.k8s.io/v1",
        "ValidatingAdmissionPolicy",
        false,
        NameRule.DNS_SUBDOMAIN);
  }

  @Override
  protected boolean hasStandardFinalizers() {
    return false;
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return PolicySpecRules.withDefaults(object);
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return StatusRules.firstGeneration(StatusRules.reset(object));
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    MappingValue kept = StatusRules.keep(object, old);
    return same("spec", kept, old) ? kept : StatusRules.nextGeneration(kept, old);
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = check(object, false);
    StaticNames.check(part);
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part spec = part(object).object("spec");
    return check(object, PolicySpecRules.sameConditions(spec, part(old).object("spec")))
        .errors();
  }

  private Part check(MappingValue object, boolean sameConditions) {
    Part part = part(object);
    checkMetadata(part);
    new AdmissionPolicyRules(part.object("spec"), metadata(object).nameOrEmpty())
        .check(sameConditions);
    return part;
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    return StaticNames.warnings(part(object));
  }

  @Override
  public Optional<String> unvalidated() {
    return Optional.of("expressions are not compiled");
  }

  @Override
  public boolean allowsUnconditionalUpdate() {
    return false;
  }
}
