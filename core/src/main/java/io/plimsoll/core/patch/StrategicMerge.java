package io.plimsoll.core.patch;

import static io.plimsoll.core.patch.Directives.DELETE_FROM_LIST;
import static io.plimsoll.core.patch.Directives.SET_ORDER;

import io.plimsoll.core.manifest.GoFormat;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.patch.MergeSchema.Lookup;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The merge of a patch into an object. Mirrors {@code mergeMap}, with the options that an API server uses.
 *
 * <p>Go goes through a patch in no order; this goes through it as it is written.
 */
final class StrategicMerge {

  private static final String BAD_RETAIN_KEYS = "invalid patch format of retainKeys";
  private static final String BAD_DELETION = "invalid patch format of primitive list";

  private final ListMerge lists = new ListMerge(this);

  MappingValue merge(MappingValue original, MappingValue patch, MergeSchema schema)
      throws PatchFailure {
    Value directive = patch.get(Directives.PATCH);
    if (directive != null) {
      return directed(directive, patch);
    }
    Map<String, Value> merged = original.toMap();
    Map<String, Value> changes = patch.toMap();
    retainKeys(merged, changes);
    new ElementOrder(lists, schema).apply(merged, changes);
    for (Map.Entry<String, Value> change : changes.entrySet()) {
      merge(merged, change.getKey(), change.getValue(), schema);
    }
    return original.withEntries(merged);
  }

  private static MappingValue directed(Value directive, MappingValue patch) throws PatchFailure {
    if (Directives.is(directive, Directives.REPLACE)) {
      return patch.without(Directives.PATCH);
    }
    if (Directives.is(directive, Directives.DELETE)) {
      return MappingValue.empty();
    }
    throw Directives.unknown(directive, patch);
  }

  private static void retainKeys(Map<String, Value> merged, Map<String, Value> changes)
      throws PatchFailure {
    Value directive = changes.remove(Directives.RETAIN_KEYS);
    if (directive == null) {
      return;
    }
    if (!(directive instanceof SequenceValue list)) {
      throw PatchFailure.badRequest(BAD_RETAIN_KEYS);
    }
    Set<Object> retained = new HashSet<>();
    for (Value item : list.items()) {
      retained.add(GoKey.of(item));
    }
    for (Map.Entry<String, Value> change : changes.entrySet()) {
      String key = change.getKey();
      if (!change.getValue().isNull()
          && !key.startsWith(DELETE_FROM_LIST)
          && !key.startsWith(SET_ORDER)
          && !retained.contains(key)) {
        throw PatchFailure.badRequest(BAD_RETAIN_KEYS);
      }
    }
    merged.keySet().retainAll(retained);
  }

  private void merge(Map<String, Value> merged, String changeKey, Value change, MergeSchema schema)
      throws PatchFailure {
    boolean deletion = changeKey.startsWith(DELETE_FROM_LIST);
    String key = changeKey;
    if (deletion) {
      String field = Directives.fieldOf(changeKey, DELETE_FROM_LIST, BAD_DELETION);
      key = field.isEmpty() ? changeKey : field;
    }
    if (change.isNull()) {
      merged.remove(key);
      return;
    }
    Value current = merged.get(key);
    if (current == null || !GoFormat.type(current).equals(GoFormat.type(change))) {
      if (!deletion) {
        put(merged, key, Directives.removed(JsonMergePatch.withoutNulls(change)));
      }
    } else if (current instanceof MappingValue object) {
      merged.put(key, mergeObject(object, (MappingValue) change, schema.struct(key)));
    } else if (current instanceof SequenceValue list) {
      Lookup field = schema.slice(key);
      merged.put(key, lists.merge(list, (SequenceValue) change, field, deletion));
    } else {
      merged.put(key, change);
    }
  }

  private static void put(Map<String, Value> merged, String key, @Nullable Value value) {
    if (value == null) {
      merged.remove(key);
    } else {
      merged.put(key, value);
    }
  }

  private MappingValue mergeObject(MappingValue original, MappingValue patch, Lookup field)
      throws PatchFailure {
    return field.replaces() ? patch : merge(original, patch, field.schema());
  }
}
