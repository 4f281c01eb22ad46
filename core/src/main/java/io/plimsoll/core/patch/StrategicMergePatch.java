package io.plimsoll.core.patch;

import io.plimsoll.core.manifest.GoFormat;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.schema.ObjectType;

/**
 * A strategic merge patch as an API server applies it: objects are merged, and so are the lists of which Kubernetes' types say so,
 * item by item. Mirrors {@code StrategicMergePatch} of {@code k8s.io/apimachinery/pkg/util/strategicpatch}.
 *
 * <p>A patch may hold directives: {@code $patch: replace}, {@code delete} or {@code merge}; {@code $retainKeys} lists the fields that
 * stay; {@code $setElementOrder/FIELD} orders a list, and {@code $deleteFromPrimitiveList/FIELD} takes items away from one. Where
 * upstream panics, as it does over objects in a list of strings, this is a refusal of our own.
 */
public final class StrategicMergePatch {

  private static final String NO_DOCUMENT = "invalid JSON document";

  private StrategicMergePatch() {}

  /** Applies a patch to a document of a type. */
  public static PatchResult apply(Value document, Value patch, ObjectType type) {
    try {
      return new PatchResult.Patched(
          new StrategicMerge().merge(object(document), object(patch), MergeSchema.of(type)));
    } catch (PatchFailure e) {
      return e.result();
    }
  }

  /** Applies a patch that is yet to be read. */
  public static PatchResult apply(Value document, String patch, ObjectType type) {
    return PatchText.read(patch)
        .value()
        .map(value -> apply(document, value, type))
        .orElseGet(() -> PatchFailure.badRequest(NO_DOCUMENT).result());
  }

  private static MappingValue object(Value value) throws PatchFailure {
    if (value.isNull()) {
      return MappingValue.empty();
    }
    if (GoFormat.decoded(value) instanceof MappingValue mapping && GoFormat.isDecoded(mapping)) {
      return mapping;
    }
    throw PatchFailure.badRequest(NO_DOCUMENT);
  }
}
