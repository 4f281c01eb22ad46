package io.plimsoll.netpol.synthesis;

import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.LabelSelectorRequirement;
import io.plimsoll.netpol.label.LabelIndex;
import io.plimsoll.netpol.label.LabelPreference;
import io.plimsoll.netpol.set.PeerSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Selectors that select given pods of one namespace and no other of it, as short and readable as can be. */
final class ExactSelectors {

  private final PodGroups groups;
  private final PeerSet all;
  private final LabelIndex index;
  private final Set<String> keys = new TreeSet<>(LabelPreference.ORDER);

  ExactSelectors(PodGroups groups, List<Integer> namespace) {
    this.groups = groups;
    this.all = setOf(namespace);
    LabelIndex.Builder builder = LabelIndex.builder();
    for (int group : namespace) {
      Map<String, String> labels = groups.get(group).labels();
      builder.add(group, labels);
      keys.addAll(labels.keySet());
    }
    this.index = builder.build();
  }

  private static PeerSet setOf(Iterable<Integer> numbers) {
    TreeSet<Integer> sorted = new TreeSet<>();
    numbers.forEach(sorted::add);
    return PeerSet.ofSorted(sorted.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Returns the fewest selectors found that select some groups together, in order. */
  List<LabelSelector> of(Set<Integer> wanted) {
    return together(wanted)
        .map(List::of)
        .orElseGet(() -> merged(wanted.stream().map(this::one).toList()));
  }

  /** Returns selectors of which those that ask for one label of the same key have become one that asks for any of the values. */
  private static List<LabelSelector> merged(List<LabelSelector> selectors) {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    List<LabelSelector> others = new ArrayList<>();
    for (LabelSelector selector : selectors) {
      if (selector.matchLabels().size() == 1 && selector.matchExpressions().isEmpty()) {
        selector
            .matchLabels()
            .forEach((key, value) ->
                values.computeIfAbsent(key, k -> new TreeSet<>()).add(value));
      } else {
        others.add(selector);
      }
    }
    List<LabelSelector> merged = new ArrayList<>();
    values.forEach((key, some) -> merged.add(
        some.size() == 1
            ? new LabelSelector(Map.of(key, some.iterator().next()), List.of())
            : new LabelSelector(
                Map.of(), List.of(new LabelSelectorRequirement(key, "In", List.copyOf(some))))));
    merged.addAll(others);
    return merged;
  }

  /** Returns one selector for several groups, if there is one. */
  private Optional<LabelSelector> together(Set<Integer> wanted) {
    if (wanted.size() == 1) {
      return Optional.of(one(wanted.iterator().next()));
    }
    PeerSet target = setOf(wanted);
    if (target.size() == all.size()) {
      return Optional.of(LabelSelector.EVERYTHING);
    }
    Map<String, String> common = new LinkedHashMap<>();
    groups.get(wanted.iterator().next()).labels().forEach((key, value) -> {
      if (wanted.stream()
          .allMatch(group -> value.equals(groups.get(group).labels().get(key)))) {
        common.put(key, value);
      }
    });
    return byLabels(common, target);
  }

  /** Returns a selector of one label, or else of two. */
  private Optional<LabelSelector> byLabels(Map<String, String> labels, PeerSet target) {
    List<String> order = List.copyOf(labels.keySet());
    for (String key : order) {
      LabelSelector one = having(labels, List.of(key));
      if (isExactly(one, target)) {
        return Optional.of(one);
      }
    }
    for (int i = 0; i < order.size(); i++) {
      for (int j = i + 1; j < order.size(); j++) {
        LabelSelector two = having(labels, List.of(order.get(i), order.get(j)));
        if (isExactly(two, target)) {
          return Optional.of(two);
        }
      }
    }
    return Optional.empty();
  }

  private static LabelSelector having(Map<String, String> labels, List<String> keys) {
    Map<String, String> some = new LinkedHashMap<>();
    for (String key : keys) {
      String value = labels.get(key);
      if (value != null) {
        some.put(key, value);
      }
    }
    return new LabelSelector(some, List.of());
  }

  private PeerSet select(LabelSelector selector) {
    return index.result(index.select(selector));
  }

  private boolean isExactly(LabelSelector selector, PeerSet target) {
    PeerSet selected = select(selector);
    return selected.size() == target.size() && target.minus(selected).isEmpty();
  }

  /** Groups differ in their labels, so there always is one: with what its pods have, and what others have and its pods do not. */
  private LabelSelector one(int group) {
    Map<String, String> labels = groups.get(group).labels();
    PeerSet target = PeerSet.ofSorted(new int[] {group});
    return byLabels(labels, target).orElseGet(() -> fewest(labels, target));
  }

  private LabelSelector fewest(Map<String, String> labels, PeerSet target) {
    List<LabelSelector> conditions = new ArrayList<>();
    labels.keySet().forEach(key -> conditions.add(having(labels, List.of(key))));
    keys.stream()
        .filter(key -> !labels.containsKey(key))
        .forEach(key -> conditions.add(without(key)));
    Set<LabelSelector> chosen = new LinkedHashSet<>();
    PeerSet left = all;
    while (left.size() > target.size()) {
      LabelSelector best = conditions.get(0);
      for (LabelSelector condition : conditions) {
        if (left.and(select(condition)).size() < left.and(select(best)).size()) {
          best = condition;
        }
      }
      chosen.add(best);
      left = left.and(select(best));
    }
    for (LabelSelector condition : List.copyOf(chosen)) {
      chosen.remove(condition);
      if (!isExactly(both(chosen), target)) {
        chosen.add(condition);
      }
    }
    // What a selector only leaves out would let in whatever comes.
    if (!labels.isEmpty() && chosen.stream().allMatch(one -> one.matchLabels().isEmpty())) {
      chosen.add(conditions.get(0));
    }
    return both(chosen);
  }

  private static LabelSelector without(String key) {
    return new LabelSelector(
        Map.of(), List.of(new LabelSelectorRequirement(key, "DoesNotExist", List.of())));
  }

  private static LabelSelector both(Set<LabelSelector> conditions) {
    Map<String, String> labels = new LinkedHashMap<>();
    List<LabelSelectorRequirement> requirements = new ArrayList<>();
    conditions.forEach(one -> {
      labels.putAll(one.matchLabels());
      requirements.addAll(one.matchExpressions());
    });
    return new LabelSelector(labels, requirements);
  }
}
