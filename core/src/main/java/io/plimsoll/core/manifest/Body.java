package io.plimsoll.core.manifest;

import java.util.List;
import java.util.Optional;

/**
 * A text that is one document, as an API server reads the body of a request: either JSON or YAML, whatever it looks like.
 *
 * @param root the value; empty if the document is empty or null, or there was an error
 * @param error why there is no document, in Go's words where they are known; empty if there is one
 * @param repeats the names that were set again, in the order in which they were; the root has their last values
 * @param isTooDeep whether there is an error only because the limits are narrower than Go's: the error is in our words
 */
public record Body(Optional<Value> root, String error, List<Repeat> repeats, boolean isTooDeep) {

  private static final Limits GO = Limits.DEFAULT.withDepth(10_000);

  public Body {
    repeats = List.copyOf(repeats);
  }

  /** Makes a text that was read, or that Go does not read either. */
  public Body(Optional<Value> root, String error, List<Repeat> repeats) {
    this(root, error, repeats, false);
  }

  /**
   * A name that a mapping has again.
   *
   * @param mapping the offset in the text at which the mapping starts
   * @param name the name
   * @param nameStart the offset at which the name stood before, -1 if it stands nowhere
   * @param value the value it had before
   * @param printed the name as Go prints it with {@code %#v}
   * @param line the line in which its new value starts
   */
  public record Repeat(
      int mapping, String name, int nameStart, Value value, String printed, int line) {}

  /** Reads JSON, as deep as Go does. Mirrors {@code json.Unmarshal}. */
  public static Body readJson(Source source) {
    return readJson(source, GO);
  }

  /** Reads JSON within limits. Mirrors {@code json.Unmarshal}. */
  public static Body readJson(Source source, Limits limits) {
    return new JsonBody(source, limits).body();
  }

  /** Reads the first document of YAML. Mirrors {@code YAMLToJSON} of {@code sigs.k8s.io/yaml}. */
  public static Body readYaml(Source source, Limits limits) {
    return DocumentStream.readBody(source, limits);
  }

  /**
   * Returns the value, null if the document is.
   *
   * @throws IllegalArgumentException if there is no document; the message is the error
   */
  public Value valueOrThrow() {
    if (!error.isEmpty()) {
      throw new IllegalArgumentException(error);
    }
    return root.orElseGet(ScalarValue::ofNull);
  }

  static Body refused(String error) {
    return new Body(Optional.empty(), error, List.of());
  }

  /** Returns a text that was not read, for this reason if Go gives no other. */
  static Body refused(Problem problem, String error) {
    boolean ours = error.isEmpty();
    return new Body(
        Optional.empty(),
        ours ? problem.message() : error,
        List.of(),
        ours && problem.code().equals("limit-depth"));
  }
}
