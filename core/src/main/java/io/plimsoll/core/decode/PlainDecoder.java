package io.plimsoll.core.decode;

import io.plimsoll.core.manifest.Body;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.schema.FieldType;

/**
 * The decoder of values that are no objects of the API: annotations with JSON, files of configuration without a kind. Mirrors
 * {@code json.Unmarshal}.
 */
public final class PlainDecoder {

  private PlainDecoder() {}

  /**
   * Decodes JSON.
   *
   * @throws IllegalArgumentException if it is none, or a value is of a wrong type, with Go's message
   */
  public static Value decode(String json, FieldType type) {
    BodyReading reading = reading(json);
    return decode(new ObjectDecoder(reading.entries()), reading, type);
  }

  /**
   * Decodes JSON whose names of fields may be in other capitals, under the names of the type's fields: what Go's own {@code
   * encoding/json} does.
   *
   * @throws IllegalArgumentException if it is none, or a value is of a wrong type, with Go's message
   */
  public static Value decodeInAnyCapitals(String json, FieldType type) {
    BodyReading reading = reading(json);
    return decode(ObjectDecoder.inAnyCapitals(reading.entries()), reading, type);
  }

  private static BodyReading reading(String json) {
    Body body = Body.readJson(Source.of("text", json));
    body.valueOrThrow();
    return new BodyReading(MediaType.JSON, json, body);
  }

  /**
   * Decodes a tree.
   *
   * @throws IllegalArgumentException if a value is of a wrong type, with Go's message
   */
  public static Value decode(Value tree, FieldType type) {
    BodyReading reading = BodyReading.of(tree);
    return decode(new ObjectDecoder(reading.entries()), reading, type);
  }

  private static Value decode(ObjectDecoder decoder, BodyReading reading, FieldType type) {
    try {
      return decoder.decode(reading.root(), type, type.goType());
    } catch (DecodeFailure wrongType) {
      throw new IllegalArgumentException(wrongType.text(), wrongType);
    }
  }
}
