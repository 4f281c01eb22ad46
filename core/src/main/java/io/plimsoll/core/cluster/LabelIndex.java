package io.plimsoll.core.cluster;

import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects by label. A selector looks at those with its rarest label instead of at all. */
final class LabelIndex {

  private final List<KubeObject> all;
  private final Map<Map.Entry<String, String>, List<KubeObject>> byLabel = new HashMap<>();

  LabelIndex(List<KubeObject> objects) {
    this.all = objects;
    for (KubeObject object : objects) {
      object
          .metadata()
          .labels()
          .forEach((key, value) -> byLabel
              .computeIfAbsent(Map.entry(key, value), label -> new ArrayList<>())
              .add(object));
    }
  }

  List<KubeObject> select(LabelSelector selector) {
    List<KubeObject> candidates = all;
    for (Map.Entry<String, String> label : selector.matchLabels().entrySet()) {
      List<KubeObject> labelled =
          byLabel.getOrDefault(Map.entry(label.getKey(), label.getValue()), List.of());
      if (labelled.size() < candidates.size()) {
        candidates = labelled;
      }
    }
    Selector matcher = selector.toSelector();
    return candidates.stream()
        .filter(object -> matcher.matches(object.metadata().labels()))
        .toList();
  }
}
