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
    Body body = Body.readJson(Source.of("text", json));
    body.valueOrThrow();
    return decode(new BodyReading(MediaType.JSON, json, body), type);
  }

  /**
   * Decodes a tree.
   *
   * @throws IllegalArgumentException if a value is of a wrong type, with Go's message
   */
  public static Value decode(Value tree, FieldType type) {
    return decode(BodyReading.of(tree), type);
  }

  private static Value decode(BodyReading reading, FieldType type) {
    try {
      return new ObjectDecoder(reading.entries()).decode(reading.root(), type, type.goType());
    } catch (DecodeFailure wrongType) {
      throw new IllegalArgumentException(wrongType.text(), wrongType);
    }
  }
}
