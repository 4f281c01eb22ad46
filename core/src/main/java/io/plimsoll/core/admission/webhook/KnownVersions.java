package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.decode.BodyDecoder;
import io.plimsoll.core.decode.Decoded;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.schema.FieldValidation;
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
    Fields fields = Fields.of(object);
    Decoded decoded = BodyDecoder.of(fields.text("apiVersion"), fields.text("kind"))
        .decode(object, FieldValidation.IGNORE);
    if (decoded instanceof Decoded.Refused refused) {
      String message = refused.message();
      int reason = message.indexOf(": ");
      throw new IllegalArgumentException(message.substring(reason < 0 ? 0 : reason + 2));
    }
    return ((Decoded.Accepted) decoded).object();
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
