package io.plimsoll.core.manifest;

import java.util.HashSet;
import java.util.List;

/**
 * Merges mappings into a mapping that is being read, as {@code go.yaml.in/yaml/v2} does: where {@code <<} stands, so that what was
 * set before is set anew; and of a list the earlier mappings win.
 */
final class Merges {

  private Merges() {}

  /** Merges a mapping or a list of mappings. */
  static void merge(Reading reading, OpenNode node, Value value, FieldPath path)
      throws ReadFailure {
    if (value instanceof MappingValue mapping) {
      mergeEntries(reading, node, mapping, path);
      return;
    }
    List<Value> items = value instanceof SequenceValue list ? list.items() : List.of(value);
    for (Value item : items) {
      if (!(item instanceof MappingValue)) {
        throw failure(reading, node);
      }
    }
    for (int i = items.size() - 1; i >= 0; i--) {
      mergeEntries(reading, node, (MappingValue) items.get(i), path);
    }
  }

  /** Returns the failure of a merge of something else. */
  static ReadFailure failure(Reading reading, OpenNode node) {
    return reading
        .failure(
            "yaml-merge",
            node.keyStart,
            node.keyEnd,
            "expected a mapping or a list of mappings to merge with \"<<\"")
        .saying("yaml: map merge requires map or sequence of maps as the value");
  }

  private static void mergeEntries(
      Reading reading, OpenNode node, MappingValue mapping, FieldPath path) {
    if (node.merged == null) {
      node.merged = new HashSet<>();
    }
    for (int i = 0; i < mapping.size(); i++) {
      String name = mapping.key(i);
      int at = node.entries.find(name);
      if (at >= 0) {
        reading.repeat(node, name, at, mapping.value(i));
      }
      if (node.merged.add(name) && at >= 0 && reading.listsMore()) {
        reading.report(overridden(reading.source, node, at).at(path));
      }
      node.entries.put(at, name, mapping.keyStart(i), mapping.keyEnd(i), mapping.value(i));
    }
  }

  private static Problem overridden(Source source, OpenNode node, int at) {
    return Problem.warning(
            "merge-overrides",
            node.keyPlace(source),
            "the merge sets key \"" + node.entries.key(at)
                + "\" anew; kubectl merges where \"<<\" stands, so what must win goes below it")
        .relatedTo(node.keyPlace(source, at));
  }
}
