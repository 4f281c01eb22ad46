package io.plimsoll.core.decode;

import io.plimsoll.core.manifest.Body;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * The decoder of what is sent with a request to delete. Mirrors {@code k8s.io/apimachinery/pkg/apis/meta/internalversion/scheme}
 * and what {@code endpoints/handlers/delete.go} of {@code k8s.io/apiserver} makes of its errors: unknown fields do not matter, and
 * the kind is the same in every version.
 */
public final class DeleteOptionsDecoder {

  private static final String KIND = "DeleteOptions";
  private static final String META = "meta.k8s.io/v1";
  private static final String SCHEME = "pkg/apis/meta/internalversion/scheme/register.go:27";

  private DeleteOptionsDecoder() {}

  /** Decodes a body whose media type a {@code Content-Type} header names. */
  public static Decoded decode(String contentType, String body) {
    return MediaType.ofContentType(contentType)
        .map(type -> decode(type, body))
        .orElseGet(() -> new Decoded.Refused(
            415, "UnsupportedMediaType", MediaType.unsupported(), List.of(), List.of()));
  }

  private static Decoded decode(MediaType type, String body) {
    Body read = BodyText.read(type, body);
    Optional<Decoded.Refused> unread = BodyText.unread(read);
    if (unread.isPresent()) {
      return unread.get();
    }
    try {
      BodyText.check(type, read);
      return new Decoded.Accepted(decode(new BodyReading(type, body, read)), List.of());
    } catch (DecodeFailure e) {
      return new Decoded.Refused(400, "BadRequest", e.text(), List.of(), List.of());
    }
  }

  private static MappingValue decode(BodyReading reading) throws DecodeFailure {
    TypeMeta meta = TypeMeta.of(reading.root(), reading.entries());
    GroupVersionKind actual = GroupVersionKind.of(meta.apiVersion(), meta.kind())
        .withDefaults(GroupVersionKind.expected(META, KIND));
    if (!actual.kind().equals(KIND)) {
      throw new DecodeFailure("no kind " + GoText.quote(actual.kind())
          + " is registered for version " + GoText.quote(actual.apiVersion()) + " in scheme "
          + GoText.quote(SCHEME));
    }
    ObjectType type = Schema.kubernetes().type("meta.v1." + KIND).orElseThrow();
    return new ObjectDecoder(reading.entries()).decode(reading.object(), type);
  }
}
