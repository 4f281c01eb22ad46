package io.plimsoll.rbac.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.rbac.lint.WrittenRule.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds words that a rule has in one list twice. */
final class RepeatedWords {

  private RepeatedWords() {}

  static void check(WrittenRule written, List<Finding> found) {
    for (Part part : Part.values()) {
      check(written, part, found);
    }
  }

  private static void check(WrittenRule written, Part part, List<Finding> found) {
    Map<String, Integer> first = new HashMap<>();
    List<String> words = part.of(written.rule());
    for (int i = 0; i < words.size(); i++) {
      Integer before = first.putIfAbsent(words.get(i), i);
      if (before != null) {
        found.add(LintRule.REPEATED_WORD
            .at(
                written.object(),
                written.path(part, i),
                GoText.quote(words.get(i)) + " is " + part.field() + "[" + before + "] already")
            .withFix(written.remove(part, i)));
      }
    }
  }
}
