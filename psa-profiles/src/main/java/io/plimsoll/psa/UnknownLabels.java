package io.plimsoll.psa;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.schema.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Labels that look like Pod Security's and mean nothing: upstream ignores them without a word. */
final class UnknownLabels {

  /** What may follow the prefix. */
  private static final List<String> KNOWN = Arrays.stream(Mode.values())
      .flatMap(mode -> Stream.of(mode.toString(), mode.versionName()))
      .toList();

  private UnknownLabels() {}

  /** Returns a warning for each of them, in the order of the labels. */
  static List<Problem> in(Map<String, String> labels) {
    return labels.keySet().stream()
        .filter(key -> key.startsWith(Mode.LABEL_PREFIX) && !KNOWN.contains(name(key)))
        .map(UnknownLabels::problem)
        .toList();
  }

  private static String name(String key) {
    return key.substring(Mode.LABEL_PREFIX.length());
  }

  private static Problem problem(String key) {
    String hint = Nearest.to(name(key), KNOWN)
        .map(known -> "did you mean \"" + Mode.LABEL_PREFIX + known + "\"")
        .orElse("known are " + String.join(", ", KNOWN));
    return Problem.warning(
            "unknown-pod-security-label",
            null,
            "the label " + GoText.quote(key) + " has no effect; " + hint)
        .at(PolicyLabels.PATH.key(key));
  }
}
