package io.plimsoll.core.registry.autoscaling;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.StatusValidation;
import io.plimsoll.core.validation.Strategy;
import java.util.List;
import java.util.Optional;

/**
 * HorizontalPodAutoscalers of {@code autoscaling/v1}, which know the use of CPU only: they are validated as what they mean in
 * {@code autoscaling/v2}. Mirrors {@code pkg/apis/autoscaling/v1}; annotations that stand for other metrics are not read.
 */
final class AutoscalerV1Strategy extends KindStrategy {

  private static final Strategy MEANING = new HorizontalPodAutoscalerStrategy();

  AutoscalerV1Strategy() {
    super("autoscaling/v1", AutoscalerVersions.KIND, true, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    boolean others = AutoscalerVersions.hasOtherMetrics(object);
    return Draft.edit(
        object,
        draft -> draft.editOrCreate("spec", spec -> {
          spec.setDefault("minReplicas", ScalarValue.of(1));
          if (!others) {
            spec.setDefault(
                AutoscalerVersions.CPU_FIELD, ScalarValue.of(AutoscalerVersions.CPU_PERCENTAGE));
          }
        }));
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return StatusRules.firstGeneration(StatusRules.reset(object));
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    return withGeneration("spec", StatusRules.keep(object, old), old);
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    return MEANING.validate(AutoscalerVersions.toV2(object));
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    return MEANING.validateUpdate(AutoscalerVersions.toV2(object), AutoscalerVersions.toV2(old));
  }

  @Override
  public List<FieldError> validateDeclaratively(MappingValue object) {
    return MEANING.validateDeclaratively(AutoscalerVersions.toV2(object));
  }

  @Override
  public List<FieldError> validateUpdateDeclaratively(MappingValue object, MappingValue old) {
    return MEANING.validateUpdateDeclaratively(
        AutoscalerVersions.toV2(object), AutoscalerVersions.toV2(old));
  }

  @Override
  public Optional<StatusValidation> statusValidation() {
    return statuses((object, old) -> {
      Part status = object.object("status");
      status.nonNegative("currentReplicas");
      status.nonNegative("desiredReplicas");
    });
  }
}
