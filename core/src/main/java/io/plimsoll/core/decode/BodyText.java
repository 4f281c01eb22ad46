package io.plimsoll.core.decode;

import io.plimsoll.core.manifest.Body;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.Source;
import java.util.List;
import java.util.Optional;

/** The reading of the text that is sent with a request. */
final class BodyText {

  private BodyText() {}

  static Body read(MediaType type, String text) {
    Source source = Source.of("body", text);
    return type == MediaType.JSON
        ? Body.readJson(source, Limits.BODY)
        : Body.readYaml(source, Limits.BODY);
  }

  /** Returns that a body is not read although upstream would read it; empty if it is read, or wrong. */
  static Optional<Decoded.Refused> unread(Body body) {
    return body.isTooDeep()
        ? Optional.of(new Decoded.Refused(
            501,
            "NotImplemented",
            "a body that is " + body.error() + " is not supported",
            List.of(),
            List.of()))
        : Optional.empty();
  }

  /** Fails if there is an error. */
  static void check(MediaType type, Body body) throws DecodeFailure {
    if (!body.error().isEmpty()) {
      throw type == MediaType.JSON
          ? TypeMeta.notJson(body.error())
          : new DecodeFailure(body.error());
    }
  }
}
