package io.plimsoll.netpol.label;

import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.LabelSelectorRequirement;
import io.plimsoll.netpol.set.Hash;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What belongs to selectors. Most selectors ask for one label, and its key and value are cheaper to look up than a selector. */
public final class SelectorMap<V> {

  /** A selector with a hash that mixes well: values like {@code app-01} and {@code app-02} differ too little for the usual one. */
  private record Question(LabelSelector selector, int hash) {

    static Question of(LabelSelector selector) {
      int hash = 0;
      for (Map.Entry<String, String> label : selector.matchLabels().entrySet()) {
        hash += Hash.mix(Hash.mix(label.getKey().hashCode()) + label.getValue().hashCode());
      }
      for (LabelSelectorRequirement requirement : selector.matchExpressions()) {
        hash = Hash.mix(Hash.mix(hash + requirement.key().hashCode())
            + requirement.operator().hashCode());
        for (String value : requirement.values()) {
          hash = Hash.mix(hash + value.hashCode());
        }
      }
      return new Question(selector, hash);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private final Map<String, Map<String, V>> singles = new HashMap<>();
  private final Map<Question, V> others = new HashMap<>();

  /** Returns what belongs to a selector, or to an equal one; makes it for the first of them. */
  public V computeIfAbsent(LabelSelector selector, Function<LabelSelector, V> make) {
    Map<String, String> labels = selector.matchLabels();
    if (labels.size() == 1 && selector.matchExpressions().isEmpty()) {
      Map.Entry<String, String> label = labels.entrySet().iterator().next();
      return singles
          .computeIfAbsent(label.getKey(), key -> new HashMap<>())
          .computeIfAbsent(label.getValue(), value -> make.apply(selector));
    }
    return others.computeIfAbsent(Question.of(selector), question -> make.apply(question.selector));
  }
}
