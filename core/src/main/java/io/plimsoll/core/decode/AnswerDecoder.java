package io.plimsoll.core.decode;

import io.plimsoll.core.manifest.Body;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.RegisteredKinds;
import java.util.Set;

/**
 * The decoder of what a webhook answers to a review. Mirrors {@code Into} of {@code rest.Result} in {@code k8s.io/client-go} over
 * the codecs of {@code k8s.io/apiserver/pkg/util/webhook}: JSON if it begins with a brace, else YAML; not strict.
 */
public final class AnswerDecoder {

  /** Upstream reads an answer of any size. */
  private static final Limits LIMITS = Limits.LARGE_DOCUMENT;

  private final GroupVersionKind expected;
  private final ObjectType type;
  private final String scheme;
  private final Set<String> versions;
  private final boolean amongAllKinds;

  private AnswerDecoder(
      String apiVersion,
      ObjectType type,
      String scheme,
      Set<String> versions,
      boolean amongAllKinds) {
    this.expected = GroupVersionKind.expected(apiVersion, type.simpleName());
    this.type = type;
    this.scheme = scheme;
    this.versions = versions;
    this.amongAllKinds = amongAllKinds;
  }

  /**
   * Returns the decoder for a kind that a scheme of its own knows, in some versions.
   *
   * @param apiVersion the API version that is expected
   * @param type the fields, of all versions; its name is that of the kind
   * @param versions the API versions that the scheme knows
   */
  public static AnswerDecoder of(String apiVersion, ObjectType type, Set<String> versions) {
    return new AnswerDecoder(
        apiVersion, type, ConfigurationKind.SCHEME, Set.copyOf(versions), false);
  }

  /**
   * Returns the decoder for a kind of a scheme that knows all kinds of Kubernetes.
   *
   * @param scheme the name of the scheme, for messages
   */
  public static AnswerDecoder amongAllKinds(String apiVersion, ObjectType type, String scheme) {
    return new AnswerDecoder(apiVersion, type, scheme, Set.of(apiVersion), true);
  }

  /**
   * Reads the body of an answer to a tree that may say its kind; null is empty.
   *
   * @throws IllegalArgumentException if it is no object, with upstream's message
   */
  public static MappingValue read(String body) {
    if (body.isEmpty()) {
      throw new IllegalArgumentException(
          "0-length response with status code: 200 and content type: application/json");
    }
    boolean json = body.stripLeading().startsWith("{");
    Source source = Source.of("response", body);
    Body read = json ? Body.readJson(source, LIMITS) : Body.readYaml(source, LIMITS);
    try {
      if (!read.error().isEmpty()) {
        throw json ? TypeMeta.notJson(read.error()) : new DecodeFailure(read.error());
      }
      BodyReading reading = new BodyReading(json ? MediaType.JSON : MediaType.YAML, body, read);
      TypeMeta.of(reading.root(), reading.entries());
      return reading.object();
    } catch (DecodeFailure e) {
      throw new IllegalArgumentException(e.text(), e);
    }
  }

  /**
   * Decodes an answer; one that does not say its kind is of the one that is expected.
   *
   * @throws IllegalArgumentException if it is of another kind or a field is of a wrong type, with upstream's message
   */
  public MappingValue decode(MappingValue answer) {
    BodyReading reading = BodyReading.of(answer);
    try {
      TypeMeta meta = TypeMeta.of(answer, reading.entries());
      GroupVersionKind actual =
          GroupVersionKind.of(meta.apiVersion(), meta.kind()).withDefaults(expected);
      if (!isRegistered(actual)) {
        throw new DecodeFailure("no kind " + GoText.quote(actual.kind())
            + " is registered for version " + GoText.quote(actual.apiVersion()) + " in scheme "
            + GoText.quote(scheme));
      }
      MappingValue decoded = actual.kind().equals(expected.kind())
          ? new ObjectDecoder(reading.entries()).decode(answer, type)
          : answer;
      if (!actual.equals(expected)) {
        throw new DecodeFailure("converting (" + goType(actual) + ") to (" + goType(expected)
            + "): unknown conversion");
      }
      return decoded;
    } catch (DecodeFailure e) {
      throw new IllegalArgumentException(e.text(), e);
    }
  }

  private boolean isRegistered(GroupVersionKind kind) {
    return (kind.kind().equals(expected.kind()) && versions.contains(kind.apiVersion()))
        || kind.kind().equals("Status")
        || (amongAllKinds && RegisteredKinds.kubernetes().contains(kind.apiVersion(), kind.kind()));
  }

  private static String goType(GroupVersionKind kind) {
    return RegisteredKinds.kubernetes().goType(kind.apiVersion(), kind.kind());
  }
}
