package io.plimsoll.core.patch;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON merge patch (RFC 7386) as an API server applies it. Mirrors {@code MergePatch} of {@code
 * gopkg.in/evanphx/json-patch.v4}.
 *
 * <p>It differs from the RFC in lists: objects in a list that is new, or takes the place of what is no object, lose their nulls.
 */
public final class JsonMergePatch {

  private JsonMergePatch() {}

  /** Applies a patch to a document. */
  public static PatchResult apply(Value document, Value patch) {
    if (document.isNull()) {
      return PatchFailure.internal("Invalid JSON Document").result();
    }
    if (patch instanceof SequenceValue) {
      return new PatchResult.Patched(withoutNulls(patch));
    }
    if (!(patch instanceof MappingValue changes)) {
      return badPatch();
    }
    return new PatchResult.Patched(
        document instanceof MappingValue mapping
            ? merge(mapping, changes)
            : withoutNullEntries(changes));
  }

  /** Applies a patch that is yet to be read. */
  public static PatchResult apply(Value document, String patch) {
    return PatchText.read(patch)
        .value()
        .map(value -> apply(document, value))
        .orElseGet(JsonMergePatch::badPatch);
  }

  private static PatchResult badPatch() {
    return PatchFailure.badRequest("Invalid JSON Patch").result();
  }

  private static MappingValue merge(MappingValue document, MappingValue patch) {
    Map<String, Value> merged = document.toMap();
    for (int i = 0; i < patch.size(); i++) {
      String key = patch.key(i);
      if (patch.value(i).isNull()) {
        merged.remove(key);
      } else {
        merged.put(key, merge(merged.get(key), patch.value(i)));
      }
    }
    return document.withEntries(merged);
  }

  private static Value merge(@Nullable Value current, Value change) {
    if (!(current instanceof MappingValue old)) {
      return withoutNulls(change);
    }
    return change instanceof MappingValue changes ? merge(old, changes) : change;
  }

  /** Returns the value without the entries that are null, at any depth; null items of lists stay. */
  static Value withoutNulls(Value value) {
    if (value instanceof MappingValue mapping) {
      return withoutNullEntries(mapping);
    }
    return value instanceof SequenceValue list ? list.map(JsonMergePatch::withoutNulls) : value;
  }

  private static MappingValue withoutNullEntries(MappingValue mapping) {
    return mapping.map(value -> value.isNull() ? null : withoutNulls(value));
  }
}
