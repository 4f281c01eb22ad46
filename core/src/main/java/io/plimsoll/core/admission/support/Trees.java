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
import org.jspecify.annotations.Nullable;

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

  /** Returns an object with a field set; the very one if it has the very value. */
  public static MappingValue with(MappingValue object, String field, Value value) {
    return isSame(object.get(field), value) ? object : object.with(field, value);
  }

  /** Returns whether a change left something as it was. Not equality, which looks into both. */
  @SuppressWarnings("ReferenceEquality")
  public static boolean isSame(@Nullable Value before, Value after) {
    return before == after;
  }

  /** Adds an item to a list, which need not be there. */
  public static void append(Draft draft, String field, Value item) {
    draft.set(field, appended(draft.get(field), List.of(item)));
  }

  /** Returns an object with further items of a list, which need not be there. */
  public static MappingValue append(MappingValue object, String field, List<Value> items) {
    return object.with(field, appended(object.get(field), items));
  }

  private static SequenceValue appended(@Nullable Value before, List<Value> items) {
    if (!(before instanceof SequenceValue list)) {
      return SequenceValue.of(items);
    }
    List<Value> all = new ArrayList<>(list.size() + items.size());
    all.addAll(list.items());
    all.addAll(items);
    return list.withItems(all);
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
