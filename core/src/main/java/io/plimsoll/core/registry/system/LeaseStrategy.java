package io.plimsoll.core.registry.system;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.List;

/**
 * Leases. Mirrors {@code pkg/registry/coordination/lease/strategy.go} without coordinated leader election, and {@code
 * ValidateLease} of {@code pkg/apis/coordination/validation}.
 */
final class LeaseStrategy extends KindStrategy {

  private static final List<String> COORDINATION = List.of("strategy", "preferredHolder");

  LeaseStrategy() {
    super("coordination.k8s.io/v1", "Lease", true, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  protected boolean hasStandardFinalizers() {
    return false;
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return prepareForUpdate(object, MappingValue.empty());
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    Draft before = Draft.of(Draft.of(old).object("spec"));
    return Draft.edit(
        object,
        draft -> draft.edit(
            "spec",
            spec ->
                COORDINATION.stream().filter(field -> !before.has(field)).forEach(spec::remove)));
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    checkMetadata(part);
    checkSpec(part.object("spec"));
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadataUpdate(part, old);
    checkSpec(part.object("spec"));
    return part.errors();
  }

  private static void checkSpec(Part spec) {
    if (spec.has("leaseDurationSeconds") && spec.number("leaseDurationSeconds") <= 0) {
      spec.invalid("leaseDurationSeconds", "must be greater than 0");
    }
    spec.nonNegative("leaseTransitions");
    if (spec.has("strategy")) {
      LeaderStrategies.check(spec);
    }
    if (!spec.text("preferredHolder").isEmpty() && spec.text("strategy").isEmpty()) {
      spec.forbidden("preferredHolder", "may only be specified if `strategy` is defined");
    }
  }

  @Override
  public boolean allowsCreateOnUpdate() {
    return true;
  }

  @Override
  public boolean allowsUnconditionalUpdate() {
    return false;
  }
}
