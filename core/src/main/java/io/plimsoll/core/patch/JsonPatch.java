package io.plimsoll.core.patch;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON patch (RFC 6902) as an API server applies it. Mirrors {@code Patch} of {@code gopkg.in/evanphx/json-patch.v4}, in what it
 * makes of a document and in what it says where it cannot.
 *
 * <p>It is more lenient than the RFC, and than {@link io.plimsoll.core.finding.Patch}: an index may be negative, a replacement of
 * a member that is not there adds it, and what is before the first slash of a path does not count. An operation that is none is a
 * failure only when its turn comes.
 */
public final class JsonPatch {

  private final List<Value> operations;

  private JsonPatch(List<Value> operations) {
    this.operations = operations;
  }

  /** Applies a patch in the form that the RFC defines. */
  public static PatchResult apply(Value document, Value patch) {
    try {
      return new PatchResult.Patched(decode(patch).apply(document));
    } catch (PatchFailure e) {
      return e.result();
    }
  }

  /** Applies a patch that is yet to be read. */
  public static PatchResult apply(Value document, String patch) {
    PatchText text = PatchText.read(patch);
    return text.value()
        .map(value -> apply(document, value))
        .orElseGet(() -> PatchFailure.badRequest(text.error()).result());
  }

  /** Returns how many operations a patch has; 0 if it is none. */
  public static int sizeOf(Value patch) {
    return patch instanceof SequenceValue list ? list.size() : 0;
  }

  /** Mirrors {@code DecodePatch}. */
  static JsonPatch decode(Value patch) throws PatchFailure {
    if (patch.isNull()) {
      return new JsonPatch(List.of());
    }
    if (!(patch instanceof SequenceValue list)) {
      throw notDecodable(patch, "jsonpatch.Patch");
    }
    List<Value> operations = new ArrayList<>();
    for (Value item : list.items()) {
      if (!(item instanceof MappingValue) && !item.isNull()) {
        throw notDecodable(item, "jsonpatch.Operation");
      }
      operations.add(item);
    }
    return new JsonPatch(operations);
  }

  private static PatchFailure notDecodable(Value value, String type) {
    return PatchFailure.badRequest(
        "json: cannot unmarshal " + value.typeName() + " into Go value of type " + type);
  }

  Value apply(Value document) throws PatchFailure {
    JsonPatchRun run = new JsonPatchRun(document);
    for (Value operation : operations) {
      run.run(new JsonPatchOperation(
          operation instanceof MappingValue members ? members : MappingValue.empty()));
    }
    return run.document();
  }

  /** One operation of a patch, of which nothing is known to be right. */
  record JsonPatchOperation(MappingValue members) {

    private static final String UNKNOWN = "unknown";

    String kind() {
      return members.get("op") instanceof ScalarValue op && op.isString() ? op.text() : UNKNOWN;
    }

    /** Returns the path. What is said where it is missing differs from operation to operation. */
    String path(String failure) throws PatchFailure {
      return pointer("path", failure + ": operation missing path field: missing value", failure);
    }

    String from(String failure) throws PatchFailure {
      return pointer("from", failure + ": operation, missing from field: missing value", failure);
    }

    /** Returns the path of an operation that does not say what is wrong with it. */
    String pathOrMissing(String failure) throws PatchFailure {
      if (members.get("path") instanceof ScalarValue path && path.isString()) {
        return path.text();
      }
      throw PatchFailure.unprocessable(failure + ": missing value");
    }

    private String pointer(String name, String missing, String failure) throws PatchFailure {
      Value pointer = members.get(name);
      if (pointer == null || pointer.isNull()) {
        throw PatchFailure.unprocessable(missing);
      }
      if (pointer instanceof ScalarValue scalar && scalar.isString()) {
        return scalar.text();
      }
      throw PatchFailure.unprocessable(failure + ": json: cannot unmarshal " + pointer.typeName()
          + " into Go value of type string");
    }

    /** Returns the value; one that is missing is null. */
    Value value() {
      Value value = members.get("value");
      return value == null ? ScalarValue.ofNull() : value;
    }
  }
}
