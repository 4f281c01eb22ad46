package io.plimsoll.core.registry.policy;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.registry.SystemPriorityClass;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.List;
import java.util.Optional;

/**
 * PriorityClasses. Mirrors {@code pkg/registry/scheduling/priorityclass/strategy.go} and {@code ValidatePriorityClass} of {@code
 * pkg/apis/scheduling/validation}.
 */
final class PriorityClassStrategy extends KindStrategy {

  private static final String SYSTEM_PREFIX = "system-";
  private static final List<String> POLICIES = List.of("PreemptLowerPriority", "Never");

  PriorityClassStrategy() {
    super("scheduling.k8s.io/v1", "PriorityClass", false, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(
        object,
        draft -> draft.setDefault("preemptionPolicy", ScalarValue.of("PreemptLowerPriority")));
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return StatusRules.firstGeneration(object);
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    checkMetadata(part);
    String name = metadata(object).nameOrEmpty();
    if (name.startsWith(SYSTEM_PREFIX)) {
      String error = systemError(name, part);
      if (!error.isEmpty()) {
        part.error(FieldError.forbidden(
            FieldPath.of("metadata", "name"),
            "priority class names with 'system-' prefix are reserved for system use only. error: "
                + error));
      }
    } else if (part.number("value") > SystemPriorityClass.HIGHEST_OF_USERS) {
      part.forbidden(
          "value",
          "maximum allowed value of a user defined priority is "
              + SystemPriorityClass.HIGHEST_OF_USERS);
    }
    if (part.has("preemptionPolicy")) {
      checkPreemption(part);
    }
    return part.errors();
  }

  /** Returns how a class differs from the system's own of its name: {@code IsKnownSystemPriorityClass}. */
  private static String systemError(String name, Part part) {
    Optional<SystemPriorityClass> known = SystemPriorityClass.find(name);
    if (known.isEmpty()) {
      return name + " is not a known system priority class";
    }
    if (known.get().value() != part.number("value")) {
      return "value of " + name + " PriorityClass must be " + known.get().value();
    }
    return part.flag("globalDefault")
        ? "globalDefault of " + name + " PriorityClass must be false"
        : "";
  }

  private static void checkPreemption(Part part) {
    String policy = part.text("preemptionPolicy");
    if (policy.isEmpty()) {
      part.required("preemptionPolicy", "");
    } else if (!POLICIES.contains(policy)) {
      part.notSupported("preemptionPolicy", POLICIES);
    }
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadataUpdate(part, old);
    if (part.number("value") != part(old).number("value")) {
      part.forbidden("value", "may not be changed in an update.");
    }
    part.immutable("preemptionPolicy", old);
    return part.errors();
  }
}
