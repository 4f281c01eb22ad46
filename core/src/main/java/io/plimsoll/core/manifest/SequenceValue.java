package io.plimsoll.core.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list of values. */
public final class SequenceValue extends Value {

  private final List<Value> items;

  SequenceValue(@Nullable Source source, int start, int end, List<Value> items) {
    super(source, start, end);
    this.items = List.copyOf(items);
  }

  /** Returns a list that stands nowhere. */
  public static SequenceValue of(List<? extends Value> items) {
    return new SequenceValue(null, 0, 0, List.copyOf(items));
  }

  /** Returns a sequence of strings that stand nowhere. */
  public static SequenceValue ofStrings(List<String> texts) {
    return of(texts.stream().map(ScalarValue::of).toList());
  }

  /** Returns the items in order. */
  public List<Value> items() {
    return items;
  }

  /** Returns how many items there are. */
  public int size() {
    return items.size();
  }

  /**
   * Returns an item.
   *
   * @throws IndexOutOfBoundsException if there is none at this index
   */
  public Value get(int index) {
    return items.get(index);
  }

  /** Returns the list with other items, at the same place; this one if they are its own. */
  public SequenceValue withItems(List<? extends Value> others) {
    if (areItems(others)) {
      return this;
    }
    return new SequenceValue(source(), start(), end(), List.copyOf(others));
  }

  private boolean areItems(List<? extends Value> others) {
    boolean same = others.size() == items.size();
    for (int i = 0; same && i < items.size(); i++) {
      same = others.get(i) == items.get(i);
    }
    return same;
  }

  /** Returns the list with what becomes of each item, without those that become {@code null}; this one if all stay what they are. */
  public SequenceValue map(Function<Value, @Nullable Value> change) {
    List<Value> changed = null;
    for (int i = 0; i < items.size(); i++) {
      Value item = items.get(i);
      Value other = change.apply(item);
      if (changed == null && other != item) {
        changed = new ArrayList<>(items.size());
        for (int before = 0; before < i; before++) {
          changed.add(items.get(before));
        }
      }
      if (changed != null && other != null) {
        changed.add(other);
      }
    }
    return changed == null ? this : withItems(changed);
  }

  @Override
  public String typeName() {
    return "array";
  }

  @Override
  public boolean equals(Object other) {
    return other == this || (other instanceof SequenceValue that && items.equals(that.items));
  }

  @Override
  public int hashCode() {
    return items.hashCode();
  }
}
