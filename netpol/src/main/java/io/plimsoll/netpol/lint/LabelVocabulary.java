package io.plimsoll.netpol.lint;

import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.LabelSelectorRequirement;
import io.plimsoll.core.schema.Nearest;
import io.plimsoll.netpol.label.LabelIndex;
import io.plimsoll.netpol.label.LabelPreference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The labels that some pods or namespaces have: what a selector that selects none of them was most likely meant to be. */
final class LabelVocabulary {

  /** How many values of a label are compared with one that nothing has; comparing costs the product of their lengths. */
  private static final int MOST_COMPARED = 200;

  /**
   * A label that a selector does not ask for, and was most likely meant to.
   *
   * @param label the label, as {@code key="value"}
   * @param patch the change of the policy
   */
  record Correction(String label, Patch patch) {}

  private final LabelIndex index;
  private final Map<String, Set<String>> valuesOf = new TreeMap<>(LabelPreference.ORDER);
  private final Map<String, Set<String>> keysOf = new TreeMap<>();

  LabelVocabulary(Collection<Map<String, String>> labels) {
    LabelIndex.Builder builder = LabelIndex.builder();
    int number = 0;
    for (Map<String, String> one : new LinkedHashSet<>(labels)) {
      builder.add(number++, one);
      one.forEach((key, value) -> {
        valuesOf.computeIfAbsent(key, k -> new TreeSet<>()).add(value);
        keysOf.computeIfAbsent(value, v -> new TreeSet<>(LabelPreference.ORDER)).add(key);
      });
    }
    this.index = builder.build();
  }

  /**
   * Returns the change of one label after which a valid selector selects something.
   *
   * @param path where the selector stands
   * @param mends whether a selector would do
   */
  Optional<Correction> correct(
      LabelSelector selector, FieldPath path, Predicate<LabelSelector> mends) {
    for (Map.Entry<String, String> label : selector.matchLabels().entrySet()) {
      for (Map.Entry<String, String> other : others(label.getKey(), label.getValue())) {
        LabelSelector corrected = with(selector, label.getKey(), other);
        if (selects(corrected) && mends.test(corrected)) {
          return Optional.of(correction(path.field("matchLabels"), label.getKey(), other));
        }
      }
    }
    List<LabelSelectorRequirement> requirements = selector.matchExpressions();
    for (int i = 0; i < requirements.size(); i++) {
      FieldPath at = path.field("matchExpressions").index(i).field("values");
      Optional<Correction> correction = correctValue(selector, i, at, mends);
      if (correction.isPresent()) {
        return correction;
      }
    }
    return Optional.empty();
  }

  /** Returns the labels that may have been meant: another value, another key with the value, both. */
  private List<Map.Entry<String, String>> others(String key, String value) {
    List<Map.Entry<String, String>> others = new ArrayList<>();
    near(key, value).ifPresent(other -> others.add(Map.entry(key, other)));
    keysOf.getOrDefault(value, Set.of()).stream()
        .filter(other -> !other.equals(key))
        .forEach(other -> others.add(Map.entry(other, value)));
    Nearest.to(key, first(valuesOf.keySet()))
        .filter(other -> !other.equals(key))
        .ifPresent(
            other -> near(other, value).ifPresent(meant -> others.add(Map.entry(other, meant))));
    return others;
  }

  private Optional<String> near(String key, String value) {
    return Nearest.to(value, first(valuesOf.getOrDefault(key, Set.of())))
        .filter(other -> !withoutNumbers(other).equals(withoutNumbers(value)));
  }

  private static List<String> first(Set<String> all) {
    return all.stream().limit(MOST_COMPARED).toList();
  }

  /** Names that differ in their numbers only are different names: nobody misspells them. */
  private static String withoutNumbers(String name) {
    return name.replaceAll("[0-9]+", "0");
  }

  private static LabelSelector with(
      LabelSelector selector, String key, Map.Entry<String, String> other) {
    Map<String, String> labels = new LinkedHashMap<>(selector.matchLabels());
    labels.remove(key);
    labels.put(other.getKey(), other.getValue());
    return new LabelSelector(labels, selector.matchExpressions());
  }

  private static Correction correction(
      FieldPath labels, String key, Map.Entry<String, String> other) {
    ScalarValue value = ScalarValue.of(other.getValue());
    Patch patch = key.equals(other.getKey())
        ? Patch.of(new Patch.Operation.Replace(labels.key(key), value))
        : Patch.of(
            new Patch.Operation.Remove(labels.key(key)),
            new Patch.Operation.Add(labels.key(other.getKey()), value));
    return new Correction(other.getKey() + "=\"" + other.getValue() + "\"", patch);
  }

  private Optional<Correction> correctValue(
      LabelSelector selector, int number, FieldPath path, Predicate<LabelSelector> mends) {
    LabelSelectorRequirement requirement = selector.matchExpressions().get(number);
    List<String> values =
        requirement.operator().equals("In") ? requirement.values() : List.<String>of();
    for (int i = 0; i < values.size(); i++) {
      Optional<String> other = near(requirement.key(), values.get(i));
      if (other.isPresent()) {
        List<String> corrected = new ArrayList<>(values);
        corrected.set(i, other.get());
        List<LabelSelectorRequirement> all = new ArrayList<>(selector.matchExpressions());
        all.set(number, new LabelSelectorRequirement(requirement.key(), "In", corrected));
        LabelSelector whole = new LabelSelector(selector.matchLabels(), all);
        if (selects(whole) && mends.test(whole)) {
          ScalarValue value = ScalarValue.of(other.get());
          return Optional.of(new Correction(
              requirement.key() + "=\"" + other.get() + "\"",
              Patch.of(new Patch.Operation.Replace(path.index(i), value))));
        }
      }
    }
    return Optional.empty();
  }

  private boolean selects(LabelSelector selector) {
    return !index.result(index.select(selector)).isEmpty();
  }
}
