package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.registry.autoscaling.AutoscalerVersions;
import io.plimsoll.core.registry.system.EventVersions;
import io.plimsoll.core.schema.Schema;
import io.plimsoll.core.schema.StrictCheck;
import io.plimsoll.core.schema.WireForm;
import io.plimsoll.core.validation.Strategies;
import java.util.Optional;

/** Versions of objects as far as the schema and the defaults of kinds tell. */
record KnownVersions(Strategies strategies) implements ObjectVersions {

  @Override
  public Optional<MappingValue> convert(MappingValue object, String apiVersion) {
    Fields fields = Fields.of(object);
    if (fields.text("apiVersion").equals(apiVersion)) {
      return Optional.of(object);
    }
    if (fields.text("kind").equals(AutoscalerVersions.KIND)) {
      return AutoscalerVersions.convert(object, apiVersion).map(KnownVersions::written);
    }
    if (EventVersions.isVersion(apiVersion) && fields.text("kind").equals(EventVersions.KIND)) {
      return Optional.of(EventVersions.convert(object, apiVersion));
    }
    MappingValue renamed = object.with("apiVersion", ScalarValue.of(apiVersion));
    return Schema.kubernetes().type(apiVersion, fields.text("kind")).isPresent()
            && StrictCheck.kubernetes().check(renamed).isEmpty()
        ? Optional.of(renamed)
        : Optional.empty();
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    Fields fields = Fields.of(object);
    return strategies
        .ofVersion(fields.text("apiVersion"), fields.text("kind"))
        .map(strategy -> written(strategy.withDefaults(object)))
        .orElse(object);
  }

  private static MappingValue written(MappingValue object) {
    Fields fields = Fields.of(object);
    return Schema.kubernetes()
        .type(fields.text("apiVersion"), fields.text("kind"))
        .map(type -> WireForm.encode(object, type))
        .orElse(object);
  }
}
