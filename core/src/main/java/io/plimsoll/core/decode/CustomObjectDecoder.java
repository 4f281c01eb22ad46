package io.plimsoll.core.decode;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.schema.FieldType;
import io.plimsoll.core.schema.FieldType.MapOf;
import io.plimsoll.core.schema.FieldType.Scalar;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.Schema;
import io.plimsoll.core.schema.WireForm;
import java.util.ArrayList;
import java.util.List;

/**
 * The decoder of custom resources: maps of anything that must say their kind, and whose metadata are those of all objects. Mirrors
 * the {@code schemaCoercingDecoder} of {@code k8s.io/apiextensions-apiserver/pkg/apiserver} over a decoder of {@code Unstructured},
 * but for the schema.
 */
final class CustomObjectDecoder {

  private static final String METADATA = "metadata";
  private static final FieldType ANY_MAP = new MapOf(Scalar.ANY);
  private static final ObjectType OBJECT_META =
      Schema.kubernetes().type("meta.v1.ObjectMeta").orElseThrow();

  private CustomObjectDecoder() {}

  /** Returns the kind that an object says it is of: nothing is added to what it does not say. */
  static GroupVersionKind kindOf(MappingValue object) throws DecodeFailure {
    return GroupVersionKind.of(text(object, "apiVersion"), text(object, "kind"));
  }

  private static String text(MappingValue object, String field) {
    return object.get(field) instanceof ScalarValue scalar && scalar.isString()
        ? scalar.text()
        : "";
  }

  static KindDecoder.Kept decode(BodyReading reading) throws DecodeFailure {
    ObjectDecoder whole = new ObjectDecoder(reading.entries());
    whole.decode(reading.root(), ANY_MAP, ANY_MAP.goType());
    MappingValue object = reading.object();
    if (kindOf(object).kind().isEmpty()) {
      throw new DecodeFailure("Object 'Kind' is missing in '" + reading.shown() + "'");
    }
    List<String> strictErrors = new ArrayList<>(reading.yamlErrors());
    strictErrors.addAll(whole.strictErrors());
    Value metadata = object.get(METADATA);
    if (metadata == null) {
      return new KindDecoder.Kept(object, strictErrors);
    }
    // Upstream writes them as JSON first, by name.
    ObjectDecoder decoder = ObjectDecoder.within(METADATA, Entries.ofYaml());
    Value decoded = decoder.decode(metadata, OBJECT_META, OBJECT_META.goType());
    strictErrors.addAll(decoder.strictErrors());
    MappingValue kept = decoded instanceof MappingValue fields ? fields : MappingValue.empty();
    return new KindDecoder.Kept(
        object.with(METADATA, WireForm.encode(WireForm.decode(kept, OBJECT_META), OBJECT_META)),
        strictErrors);
  }
}
