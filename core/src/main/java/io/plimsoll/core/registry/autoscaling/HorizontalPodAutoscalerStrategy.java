package io.plimsoll.core.registry.autoscaling;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * HorizontalPodAutoscalers of {@code autoscaling/v2}. Mirrors {@code
 * pkg/registry/autoscaling/horizontalpodautoscaler/strategy.go}, {@code pkg/apis/autoscaling/v2/defaults.go} and {@code
 * ValidateHorizontalPodAutoscaler} of {@code pkg/apis/autoscaling/validation}.
 */
final class HorizontalPodAutoscalerStrategy extends KindStrategy {

  private static final long PERIOD = 15;

  /** Whether what is written is the status, and the rest stays. */
  private final boolean status;

  HorizontalPodAutoscalerStrategy() {
    this(false);
  }

  private HorizontalPodAutoscalerStrategy(boolean status) {
    super("autoscaling/v2", AutoscalerVersions.KIND, true, NameRule.DNS_SUBDOMAIN);
    this.status = status;
  }

  @Override
  public Optional<Strategy> subresource(String name) {
    return name.equals("status")
        ? Optional.of(new HorizontalPodAutoscalerStrategy(true))
        : Optional.empty();
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(
        AutoscalerVersions.withoutRoundTrip(object),
        draft -> draft.editOrCreate("spec", HorizontalPodAutoscalerStrategy::setSpecDefaults));
  }

  private static void setSpecDefaults(Draft spec) {
    spec.setDefault("minReplicas", ScalarValue.of(1));
    if (spec.items("metrics").isEmpty()) {
      spec.set(
          "metrics",
          SequenceValue.of(
              List.of(AutoscalerVersions.cpu(ScalarValue.of(AutoscalerVersions.CPU_PERCENTAGE)))));
    }
    spec.edit("behavior", behavior -> {
      behavior.editOrCreate("scaleUp", rules -> {
        rules.setDefault("stabilizationWindowSeconds", ScalarValue.of(0));
        setRuleDefaults(rules, List.of(policy("Pods", 4), policy("Percent", 100)));
      });
      behavior.editOrCreate(
          "scaleDown", rules -> setRuleDefaults(rules, List.of(policy("Percent", 100))));
    });
  }

  private static void setRuleDefaults(Draft rules, List<MappingValue> policies) {
    rules.setDefault("selectPolicy", ScalarValue.of("Max"));
    rules.setDefault("policies", SequenceValue.of(policies));
  }

  private static MappingValue policy(String type, long value) {
    return MappingValue.of(Map.of(
        "type", ScalarValue.of(type),
        "value", ScalarValue.of(value),
        "periodSeconds", ScalarValue.of(PERIOD)));
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return StatusRules.firstGeneration(StatusRules.reset(object));
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    if (status) {
      Value spec = old.get("spec");
      return spec == null ? object.without("spec") : object.with("spec", spec);
    }
    return withGeneration("spec", StatusRules.keep(object, old), old);
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    checkMetadata(part);
    new AutoscalerSpecRules(part.object("spec")).check();
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    checkMetadataUpdate(part, old);
    if (status) {
      checkStatus(part.object("status"));
      return part.errors();
    }
    new AutoscalerSpecRules(part.object("spec"), part(old).object("spec")).check();
    return part.errors();
  }

  /** Mirrors {@code ValidateHorizontalPodAutoscalerStatusUpdate}. */
  private static void checkStatus(Part status) {
    status.list("conditions").forEach(condition -> condition.nonNegative("observedGeneration"));
    status.nonNegative("currentReplicas");
    status.nonNegative("desiredReplicas");
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
    return declared(spec, !spec.isSame("minReplicas", before), !spec.isSame("maxReplicas", before));
  }

  private static List<FieldError> declared(Part spec, boolean least, boolean most) {
    List<FieldError> errors = new ArrayList<>();
    if (least && spec.number("minReplicas") < 0) {
      errors.add(FieldError.invalid(
          spec.at("minReplicas"), spec.number("minReplicas"), Messages.NEGATIVE));
    }
    long maxReplicas = spec.number("maxReplicas");
    if (most && maxReplicas == 0) {
      errors.add(FieldError.required(spec.at("maxReplicas"), ""));
    } else if (most && maxReplicas < 0) {
      errors.add(FieldError.invalid(
          spec.at("maxReplicas"), maxReplicas, AutoscalerSpecRules.NOT_POSITIVE));
    }
    return errors;
  }
}
