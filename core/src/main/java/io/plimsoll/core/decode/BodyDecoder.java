package io.plimsoll.core.decode;

import io.plimsoll.core.manifest.Body;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.schema.FieldValidation;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.RegisteredKinds;
import io.plimsoll.core.schema.Schema;
import io.plimsoll.core.schema.StrictCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The decoder of the bodies of requests for one kind of object. Mirrors the serializers of {@code k8s.io/apimachinery} and what
 * {@code endpoints/handlers/create.go} of {@code k8s.io/apiserver} makes of their errors.
 *
 * <p>An object that does not say of what kind it is, or of what version, is of the kind that is expected. It must be registered,
 * decode as its own kind says, and then be of the kind that is expected; of all that the first failure is the answer.
 */
public final class BodyDecoder {

  /** What release builds of Kubernetes call the scheme that knows all kinds. */
  public static final String SCHEME = "pkg/api/legacyscheme/scheme.go:30";

  private final GroupVersionKind expected;
  private final Set<String> accepted;
  private final String scheme;

  private BodyDecoder(GroupVersionKind expected, Set<String> accepted, String scheme) {
    this.expected = expected;
    this.accepted = accepted;
    this.scheme = scheme;
  }

  /**
   * Returns the decoder for a kind.
   *
   * @throws IllegalArgumentException if the API version has more than one slash
   */
  public static BodyDecoder of(String apiVersion, String kind) {
    try {
      return new BodyDecoder(GroupVersionKind.of(apiVersion, kind), Set.of(apiVersion), SCHEME);
    } catch (DecodeFailure e) {
      throw new IllegalArgumentException("not an API version: \"" + apiVersion + "\"", e);
    }
  }

  /** Returns this decoder for a resource that takes its kind in these versions, as that for evictions does. */
  public BodyDecoder accepting(Set<String> apiVersions) {
    return new BodyDecoder(expected, Set.copyOf(apiVersions), scheme);
  }

  /** Returns this decoder with another name of the scheme: that of a server that was built from Go modules is not {@link #SCHEME}. */
  public BodyDecoder inScheme(String name) {
    return new BodyDecoder(expected, accepted, name);
  }

  /** Decodes a body whose media type a {@code Content-Type} header names. */
  public Decoded decode(String contentType, String body, FieldValidation validation) {
    return MediaType.ofContentType(contentType)
        .map(type -> decode(type, body, validation))
        .orElseGet(() ->
            new Decoded.Refused(415, "UnsupportedMediaType", MediaType.unsupported(), List.of()));
  }

  /** Decodes a body. */
  public Decoded decode(MediaType type, String body, FieldValidation validation) {
    Source source = Source.of("body", body);
    Body read = type == MediaType.JSON
        ? Body.readJson(source, Limits.DEFAULT)
        : Body.readYaml(source, Limits.DEFAULT);
    try {
      if (!read.error().isEmpty()) {
        throw type == MediaType.JSON
            ? TypeMeta.notJson(read.error())
            : new DecodeFailure(read.error());
      }
      return decode(new Reading(type, body, read), validation);
    } catch (DecodeFailure e) {
      return unrecognized(e, body);
    }
  }

  /** Decodes a tree, as if it were the JSON of a body. */
  public Decoded decode(MappingValue object, FieldValidation validation) {
    Body read = new Body(Optional.of(object), "", List.of());
    try {
      return decode(new Reading(MediaType.JSON, "", read), validation);
    } catch (DecodeFailure e) {
      return unrecognized(e, object.toString());
    }
  }

  /** A body that was read. */
  private record Reading(MediaType type, String text, Body body) {

    Value root() {
      return body.root().orElseGet(ScalarValue::ofNull);
    }

    Entries entries() {
      return type == MediaType.JSON ? Entries.ofJson(body.repeats()) : Entries.ofYaml();
    }
  }

  private Decoded decode(Reading reading, FieldValidation validation) throws DecodeFailure {
    TypeMeta meta = TypeMeta.of(reading.root(), reading.entries());
    GroupVersionKind actual =
        GroupVersionKind.of(meta.apiVersion(), meta.kind()).withDefaults(expected);
    MappingValue object =
        reading.root() instanceof MappingValue mapping ? mapping : MappingValue.empty();
    try {
      if (actual.version().isEmpty()) {
        throw new DecodeFailure("Object 'apiVersion' is missing in '" + reading.text() + "'");
      }
      return decode(object, actual, reading, validation);
    } catch (DecodeFailure e) {
      return unfit(actual, e.text(), List.of());
    }
  }

  private Decoded decode(
      MappingValue object, GroupVersionKind actual, Reading reading, FieldValidation validation)
      throws DecodeFailure {
    Optional<ObjectType> type = typeOf(actual);
    List<String> strictErrors = new ArrayList<>();
    MappingValue kept = object;
    if (type.isPresent() && !isPlain(object, type.get(), reading)) {
      ObjectDecoder decoder = new ObjectDecoder(reading.entries());
      kept = decoder.decode(object, type.get());
      if (reading.type() == MediaType.YAML) {
        strictErrors.addAll(StrictErrors.ofYaml(reading.body().repeats()));
      }
      strictErrors.addAll(decoder.strictErrors());
    }
    if (!actual.internalType().equals(expected.internalType())) {
      throw new DecodeFailure("converting ("
          + RegisteredKinds.kubernetes().goType(actual.apiVersion(), actual.kind()) + ") to ("
          + expected.internalType() + "): unknown conversion");
    }
    return answer(kept, actual, strictErrors, validation);
  }

  /** Returns whether the tree fits its type and is all there is, so that Go decodes it to what it says. */
  private static boolean isPlain(MappingValue object, ObjectType type, Reading reading) {
    return reading.body().repeats().isEmpty()
        && StrictCheck.kubernetes().checkFields(object, type).isEmpty();
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
    return new Decoded.Accepted(
        named(named(object, "kind", actual.kind()), "apiVersion", actual.apiVersion()), told);
  }

  /** Sets what an object says of its kind where it does not say it yet. */
  private static MappingValue named(MappingValue object, String name, String text) {
    return object.get(name) instanceof ScalarValue scalar && scalar.text().equals(text)
        ? object
        : object.with(name, ScalarValue.of(text));
  }

  /** Returns the type of a registered kind; the fields of one of a version that is gone, and of custom resources, are not known. */
  private Optional<ObjectType> typeOf(GroupVersionKind kind) throws DecodeFailure {
    if (!kind.equals(expected)
        && !RegisteredKinds.kubernetes().contains(kind.apiVersion(), kind.kind())) {
      throw new DecodeFailure("no kind " + GoText.quote(kind.kind())
          + " is registered for version " + GoText.quote(kind.apiVersion()) + " in scheme "
          + GoText.quote(scheme));
    }
    return Schema.kubernetes().type(kind.apiVersion(), kind.kind());
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
    return new Decoded.Refused(400, "BadRequest", message, strictErrors);
  }
}
