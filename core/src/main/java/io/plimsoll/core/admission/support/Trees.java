package io.plimsoll.core.admission.support;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.validation.Draft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Small steps through the trees of objects. */
public final class Trees {

  private Trees() {}

  /** Returns the fields of an object's metadata. */
  public static Fields metadata(MappingValue object) {
    return Fields.of(object.get("metadata"));
  }

  /** Returns the fields of an object's specification. */
  public static Fields spec(MappingValue object) {
    return Fields.of(object.get("spec"));
  }

  /** Returns the fields of an object's status. */
  public static Fields status(MappingValue object) {
    return Fields.of(object.get("status"));
  }

  /** Returns the fields of an object in a field. */
  public static Fields object(Fields fields, String field) {
    return Fields.of(fields.value(field));
  }

  /** Returns the fields of the objects of a list. */
  public static List<Fields> list(Fields fields, String field) {
    return fields.list(field, item -> item);
  }

  /** Returns the object with another specification. */
  public static MappingValue editSpec(MappingValue object, Consumer<Draft> change) {
    return Draft.edit(object, draft -> draft.editOrCreate("spec", change));
  }

  /** Adds an item to a list, which need not be there. */
  public static void append(Draft draft, String field, Value item) {
    if (draft.get(field) instanceof SequenceValue list) {
      List<Value> items = new ArrayList<>(list.items());
      items.add(item);
      draft.set(field, list.withItems(items));
    } else {
      draft.set(field, SequenceValue.of(List.of(item)));
    }
  }

  /** Returns whether the list of finalizers has one, or else adds it. */
  public static Optional<MappingValue> withFinalizer(MappingValue object, String finalizer) {
    if (metadata(object).strings("finalizers").contains(finalizer)) {
      return Optional.empty();
    }
    return Optional.of(Draft.edit(
        object,
        draft -> draft.editOrCreate(
            "metadata", metadata -> append(metadata, "finalizers", ScalarValue.of(finalizer)))));
  }

  /** Returns a mapping of texts. */
  public static MappingValue strings(Map<String, String> texts) {
    Map<String, Value> values = new LinkedHashMap<>();
    texts.forEach((key, text) -> values.put(key, ScalarValue.of(text)));
    return MappingValue.of(values);
  }
}
