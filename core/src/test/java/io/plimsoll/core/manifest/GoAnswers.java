package io.plimsoll.core.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What Go's readers answered, and what of ours corresponds to it. */
final class GoAnswers {

  /** Go's own bounds. */
  static final Limits LIMITS = Limits.DEFAULT.withDepth(10_000);

  private GoAnswers() {}

  /** Returns the tree of any JSON. */
  static Value tree(String json) {
    Documents documents =
        Documents.read(Source.of("expected", "{\"v\":" + json + "}"), LIMITS.withDepth(10_001));
    return FieldPath.ROOT.field("v").in(documents.roots().get(0));
  }

  /** Returns a tree as JSON, keys sorted and numbers as they are spelled. */
  static String sorted(Value value) {
    if (value instanceof MappingValue mapping) {
      Map<String, String> entries = new TreeMap<>();
      for (int i = 0; i < mapping.size(); i++) {
        entries.put(mapping.key(i), sorted(mapping.value(i)));
      }
      return entries.toString();
    }
    if (value instanceof SequenceValue sequence) {
      List<String> items = new ArrayList<>();
      for (Value item : sequence.items()) {
        items.add(sorted(item));
      }
      return items.toString();
    }
    return value.toString();
  }

  /**
   * Returns the first problem where Go has an error. Duplicate keys and text after the end of a document are none to it: it
   * drops what is lost.
   */
  static Optional<Problem> refusal(Documents documents) {
    return documents.problems().stream()
        .filter(p -> p.severity() == Severity.ERROR)
        .filter(p -> !p.code().equals("duplicate-key"))
        .filter(p -> !p.code().equals("ambiguous-key"))
        .filter(p -> !p.code().equals("trailing-text"))
        .findFirst();
  }

  /** Returns whether Go's answer is left to chance: of two keys that become one, its map decides. */
  static boolean isChance(Documents documents) {
    return documents.problems().stream().anyMatch(p -> p.code().equals("ambiguous-key"));
  }

  /** Returns whether a problem is the one reason to refuse what Go accepts. */
  static boolean isTab(Problem problem) {
    return problem.code().equals(YamlSyntax.TAB);
  }
}
