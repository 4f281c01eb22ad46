package io.plimsoll.core.patch;

import io.plimsoll.core.manifest.GoFormat;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.patch.MergeSchema.Lookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lists that a patch orders with {@code $setElementOrder}. Mirrors {@code mergePatchIntoOriginal}: they are merged before
 * anything else, and the patch's own lists are then done.
 */
final class ElementOrder {

  private static final String BAD_ORDER = "invalid patch format of setElementOrder list";
  private static final String LIST = "[]interface {}";

  private final ListMerge lists;
  private final MergeSchema schema;

  ElementOrder(ListMerge lists, MergeSchema schema) {
    this.lists = lists;
    this.schema = schema;
  }

  void apply(Map<String, Value> merged, Map<String, Value> changes) throws PatchFailure {
    for (String key : List.copyOf(changes.keySet())) {
      Value order = key.startsWith(Directives.SET_ORDER) ? changes.remove(key) : null;
      if (order != null) {
        apply(merged, changes, key, order);
      }
    }
  }

  private void apply(Map<String, Value> merged, Map<String, Value> changes, String key, Value order)
      throws PatchFailure {
    SequenceValue setOrder = list(order);
    String field = Directives.fieldOf(key, Directives.SET_ORDER, BAD_ORDER);
    SequenceValue original = optionalList(merged.get(field));
    SequenceValue patch = optionalList(changes.get(field));
    Lookup lookup = schema.slice(field);
    validate(itemsOf(patch), setOrder.items(), lookup.mergeKey());
    if (original == null && patch == null) {
      return;
    }
    List<Value> live = new ArrayList<>(itemsOf(original));
    List<Value> all = original == null || patch == null || !lookup.merges()
        ? itemsOf(unmerged(original, patch))
        : lists.merge(live, patch.items(), lookup, false);
    boolean objects = ListMerge.requireObjects(itemsOf(original), itemsOf(patch));
    List<Value> ordered = new ItemOrder(lookup.mergeKey(), objects)
        .merge(all, setOrder.items(), setOrder.items(), live);
    SequenceValue place = original == null ? patch : original;
    merged.put(field, place == null ? SequenceValue.of(ordered) : place.withItems(ordered));
    changes.remove(field);
  }

  private static @Nullable SequenceValue unmerged(
      @Nullable SequenceValue original, @Nullable SequenceValue patch) {
    if (patch == null) {
      return original;
    }
    return original == null ? Directives.removedItems(patch) : patch;
  }

  private static List<Value> itemsOf(@Nullable SequenceValue list) {
    return list == null ? List.of() : list.items();
  }

  private static @Nullable SequenceValue optionalList(@Nullable Value value) throws PatchFailure {
    return value == null ? null : list(value);
  }

  private static SequenceValue list(Value value) throws PatchFailure {
    if (value instanceof SequenceValue list) {
      return list;
    }
    throw Directives.wrongType(LIST, value);
  }

  /** Checks that the order names all items of the patch, in the patch's own order. Mirrors {@code validatePatchWithSetOrderList}. */
  private static void validate(List<Value> patch, List<Value> order, String mergeKey)
      throws PatchFailure {
    if (patch.isEmpty() || order.isEmpty()) {
      return;
    }
    List<Value> kept = mergeKey.isEmpty() ? patch : withoutDeleted(patch);
    int at = 0;
    int inOrder = 0;
    while (at < kept.size() && inOrder < order.size()) {
      Value item = kept.get(at);
      if (item instanceof MappingValue object && object.get(Directives.PATCH) != null) {
        at++;
      } else {
        at += isSame(item, order.get(inOrder), mergeKey) ? 1 : 0;
        inOrder++;
      }
    }
    if (at < kept.size()) {
      throw PatchFailure.internal("The order in patch list:\n"
          + GoFormat.v(SequenceValue.of(patch)) + "\n doesn't match " + Directives.SET_ORDER
          + " list:\n" + GoFormat.v(SequenceValue.of(order)) + "\n");
    }
  }

  private static List<Value> withoutDeleted(List<Value> items) throws PatchFailure {
    List<Value> kept = new ArrayList<>();
    for (Value item : items) {
      if (!Directives.is(object(item).get(Directives.PATCH), Directives.DELETE)) {
        kept.add(item);
      }
    }
    return kept;
  }

  private static boolean isSame(Value a, Value b, String mergeKey) throws PatchFailure {
    if (mergeKey.isEmpty()) {
      return GoKey.equal(a, b);
    }
    MappingValue left = object(a);
    MappingValue right = object(b);
    return GoKey.equal(ListMerge.keyOf(left, mergeKey), ListMerge.keyOf(right, mergeKey));
  }

  private static MappingValue object(Value item) throws PatchFailure {
    if (item instanceof MappingValue object) {
      return object;
    }
    throw Directives.wrongType("map[string]interface {}", item);
  }
}
