package io.plimsoll.core.decode;

import io.plimsoll.core.manifest.Body;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;

/**
 * What a server that was asked sends back: one object in JSON. Mirrors how {@code k8s.io/apimachinery/pkg/runtime/serializer/json}
 * decodes into an object that is there.
 */
public final class AnswerBody {

  private AnswerBody() {}

  /**
   * Returns the object in a body; {@code null} is one that says nothing.
   *
   * @throws IllegalArgumentException if there is none, with upstream's message
   */
  public static MappingValue object(String body) {
    Body read = Body.readJson(Source.of("response", body), Limits.DEFAULT);
    try {
      if (!read.error().isEmpty()) {
        throw TypeMeta.notJson(read.error());
      }
      BodyReading reading = new BodyReading(MediaType.JSON, body, read);
      TypeMeta.of(reading.root(), reading.entries());
      return reading.root() instanceof MappingValue object ? object : MappingValue.empty();
    } catch (DecodeFailure failure) {
      throw new IllegalArgumentException(failure.text(), failure);
    }
  }
}
