package io.plimsoll.core.decode;

import io.plimsoll.core.manifest.Body;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.schema.FieldValidation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The decoder of the bodies of requests for one kind of object. Mirrors the serializers of {@code k8s.io/apimachinery} and what
 * {@code endpoints/handlers/create.go} of {@code k8s.io/apiserver} makes of their errors.
 *
 * <p>An object that does not say of what kind it is, or of what version, is of the kind that is expected. It must be registered,
 * decode as its own kind says, and then be of the kind that is expected; of all that the first failure is the answer. Where the
 * kind that is expected is none of Kubernetes' own, objects are custom resources: they must say kind and version, and of which kind
 * they are is for others to check.
 */
public final class BodyDecoder {

  /** What release builds of Kubernetes call the scheme that knows all kinds. */
  public static final String SCHEME = "pkg/api/legacyscheme/scheme.go:30";

  private final GroupVersionKind expected;
  private final KindDecoder decoder;
  private final Set<String> accepted;

  private BodyDecoder(KindDecoder decoder, Set<String> accepted) {
    this.expected = decoder.expected();
    this.decoder = decoder;
    this.accepted = accepted;
  }

  /**
   * Returns the decoder for a kind.
   *
   * @throws IllegalArgumentException if the API version has more than one slash
   */
  public static BodyDecoder of(String apiVersion, String kind) {
    return new BodyDecoder(
        new KindDecoder(GroupVersionKind.expected(apiVersion, kind), SCHEME), Set.of(apiVersion));
  }

  /** Returns this decoder for a resource that takes its kind in these versions, as that for evictions does. */
  public BodyDecoder accepting(Set<String> apiVersions) {
    return new BodyDecoder(decoder, Set.copyOf(apiVersions));
  }

  /** Returns this decoder with another name of the scheme: that of a server that was built from Go modules is not {@link #SCHEME}. */
  public BodyDecoder inScheme(String name) {
    return new BodyDecoder(new KindDecoder(expected, name), accepted);
  }

  /** Decodes a body whose media type a {@code Content-Type} header names. */
  public Decoded decode(String contentType, String body, FieldValidation validation) {
    return MediaType.ofContentType(contentType)
        .map(type -> decode(type, body, validation))
        .orElseGet(() -> new Decoded.Refused(
            415, "UnsupportedMediaType", MediaType.unsupported(), List.of(), List.of()));
  }

  /** Decodes a body. */
  public Decoded decode(MediaType type, String body, FieldValidation validation) {
    Body read = BodyText.read(type, body);
    Optional<Decoded.Refused> unread = BodyText.unread(read);
    if (unread.isPresent()) {
      return unread.get();
    }
    try {
      BodyText.check(type, read);
      return decode(new BodyReading(type, body, read), validation);
    } catch (DecodeFailure e) {
      return unrecognized(e, body);
    }
  }

  /** Decodes a tree, as if it were the JSON of a body. */
  public Decoded decode(MappingValue object, FieldValidation validation) {
    try {
      return decode(BodyReading.of(object), validation);
    } catch (DecodeFailure e) {
      return unrecognized(e, object.toString());
    }
  }

  private Decoded decode(BodyReading reading, FieldValidation validation) throws DecodeFailure {
    GroupVersionKind actual = decoder.kindOf(reading);
    try {
      KindDecoder.Kept kept = decoder.decode(reading, actual);
      return answer(kept.object(), actual, kept.strictErrors(), validation);
    } catch (DecodeFailure e) {
      // Only a decoder that is not strict takes the kind that is expected for one that is not said.
      GroupVersionKind named =
          validation == FieldValidation.IGNORE ? actual.withDefaults(expected) : actual;
      return named.kind().isEmpty()
          ? unrecognized(e, reading.shown())
          : unfit(named, e.text(), List.of());
    }
  }

  private Decoded answer(
      MappingValue object,
      GroupVersionKind actual,
      List<String> strictErrors,
      FieldValidation validation) {
    if (validation == FieldValidation.STRICT && !strictErrors.isEmpty()) {
      return unfit(actual, StrictErrors.message(strictErrors), strictErrors);
    }
    List<String> told = validation == FieldValidation.IGNORE ? List.of() : strictErrors;
    if (!accepted.contains(actual.apiVersion())) {
      return refused(
          "the API version in the data (" + actual.apiVersion()
              + ") does not match the expected API version (" + expected.apiVersion() + ")",
          told);
    }
    return new Decoded.Accepted(actual.name(object), told);
  }

  private Decoded unfit(GroupVersionKind actual, String error, List<String> strictErrors) {
    return refused(
        actual.kind() + " in version " + GoText.quote(actual.version()) + " cannot be handled as a "
            + expected.kind() + ": " + error,
        strictErrors);
  }

  private Decoded unrecognized(DecodeFailure failure, String body) {
    return refused(
        "the object provided is unrecognized (must be of type " + expected.kind() + "): "
            + failure.text() + " (" + BodySummary.of(body) + ")",
        List.of());
  }

  private static Decoded refused(String message, List<String> strictErrors) {
    return new Decoded.Refused(400, "BadRequest", message, List.of(), strictErrors);
  }
}
