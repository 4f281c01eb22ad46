package io.plimsoll.core.registry.admissionregistration;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.List;

/**
 * What policies and their bindings have in common. Mirrors the strategies of {@code validatingadmissionpolicy}, {@code
 * mutatingadmissionpolicy} and their bindings in {@code pkg/registry/admissionregistration}.
 */
abstract class PolicyStrategy extends KindStrategy {

  PolicyStrategy(String version, String kind) {
    super("admissionregistration.k8s.io/" + version, kind, false, NameRule.DNS_SUBDOMAIN);
  }

  /** Returns what is wrong with a new object but for its name. */
  abstract Part check(MappingValue object);

  @Override
  protected final boolean hasStandardFinalizers() {
    return false;
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return StatusRules.firstGeneration(object);
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    return withGeneration("spec", object, old);
  }

  @Override
  public final List<FieldError> validate(MappingValue object) {
    Part part = check(object);
    StaticNames.check(part);
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    return check(object).errors();
  }

  @Override
  public final List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    return StaticNames.warnings(part(object));
  }

  @Override
  public final boolean allowsUnconditionalUpdate() {
    return false;
  }
}
