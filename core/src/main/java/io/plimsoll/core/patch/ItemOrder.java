package io.plimsoll.core.patch;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of the items of a merged list. Mirrors {@code normalizeElementOrder}: those of the patch keep the patch's order, the
 * others keep that of the list that was there, and the two are merged by the latter as far as it goes.
 *
 * @param mergeKey the field that tells objects apart; empty for scalars
 * @param objects whether the items are objects
 */
record ItemOrder(String mergeKey, boolean objects) {

  /**
   * Returns all items in order.
   *
   * @param all what is in the list
   * @param patched the items that are the patch's
   * @param patchOrder the order of the patch
   * @param liveOrder the order of the list that was there
   */
  List<Value> merge(
      List<Value> all, List<Value> patched, List<Value> patchOrder, List<Value> liveOrder)
      throws PatchFailure {
    List<Value> patch = new ArrayList<>();
    List<Value> live = new ArrayList<>();
    partition(all, patched, patch, live);
    Map<Object, Integer> liveRanks = ranks(liveOrder);
    List<Value> right = sorted(patch, patchOrder, ranks(patchOrder));
    return interleaved(sorted(live, liveOrder, liveRanks), right, liveRanks);
  }

  private void partition(List<Value> all, List<Value> patched, List<Value> patch, List<Value> live)
      throws PatchFailure {
    int objectsEnd = mergeKey.isEmpty() ? patched.size() : objectsAtStart(patched);
    Map<Object, Integer> known = partitionRanks(patched.subList(0, objectsEnd));
    for (Value item : all) {
      boolean isPatched =
          mergeKey.isEmpty() ? known.containsKey(GoKey.of(item)) : isKnown(item, known);
      if (!isPatched && objectsEnd < patched.size()) {
        throw PatchFailure.internal("value for key " + objectsEnd + " is not a map");
      }
      (isPatched ? patch : live).add(item);
    }
  }

  private boolean isKnown(Value item, Map<Object, Integer> known) throws PatchFailure {
    Value key = ListMerge.keyOf(object(item), mergeKey);
    boolean found = known.containsKey(GoKey.ofMergeKey(key));
    if (found) {
      GoKey.requireComparable(key);
    }
    return found;
  }

  /** Upstream looks the items up one by one, and fails at what is no object only when it gets there. */
  private static int objectsAtStart(List<Value> items) {
    int end = 0;
    while (end < items.size() && items.get(end) instanceof MappingValue) {
      end++;
    }
    return end;
  }

  private static MappingValue object(Value item) throws PatchFailure {
    if (item instanceof MappingValue object) {
      return object;
    }
    throw Directives.wrongType("map[string]interface {}", item);
  }

  /** Objects are told apart by their key only if it is there. */
  private Map<Object, Integer> partitionRanks(List<Value> items) throws PatchFailure {
    if (mergeKey.isEmpty()) {
      return ranks(items);
    }
    Map<Object, Integer> ranks = new HashMap<>();
    for (Value item : items) {
      Value key = object(item).get(mergeKey);
      if (key != null) {
        ranks.putIfAbsent(GoKey.ofMergeKey(key), ranks.size());
      }
    }
    return ranks;
  }

  private Map<Object, Integer> ranks(List<Value> items) throws PatchFailure {
    Map<Object, Integer> ranks = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      ranks.putIfAbsent(key(items.get(i)), i);
    }
    return ranks;
  }

  private Object key(Value item) throws PatchFailure {
    if (!objects) {
      return GoKey.of(item);
    }
    Value key = item instanceof MappingValue object ? object.get(mergeKey) : null;
    return key == null ? Void.class : GoKey.ofMergeKey(key);
  }

  private List<Value> sorted(List<Value> items, List<Value> order, Map<Object, Integer> ranks)
      throws PatchFailure {
    List<Value> kept = new ArrayList<>();
    List<Value> deleted = new ArrayList<>();
    if (objects) {
      requireKeys(items);
      requireKeys(order);
    }
    for (Value item : items) {
      boolean isDeleted =
          objects && Directives.is(object(item).get(Directives.PATCH), Directives.DELETE);
      (isDeleted ? deleted : kept).add(item);
    }
    List<Value> sorted = stable(kept, ranks);
    sorted.addAll(deleted);
    return sorted;
  }

  private void requireKeys(List<Value> items) throws PatchFailure {
    for (Value item : items) {
      ListMerge.keyOf(object(item), mergeKey);
    }
  }

  private record Ranked(Value item, int rank) {}

  /** Sorts by rank. To upstream, an item without a rank is less than any other, and any other is less than it. */
  private List<Value> stable(List<Value> items, Map<Object, Integer> ranks) throws PatchFailure {
    List<Ranked> ranked = new ArrayList<>();
    boolean known = true;
    for (Value item : items) {
      int rank = ranks.getOrDefault(key(item), -1);
      known &= rank >= 0;
      ranked.add(new Ranked(item, rank));
    }
    if (known) {
      ranked.sort(Comparator.comparingInt(Ranked::rank));
    } else {
      insertionSort(ranked);
    }
    List<Value> sorted = new ArrayList<>();
    ranked.forEach(r -> sorted.add(r.item));
    return sorted;
  }

  /** The order is none, so that the result depends on the way: this is Go's for short lists. */
  private static void insertionSort(List<Ranked> items) {
    for (int i = 1; i < items.size(); i++) {
      Ranked item = items.remove(i);
      int to = i;
      while (to > 0 && isLess(item, items.get(to - 1))) {
        to--;
      }
      items.add(to, item);
    }
  }

  private static boolean isLess(Ranked a, Ranked b) {
    return a.rank < 0 || b.rank < 0 || a.rank < b.rank;
  }

  private List<Value> interleaved(List<Value> left, List<Value> right, Map<Object, Integer> ranks)
      throws PatchFailure {
    List<Value> merged = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < left.size() && j < right.size()) {
      int l = ranks.getOrDefault(key(left.get(i)), -1);
      int r = ranks.getOrDefault(key(right.get(j)), -1);
      merged.add(l >= 0 && r >= 0 && l < r ? left.get(i++) : right.get(j++));
    }
    merged.addAll(left.subList(i, left.size()));
    merged.addAll(right.subList(j, right.size()));
    return merged;
  }
}
