package io.plimsoll.core.patch;

import io.plimsoll.core.manifest.GoFormat;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.patch.MergeSchema.Lookup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The merge of lists, item by item. Mirrors {@code mergeSlice} and {@code mergeSliceWithSpecialElements}. */
final class ListMerge {

  private final StrategicMerge objects;

  ListMerge(StrategicMerge objects) {
    this.objects = objects;
  }

  SequenceValue merge(SequenceValue original, SequenceValue patch, Lookup field, boolean deletion)
      throws PatchFailure {
    if (!field.merges() && !deletion) {
      return patch;
    }
    return original.withItems(
        merge(new ArrayList<>(original.items()), patch.items(), field, deletion));
  }

  /**
   * Merges items. As upstream does, this works in the first list: items move forward to where others were deleted, and new ones come
   * behind them as far as there is room.
   */
  List<Value> merge(List<Value> original, List<Value> patch, Lookup field, boolean deletion)
      throws PatchFailure {
    if (original.isEmpty() && patch.isEmpty()) {
      return original;
    }
    return requireObjects(original, patch)
        ? mergeObjects(original, patch, field)
        : mergeScalars(original, patch, field.mergeKey(), deletion);
  }

  /**
   * Returns whether the items are objects, and not scalars. Mirrors {@code sliceElementType}.
   *
   * @throws PatchFailure if they are of several types, or there are none
   */
  static boolean requireObjects(List<Value> original, List<Value> patch) throws PatchFailure {
    String type = null;
    for (List<Value> items : List.of(original, patch)) {
      for (Value item : items) {
        String itemType = GoFormat.type(item);
        if (type == null) {
          type = firstType(item, itemType);
        } else if (!type.equals(itemType)) {
          throw PatchFailure.internal("list element types are not identical: ["
              + GoFormat.v(SequenceValue.of(original)) + " "
              + GoFormat.v(SequenceValue.of(patch)) + "]");
        }
      }
    }
    if (type == null) {
      throw PatchFailure.internal("no elements in any of the given slices");
    }
    return type.startsWith("map");
  }

  private static String firstType(Value item, String type) throws PatchFailure {
    if (item instanceof SequenceValue) {
      throw PatchFailure.unprocessable("lists of lists are not supported");
    }
    if (item.isNull()) {
      // Go panics.
      throw PatchFailure.badRequest(
          "a strategic merge patch cannot merge a list that starts with null");
    }
    return type;
  }

  private static List<Value> mergeScalars(
      List<Value> original, List<Value> patch, String mergeKey, boolean deletion)
      throws PatchFailure {
    if (deletion) {
      Set<Object> deleted = keys(patch);
      List<Value> kept = new ArrayList<>();
      for (Value item : original) {
        if (!deleted.contains(GoKey.of(item))) {
          kept.add(item);
        }
      }
      return kept;
    }
    List<Value> both = new ArrayList<>(original);
    both.addAll(patch);
    deduplicate(both);
    ItemOrder order = new ItemOrder(mergeKey, false);
    return order.merge(both, patch, patch, original);
  }

  private static Set<Object> keys(List<Value> items) throws PatchFailure {
    Set<Object> keys = new HashSet<>();
    for (Value item : items) {
      keys.add(GoKey.of(item));
    }
    return keys;
  }

  /** Leaves one of each scalar. As in {@code deduplicateScalars}, the last item fills each gap. */
  private static void deduplicate(List<Value> items) throws PatchFailure {
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      while (i < items.size() && !seen.add(GoKey.of(items.get(i)))) {
        Value last = items.remove(items.size() - 1);
        if (i < items.size()) {
          items.set(i, last);
        }
      }
    }
  }

  private List<Value> mergeObjects(List<Value> original, List<Value> patch, Lookup field)
      throws PatchFailure {
    String mergeKey = field.mergeKey();
    if (mergeKey.isEmpty()) {
      throw PatchFailure.internal(
          "cannot merge lists without merge key for " + field.schema().name());
    }
    List<Value> kept = original;
    List<Value> plain = new ArrayList<>();
    boolean replace = false;
    for (Value item : patch) {
      MappingValue change = (MappingValue) item;
      Value directive = change.get(Directives.PATCH);
      if (directive == null) {
        plain.add(change);
      } else if (Directives.is(directive, Directives.DELETE)) {
        kept = delete(kept, mergeKey, keyOf(change, mergeKey));
      } else if (Directives.is(directive, Directives.REPLACE)) {
        replace = true;
      } else if (Directives.is(directive, Directives.MERGE)) {
        throw PatchFailure.internal("merging lists cannot yet be specified in the patch");
      } else {
        throw Directives.unknown(directive, change);
      }
    }
    ItemOrder order = new ItemOrder(mergeKey, true);
    if (replace) {
      return order.merge(plain, List.of(), List.of(), plain);
    }
    List<Value> merged = mergePlain(kept, plain, field);
    List<Value> liveOrder = List.copyOf(kept);
    for (int i = kept.size(); i < Math.min(merged.size(), original.size()); i++) {
      original.set(i, merged.get(i));
    }
    return order.merge(merged, plain, plain, liveOrder);
  }

  private List<Value> mergePlain(List<Value> original, List<Value> patch, Lookup field)
      throws PatchFailure {
    List<Value> merged = new ArrayList<>(original);
    Map<Object, Integer> places = new HashMap<>();
    for (int i = 0; i < merged.size(); i++) {
      Value key = ((MappingValue) merged.get(i)).get(field.mergeKey());
      if (key != null) {
        places.putIfAbsent(GoKey.ofMergeKey(key), i);
      }
    }
    for (Value item : patch) {
      MappingValue change = (MappingValue) item;
      Value key = keyOf(change, field.mergeKey());
      Integer place = places.putIfAbsent(GoKey.ofMergeKey(key), merged.size());
      if (place == null) {
        merged.add(change);
      } else {
        GoKey.requireComparable(key);
        MappingValue current = (MappingValue) merged.get(place);
        merged.set(place, objects.merge(current, change, field.schema()));
      }
    }
    return merged;
  }

  private static List<Value> delete(List<Value> items, String mergeKey, Value key)
      throws PatchFailure {
    int size = 0;
    for (Value item : List.copyOf(items)) {
      Value other = ((MappingValue) item).get(mergeKey);
      if (other == null || !GoKey.equal(other, key)) {
        items.set(size++, item);
      }
    }
    return items.subList(0, size);
  }

  /** Returns the value of an object's merge key. */
  static Value keyOf(MappingValue item, String mergeKey) throws PatchFailure {
    Value key = item.get(mergeKey);
    if (key == null) {
      throw PatchFailure.internal(
          "map: " + GoFormat.v(item) + " does not contain declared merge key: " + mergeKey);
    }
    return key;
  }
}
