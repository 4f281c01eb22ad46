package io.plimsoll.core.patch;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.patch.JsonPatch.JsonPatchOperation;
import org.jspecify.annotations.Nullable;

/** One application of a JSON patch. Mirrors {@code Patch.Apply}. */
final class JsonPatchRun {

  /** What {@code kube-apiserver} sets {@code AccumulatedCopySizeLimit} to. */
  private static final long MOST_COPIED = 3 * 1024 * 1024;

  private Value document;
  private long copied;

  /** The mapping that values are being added to, one after the other; the document does not have them yet. */
  private @Nullable OpenMapping open;

  JsonPatchRun(Value document) {
    this.document = document;
  }

  Value document() {
    close();
    return document;
  }

  private void close() {
    OpenMapping last = open;
    if (last != null) {
      document = last.closed();
      open = null;
    }
  }

  void run(JsonPatchOperation operation) throws PatchFailure {
    String kind = operation.kind();
    if (!kind.equals("add")) {
      close();
    }
    switch (kind) {
      case "add" -> add(operation);
      case "remove" -> remove(operation);
      case "replace" -> replace(operation);
      case "move" -> move(operation);
      case "test" -> test(operation);
      case "copy" -> copy(operation);
      default -> throw PatchFailure.unprocessable("Unexpected kind: " + kind);
    }
  }

  private void add(JsonPatchOperation operation) throws PatchFailure {
    String path = operation.pathOrMissing("add operation failed to decode path");
    OpenMapping last = open;
    if (last != null && last.holds(path)) {
      last.put(path, operation.value());
      return;
    }
    close();
    JsonTarget target = find(
        path, "add operation does not apply: doc is missing path: \"" + path + "\": missing value");
    OpenMapping next = OpenMapping.of(target, path);
    if (next == null) {
      document = target.add(operation.value(), "error in add for path: '" + path + "'");
    } else {
      next.put(path, operation.value());
      open = next;
    }
  }

  private void remove(JsonPatchOperation operation) throws PatchFailure {
    String path = operation.pathOrMissing("remove operation failed to decode path");
    JsonTarget target = find(
        path,
        "remove operation does not apply: doc is missing path: \"" + path + "\": missing value");
    document = target.remove("error in remove for path: '" + path + "'");
  }

  private void replace(JsonPatchOperation operation) throws PatchFailure {
    String path = operation.path("replace operation failed to decode path");
    Value value = operation.value();
    if (path.isEmpty()) {
      if (value instanceof ScalarValue) {
        // Upstream wraps an error that is none.
        throw PatchFailure.unprocessable(
            "replace operation value must be object or array: %!w(<nil>)");
      }
      document = value;
      return;
    }
    JsonTarget target = find(
        path, "replace operation does not apply: doc is missing path: " + path + ": missing value");
    if (!target.canGet()) {
      throw PatchFailure.unprocessable(
          "replace operation does not apply: doc is missing key: " + path + ": missing value");
    }
    document = target.set(value);
  }

  private void move(JsonPatchOperation operation) throws PatchFailure {
    String from = operation.from("move operation failed to decode from");
    JsonTarget source = find(
        from,
        "move operation does not apply: doc is missing from path: " + from + ": missing value");
    String failure = "error in move for path: '" + source.key() + "'";
    Value value = source.get(failure);
    Value without = source.remove(failure);
    String path = operation.path("move operation failed to decode path");
    document = without;
    JsonTarget target = find(
        path,
        "move operation does not apply: doc is missing destination path: " + path
            + ": missing value");
    document = target.add(orNull(value), "error in move for path: '" + path + "'");
  }

  private void copy(JsonPatchOperation operation) throws PatchFailure {
    String from = operation.from("copy operation failed to decode from");
    JsonTarget source = find(
        from,
        "copy operation does not apply: doc is missing from path: " + from + ": missing value");
    Value value = source.get("error in copy for from: '" + from + "'");
    String path = operation.pathOrMissing("copy operation failed to decode path");
    JsonTarget target = find(
        path,
        "copy operation does not apply: doc is missing destination path: " + path
            + ": missing value");
    count(value);
    document = target.add(orNull(value), "error while adding value during copy");
  }

  private void count(@Nullable Value value) throws PatchFailure {
    if (value == null || value.isNull()) {
      return;
    }
    copied += size(value);
    if (copied > MOST_COPIED) {
      throw PatchFailure.unprocessable(
          "Unable to complete the copy, the accumulated size increase of copy is " + copied
              + ", exceeding the limit " + MOST_COPIED);
    }
  }

  /** Returns the number of bytes of the value as {@code json.Marshal} writes it. */
  private static long size(Value value) {
    if (value instanceof MappingValue mapping) {
      long size = Math.max(2, mapping.size() + 1);
      for (int i = 0; i < mapping.size(); i++) {
        size += GoText.length(GoText.json(mapping.key(i))) + 1 + size(mapping.value(i));
      }
      return size;
    }
    if (value instanceof SequenceValue list) {
      long size = Math.max(2, list.size() + 1);
      for (Value item : list.items()) {
        size += size(item);
      }
      return size;
    }
    ScalarValue scalar = (ScalarValue) value;
    return scalar.isString()
        ? GoText.length(GoText.json(scalar.text()))
        : scalar.text().length();
  }

  private void test(JsonPatchOperation operation) throws PatchFailure {
    String path = operation.path("test operation failed to decode path");
    Value actual = document;
    if (!path.isEmpty()) {
      JsonTarget target =
          find(path, "test operation does not apply: is missing path: " + path + ": missing value");
      actual = orNull(target.get("error in test for path: '" + path + "'"));
    }
    if (!same(actual, operation.value())) {
      throw PatchFailure.unprocessable("testing value " + path + " failed: test failed");
    }
  }

  /** Returns whether two values are spelled the same: {@code 1.0} is not {@code 1}. */
  private static boolean same(Value a, Value b) {
    if (a instanceof MappingValue left) {
      if (!(b instanceof MappingValue right) || left.size() != right.size()) {
        return false;
      }
      for (int i = 0; i < left.size(); i++) {
        Value other = right.get(left.key(i));
        if (other == null || !same(left.value(i), other)) {
          return false;
        }
      }
      return true;
    }
    if (a instanceof SequenceValue left) {
      if (!(b instanceof SequenceValue right) || left.size() != right.size()) {
        return false;
      }
      for (int i = 0; i < left.size(); i++) {
        if (!same(left.get(i), right.get(i))) {
          return false;
        }
      }
      return true;
    }
    return b instanceof ScalarValue right
        && a instanceof ScalarValue left
        && left.type() == right.type()
        && left.text().equals(right.text());
  }

  private static Value orNull(@Nullable Value value) {
    return value == null ? ScalarValue.ofNull() : value;
  }

  private JsonTarget find(String path, String missing) throws PatchFailure {
    JsonTarget target = JsonTarget.find(document, path);
    if (target == null) {
      throw PatchFailure.unprocessable(missing);
    }
    return target;
  }
}
