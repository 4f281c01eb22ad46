package io.plimsoll.core.decode;

import io.plimsoll.core.manifest.Body;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.schema.FieldType;
import java.util.Optional;

/**
 * A text that Go's own decoder reads, rather than the API's: names of fields may be in other capitals, and what nobody asked for
 * does not matter. Mirrors {@code json.Unmarshal} of {@code encoding/json}.
 */
public final class UnmarshalledJson {

  private UnmarshalledJson() {}

  /** Returns what a text of a type says, under the names of the type's fields; nothing if Go finds an error. */
  public static Optional<Value> tryRead(String text, FieldType type) {
    Body body = Body.readJson(Source.of("text", text));
    if (!body.error().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ObjectDecoder.inAnyCapitals(Entries.ofJson(body.repeats()))
          .decode(body.valueOrThrow(), type, type.goType()));
    } catch (DecodeFailure e) {
      return Optional.empty();
    }
  }
}
