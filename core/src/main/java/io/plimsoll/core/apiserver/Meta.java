package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.registry.StatusRules;

/** The metadata of an object's tree: what the server itself reads and sets there. */
final class Meta {

  private static final String METADATA = "metadata";

  private Meta() {}

  static Fields of(MappingValue object) {
    return Fields.of(object.get(METADATA));
  }

  static String name(MappingValue object) {
    return of(object).text("name");
  }

  static String namespace(MappingValue object) {
    return of(object).text("namespace");
  }

  static String text(MappingValue object, String field) {
    return of(object).text(field);
  }

  static boolean has(MappingValue object, String field) {
    Value value = of(object).value(field);
    return value != null && !value.isNull();
  }

  static MappingValue with(MappingValue object, String field, Value value) {
    return object.with(METADATA, metadata(object).with(field, value));
  }

  static MappingValue with(MappingValue object, String field, String text) {
    return with(object, field, ScalarValue.of(text));
  }

  static MappingValue without(MappingValue object, String... fields) {
    MappingValue metadata = metadata(object);
    for (String field : fields) {
      metadata = metadata.without(field);
    }
    return object.with(METADATA, metadata);
  }

  /** Returns a field of one object's metadata as another has it, or without it if the other has none. */
  static MappingValue like(MappingValue object, String field, MappingValue other) {
    return object.with(METADATA, StatusRules.like(metadata(object), field, metadata(other)));
  }

  private static MappingValue metadata(MappingValue object) {
    return object.get(METADATA) instanceof MappingValue map ? map : MappingValue.empty();
  }
}
