package io.plimsoll.netpol.label;

import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.LabelSelectorRequirement;
import io.plimsoll.netpol.set.PeerSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Things with labels, numbered from 0, by key and value: selects without looking at each thing. */
public final class LabelIndex {

  /** Takes things, and makes an index of them. */
  public static final class Builder {

    private final Map<String, Label> labels = new HashMap<>();
    private final Numbers everything = new Numbers();

    /** Adds a thing; its number is greater than those before. */
    public void add(int number, Map<String, String> labelsOfThing) {
      everything.add(number);
      for (Map.Entry<String, String> label : labelsOfThing.entrySet()) {
        Label known = labels.computeIfAbsent(label.getKey(), k -> new Label());
        known.present.add(number);
        known.values.computeIfAbsent(label.getValue(), v -> new Numbers()).add(number);
      }
    }

    public LabelIndex build() {
      return new LabelIndex(this);
    }
  }

  /** Who has a label, and who has it with which value. */
  private static final class Label {
    final Numbers present = new Numbers();
    final Map<String, Numbers> values = new HashMap<>();
  }

  /** Ascending numbers that are still being added to. */
  private static final class Numbers {
    private int[] items = new int[4];
    private int size;

    void add(int item) {
      if (size == items.length) {
        items = Arrays.copyOf(items, 2 * size);
      }
      items[size++] = item;
    }

    PeerSet toSet() {
      return PeerSet.ofSorted(Arrays.copyOf(items, size));
    }
  }

  private final PeerSet all;
  private final Map<String, PeerSet> presence = new HashMap<>();
  private final Map<String, Map<String, PeerSet>> values = new HashMap<>();

  private final SelectorMap<Integer> selectors = new SelectorMap<>();

  /** The same results for selectors that are asked for once more, without a look at them. */
  private final IdentityHashMap<LabelSelector, Integer> known = new IdentityHashMap<>();

  private final List<PeerSet> results = new ArrayList<>();

  private LabelIndex(Builder things) {
    this.all = things.everything.toSet();
    things.labels.forEach((key, label) -> {
      presence.put(key, label.present.toSet());
      Map<String, PeerSet> sets = new HashMap<>(label.values.size() * 2);
      label.values.forEach((value, numbers) -> sets.put(value, numbers.toSet()));
      values.put(key, sets);
    });
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Returns the number of a selector's result; equal selectors have the same. */
  public int select(LabelSelector selector) {
    Integer number = known.get(selector);
    if (number == null) {
      number = selectors.computeIfAbsent(selector, one -> add(evaluate(one)));
      known.put(selector, number);
    }
    return number;
  }

  private int add(PeerSet result) {
    results.add(result);
    return results.size() - 1;
  }

  /** Returns the things that a selector selects, by the number of its result. */
  public PeerSet result(int number) {
    return results.get(number);
  }

  private PeerSet evaluate(LabelSelector selector) {
    if (!LabelConditions.isValid(selector)) {
      return PeerSet.EMPTY;
    }
    PeerSet selected = all;
    for (Map.Entry<String, String> label : selector.matchLabels().entrySet()) {
      selected = having(label.getKey(), label.getValue()).and(selected);
    }
    for (LabelSelectorRequirement requirement : selector.matchExpressions()) {
      selected = switch (requirement.operator()) {
        case "In" -> havingOneOf(requirement).and(selected);
        case "NotIn" -> selected.minus(havingOneOf(requirement));
        case "Exists" -> having(requirement.key()).and(selected);
        default -> selected.minus(having(requirement.key()));
      };
    }
    return selected;
  }

  private PeerSet having(String key) {
    return presence.getOrDefault(key, PeerSet.EMPTY);
  }

  private PeerSet having(String key, String value) {
    return values.getOrDefault(key, Map.of()).getOrDefault(value, PeerSet.EMPTY);
  }

  private PeerSet havingOneOf(LabelSelectorRequirement requirement) {
    PeerSet set = PeerSet.EMPTY;
    for (String value : requirement.values()) {
      set = set.or(having(requirement.key(), value));
    }
    return set;
  }
}
