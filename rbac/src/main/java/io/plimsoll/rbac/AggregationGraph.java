package io.plimsoll.rbac;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.Selector;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which ClusterRole collects from which. Labels do not change while rules are collected, so this is found out once.
 *
 * <p>Roles are numbered in the order of their names, so that a set of bits is in the order in which rules are collected.
 */
final class AggregationGraph {

  /** A selector that is none, by its index in the rule. */
  record InvalidSelector(int index, String message) {}

  private final List<ClusterRole> roles;
  private final int[] places;
  private final List<List<BitSet>> selections = new ArrayList<>();
  private final BitSet aggregated = new BitSet();
  private final Map<Integer, InvalidSelector> invalid = new LinkedHashMap<>();

  AggregationGraph(List<ClusterRole> given) {
    places = IntStream.range(0, given.size())
        .boxed()
        .sorted(Comparator.comparing(i -> given.get(i).metadata().nameOrEmpty(), GoText::compare))
        .mapToInt(Integer::intValue)
        .toArray();
    roles = IntStream.of(places).mapToObj(given::get).toList();
    for (int role = 0; role < roles.size(); role++) {
      selections.add(select(role));
    }
  }

  /** Returns what each selector of a role matches; nothing if it is not aggregated, or a selector is invalid. */
  private List<BitSet> select(int role) {
    AggregationRule rule = roles.get(role).aggregationRule();
    if (rule == null) {
      return List.of();
    }
    List<BitSet> matches = new ArrayList<>();
    for (LabelSelector labelSelector : rule.clusterRoleSelectors()) {
      Selector selector = selector(role, matches.size(), labelSelector);
      if (selector == null) {
        return List.of();
      }
      BitSet match = new BitSet(roles.size());
      for (int other = 0; other < roles.size(); other++) {
        match.set(
            other, other != role && selector.matches(roles.get(other).metadata().labels()));
      }
      matches.add(match);
    }
    aggregated.set(role);
    return matches;
  }

  private @Nullable Selector selector(int role, int index, LabelSelector selector) {
    try {
      return selector.toSelector();
    } catch (IllegalArgumentException notValid) {
      invalid.put(role, new InvalidSelector(index, String.valueOf(notValid.getMessage())));
      return null;
    }
  }

  /** Returns the roles by name. */
  List<ClusterRole> roles() {
    return roles;
  }

  /** Returns things of the roles in the order in which the roles were given. */
  <T> List<T> inGivenOrder(List<T> byName) {
    List<T> result = new ArrayList<>(byName);
    for (int i = 0; i < places.length; i++) {
      result.set(places[i], byName.get(i));
    }
    return result;
  }

  /** Returns the roles whose rules are collected. */
  BitSet aggregated() {
    return aggregated;
  }

  /** Returns the roles that are left as they are because a selector is invalid. */
  Map<Integer, InvalidSelector> invalid() {
    return invalid;
  }

  /** Calls with each role that one collects from, in order; one that several selectors match comes several times. */
  void forEachSelected(int role, IntConsumer action) {
    for (BitSet match : selections.get(role)) {
      match.stream().forEach(action);
    }
  }

  /** Returns the roles that one collects from. */
  BitSet selected(int role) {
    BitSet all = new BitSet(roles.size());
    selections.get(role).forEach(all::or);
    return all;
  }
}
