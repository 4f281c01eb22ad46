package io.plimsoll.core.registry.autoscaling;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.Strategy;
import java.util.List;
import java.util.Optional;

/**
 * HorizontalPodAutoscalers of {@code autoscaling/v1}, which have the use of CPU in fields and all else in annotations: they are
 * prepared and validated as what they mean in {@code autoscaling/v2}. Mirrors {@code pkg/apis/autoscaling/v1}.
 */
final class AutoscalerV1Strategy extends KindStrategy {

  /** The strategy of the second version. */
  private final Strategy meaning;

  AutoscalerV1Strategy() {
    this(new HorizontalPodAutoscalerStrategy());
  }

  private AutoscalerV1Strategy(Strategy meaning) {
    super("autoscaling/v1", AutoscalerVersions.KIND, true, NameRule.DNS_SUBDOMAIN);
    this.meaning = meaning;
  }

  @Override
  public Optional<Strategy> subresource(String name) {
    return meaning.subresource(name).map(AutoscalerV1Strategy::new);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    MappingValue complete = Draft.edit(
        object,
        draft ->
            draft.editOrCreate("spec", spec -> spec.setDefault("minReplicas", ScalarValue.of(1))));
    return AutoscalerVersions.heldAsV1(AutoscalerVersions.toV2(complete));
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return AutoscalerVersions.heldAsV1(meaning.prepareForCreate(AutoscalerVersions.toV2(object)));
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    return AutoscalerVersions.heldAsV1(
        meaning.prepareForUpdate(AutoscalerVersions.toV2(object), AutoscalerVersions.toV2(old)));
  }

  @Override
  public MappingValue canonicalize(MappingValue object) {
    return AutoscalerVersions.toV1(AutoscalerVersions.toV2(object));
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    return meaning.validate(AutoscalerVersions.toV2(object));
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    return meaning.validateUpdate(AutoscalerVersions.toV2(object), AutoscalerVersions.toV2(old));
  }

  @Override
  public List<FieldError> validateDeclaratively(MappingValue object) {
    return meaning.validateDeclaratively(AutoscalerVersions.toV2(object));
  }

  @Override
  public List<FieldError> validateUpdateDeclaratively(MappingValue object, MappingValue old) {
    return meaning.validateUpdateDeclaratively(
        AutoscalerVersions.toV2(object), AutoscalerVersions.toV2(old));
  }
}
