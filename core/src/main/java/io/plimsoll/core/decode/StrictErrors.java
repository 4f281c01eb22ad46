package io.plimsoll.core.decode;

import io.plimsoll.core.manifest.Body.Repeat;
import io.plimsoll.core.manifest.GoText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a strict decoder finds in a text that it can decode. Mirrors {@code saveStrictError} of {@code sigs.k8s.io/json}: no error
 * twice, and no more than a hundred.
 */
final class StrictErrors {

  static final String START = "strict decoding error: ";

  private static final int MOST = 100;
  private static final String YAML = "yaml: unmarshal errors:\n";

  private final Set<String> errors = new LinkedHashSet<>();

  void unknown(String path) {
    add("unknown field " + GoText.quote(path));
  }

  void duplicate(String path) {
    add("duplicate field " + GoText.quote(path));
  }

  private void add(String error) {
    if (errors.size() < MOST) {
      errors.add(error);
    }
  }

  List<String> list() {
    return List.copyOf(errors);
  }

  /** Returns the error of {@code YAMLToJSONStrict} over names that were set again; empty if none were. */
  static List<String> ofYaml(List<Repeat> repeats) {
    return repeats.isEmpty()
        ? List.of()
        : List.of(repeats.stream()
            .map(repeat ->
                "  line " + repeat.line() + ": key " + repeat.printed() + " already set in map")
            .collect(Collectors.joining("\n", YAML, "")));
  }

  /** Returns the message of the errors all together. */
  static String message(List<String> errors) {
    return START + String.join(", ", errors);
  }

  static List<String> warnings(List<String> errors) {
    List<String> warnings = new ArrayList<>();
    for (String error : errors) {
      if (error.startsWith(YAML)) {
        Arrays.stream(error.substring(YAML.length()).split("\n", -1))
            .map(String::strip)
            .forEach(warnings::add);
      } else {
        warnings.add(error);
      }
    }
    return warnings;
  }
}
