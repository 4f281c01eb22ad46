package io.plimsoll.core.registry;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes of trees that leave alone what need not change. Absent, null and, of what is no pointer, zero are one. */
public final class Trees {

  private Trees() {}

  /** Returns an object of an object; an empty one if it is not there. */
  public static MappingValue object(MappingValue tree, String field) {
    return tree.get(field) instanceof MappingValue object ? object : MappingValue.empty();
  }

  /** Returns the items of a list; none if it is not there. */
  public static List<Value> items(MappingValue tree, String field) {
    return tree.get(field) instanceof SequenceValue list ? list.items() : List.of();
  }

  /** Returns a string; the empty one if it is not there. */
  public static String text(MappingValue tree, String field) {
    return tree.get(field) instanceof ScalarValue scalar && scalar.isString() ? scalar.text() : "";
  }

  /** Returns whether a field is there, be it empty. */
  public static boolean has(MappingValue tree, String field) {
    Value value = tree.get(field);
    return value != null && !value.isNull();
  }

  /** Returns the tree with a field set, or removed if the value is {@code null}. */
  public static MappingValue with(MappingValue tree, String field, @Nullable Value value) {
    if (value == null) {
      return tree.without(field);
    }
    return tree.get(field) == value ? tree : tree.with(field, value);
  }

  /** Returns the tree with a field set if it is not there. */
  public static MappingValue orElse(MappingValue tree, String field, Value value) {
    return has(tree, field) ? tree : tree.with(field, value);
  }

  /** Returns the tree with a number set if it is not there. */
  public static MappingValue orElse(MappingValue tree, String field, long value) {
    return orElse(tree, field, ScalarValue.of(value));
  }

  /** Returns the tree with a boolean set if it is not there. */
  public static MappingValue orElse(MappingValue tree, String field, boolean value) {
    return orElse(tree, field, ScalarValue.of(value));
  }

  /** Returns the tree with a string set if it is not there or empty. */
  public static MappingValue orElseText(MappingValue tree, String field, String value) {
    return text(tree, field).isEmpty() ? tree.with(field, ScalarValue.of(value)) : tree;
  }

  /** Returns the tree with an object changed; where it is not there, it is made unless it would stay empty. */
  public static MappingValue edit(
      MappingValue tree, String field, UnaryOperator<MappingValue> change) {
    MappingValue old = object(tree, field);
    MappingValue changed = change.apply(old);
    return changed == old ? tree : tree.with(field, changed);
  }

  /** Returns the tree with an object changed if it is there. */
  public static MappingValue editPresent(
      MappingValue tree, String field, UnaryOperator<MappingValue> change) {
    return tree.get(field) instanceof MappingValue ? edit(tree, field, change) : tree;
  }

  /** Returns the tree with each object of a list changed. */
  public static MappingValue editEach(
      MappingValue tree, String field, UnaryOperator<MappingValue> change) {
    if (!(tree.get(field) instanceof SequenceValue list)) {
      return tree;
    }
    List<Value> items = new ArrayList<>(list.size());
    boolean same = true;
    for (Value item : list.items()) {
      Value changed = item instanceof MappingValue object ? change.apply(object) : item;
      same &= changed == item;
      items.add(changed);
    }
    return same ? tree : tree.with(field, list.withItems(items));
  }

  /** Returns whether a field has the same value in both; absent and empty lists and maps are the same. */
  public static boolean same(MappingValue a, MappingValue b, String field) {
    return Objects.equals(orNull(a.get(field)), orNull(b.get(field)));
  }

  private static @Nullable Value orNull(@Nullable Value value) {
    return value == null || value.isNull() ? null : value;
  }
}
