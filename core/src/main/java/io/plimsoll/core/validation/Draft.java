package io.plimsoll.core.validation;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An object that is being changed: what defaults and preparation are written with. What is not touched keeps its place in the
 * text.
 *
 * <p>A field that is null counts as absent, as it does in Go.
 */
public final class Draft {

  private final Changes changes;

  private Draft(MappingValue base) {
    this.changes = new Changes(base);
  }

  /** Returns a draft that starts with an object. */
  public static Draft of(MappingValue object) {
    return new Draft(object);
  }

  /** Returns the object with what a change makes of it. */
  public static MappingValue edit(MappingValue object, Consumer<Draft> change) {
    Draft draft = new Draft(object);
    change.accept(draft);
    return draft.build();
  }

  /** Returns a field, or {@code null} if it is absent or null. */
  public @Nullable Value get(String field) {
    Value value = changes.get(field);
    value = value == null ? changes.base().get(field) : value;
    return isAbsent(value) ? null : value;
  }

  /** Returns the names of the fields that the draft started with. */
  public List<String> fields() {
    return changes.base().keys();
  }

  /** Returns whether a field is there. */
  public boolean has(String field) {
    return get(field) != null;
  }

  /** Returns a text, empty if there is none. */
  public String text(String field) {
    return get(field) instanceof ScalarValue scalar && scalar.isString() ? scalar.text() : "";
  }

  /** Returns whether a field is {@code true}. */
  public boolean isTrue(String field) {
    return get(field) instanceof ScalarValue scalar
        && scalar.isBoolean()
        && scalar.text().equals("true");
  }

  /** Returns an object, an empty one if there is none. */
  public MappingValue object(String field) {
    return get(field) instanceof MappingValue object ? object : MappingValue.empty();
  }

  /** Returns the items of a list, none if there is none. */
  public List<Value> items(String field) {
    return get(field) instanceof SequenceValue list ? list.items() : List.of();
  }

  /** Sets a field. */
  public Draft set(String field, Value value) {
    changes.put(field, value);
    return this;
  }

  /** Sets a field that is absent. */
  public Draft setDefault(String field, Value value) {
    return has(field) ? this : set(field, value);
  }

  /** Sets a text that is absent or empty. */
  public Draft setDefaultText(String field, ScalarValue value) {
    return isText(get(field)) ? this : set(field, value);
  }

  /** Sets a number that is absent or 0. */
  public Draft setDefaultNumber(String field, ScalarValue value) {
    boolean zero = !(get(field) instanceof ScalarValue number) || number.text().equals("0");
    return zero ? set(field, value) : this;
  }

  /** Sets a field that is absent in the object in a field, if there is one. */
  public Draft setDefaultIn(String field, String inner, Value value) {
    return get(field) instanceof MappingValue object && isAbsent(object.get(inner))
        ? set(field, object.with(inner, value))
        : this;
  }

  /** Sets a text that is absent or empty in the object in a field, if there is one. */
  public Draft setDefaultTextIn(String field, String inner, ScalarValue value) {
    return get(field) instanceof MappingValue object && !isText(object.get(inner))
        ? set(field, object.with(inner, value))
        : this;
  }

  private static boolean isAbsent(@Nullable Value value) {
    return value == null || value.isNull();
  }

  /** Returns whether this is a text, and not the empty one. */
  private static boolean isText(@Nullable Value value) {
    return value instanceof ScalarValue scalar
        && scalar.isString()
        && !scalar.text().isEmpty();
  }

  /** Removes a field. */
  public Draft remove(String field) {
    if (changes.base().get(field) != null || changes.get(field) != null) {
      changes.remove(field);
    }
    return this;
  }

  /** Changes the object in a field, if there is one. */
  public Draft edit(String field, Consumer<Draft> change) {
    return get(field) instanceof MappingValue object ? replace(field, object, change) : this;
  }

  /** Changes the object in a field, an empty one if there is none. */
  public Draft editOrCreate(String field, Consumer<Draft> change) {
    if (get(field) instanceof MappingValue object) {
      return replace(field, object, change);
    }
    return set(field, edit(MappingValue.empty(), change));
  }

  private Draft replace(String field, MappingValue object, Consumer<Draft> change) {
    MappingValue changed = changed(object, change);
    return isSame(changed, object) ? this : set(field, changed);
  }

  /** Not equality, which looks into both. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(MappingValue a, MappingValue b) {
    return a == b;
  }

  /** Returns what a change makes of an object in this one; the very one if it changes nothing. */
  private MappingValue changed(MappingValue object, Consumer<Draft> change) {
    Draft draft = changes.takeSpare();
    if (draft == null) {
      draft = new Draft(object);
    } else {
      draft.changes.restart(object);
    }
    change.accept(draft);
    MappingValue changed = draft.build();
    changes.keepSpare(draft);
    return changed;
  }

  /** Changes each object in a list. */
  public Draft editEach(String field, Consumer<Draft> change) {
    return replaceEach(field, item -> changed(item, change));
  }

  private Draft replaceEach(String field, UnaryOperator<MappingValue> change) {
    if (!(get(field) instanceof SequenceValue list)) {
      return this;
    }
    List<Value> changed = null;
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof MappingValue item) {
        MappingValue after = change.apply(item);
        if (!isSame(after, item)) {
          changed = changed == null ? new ArrayList<>(list.items()) : changed;
          changed.set(i, after);
        }
      }
    }
    return changed == null ? this : set(field, list.withItems(changed));
  }

  /** Changes the object in a field of each object in a list, where there is one. */
  public Draft editEach(String field, String inner, Consumer<Draft> change) {
    return replaceEach(
        field,
        item -> item.get(inner) instanceof MappingValue object
            ? with(item, inner, object, changed(object, change))
            : item);
  }

  /** Sets a text that is absent or empty in each object in a list. */
  public Draft setDefaultTextInEach(String field, String inner, ScalarValue value) {
    return replaceEach(field, item -> isText(item.get(inner)) ? item : item.with(inner, value));
  }

  private static MappingValue with(
      MappingValue item, String field, MappingValue before, MappingValue after) {
    return isSame(after, before) ? item : item.with(field, after);
  }

  /** Returns the object as it is now; the very one the draft started with if nothing was changed. */
  public MappingValue build() {
    return changes.made();
  }
}
