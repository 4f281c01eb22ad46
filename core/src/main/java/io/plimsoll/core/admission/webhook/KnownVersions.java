package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.schema.StrictCheck;
import io.plimsoll.core.validation.Strategies;
import java.util.Optional;

/** Versions of objects as far as the schema and the defaults of kinds tell. */
record KnownVersions(Strategies strategies) implements ObjectVersions {

  @Override
  public Optional<MappingValue> convert(MappingValue object, String apiVersion) {
    Fields fields = Fields.of(object);
    String from = fields.text("apiVersion");
    if (from.equals(apiVersion)) {
      return Optional.of(object);
    }
    if (fields.text("kind").equals(AutoscalerVersions.KIND)) {
      return AutoscalerVersions.convert(object, apiVersion);
    }
    MappingValue renamed = object.with("apiVersion", ScalarValue.of(apiVersion));
    return StrictCheck.kubernetes().check(renamed).isEmpty()
        ? Optional.of(renamed)
        : Optional.empty();
  }

  @Override
  public MappingValue decode(MappingValue object) {
    return object;
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    Fields fields = Fields.of(object);
    String group = ObjectRef.groupOf(fields.text("apiVersion"));
    return strategies
        .find(group, fields.text("kind"))
        .filter(strategy -> strategy.apiVersion().equals(fields.text("apiVersion")))
        .map(strategy -> strategy.withDefaults(object))
        .orElse(object);
  }
}
