package io.plimsoll.core.finding;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.FieldPath.Step;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an operation works in one tree: a value and those above it, or the place for a new value. */
final class Place {

  /** Names the end of a list. */
  private static final String END = "-";

  private final List<Value> above;
  private final List<Step> steps;
  private final FieldPath path;
  private final @Nullable Value value;

  private Place(List<Value> above, List<Step> steps, FieldPath path, @Nullable Value value) {
    this.above = above;
    this.steps = steps;
    this.path = path;
    this.value = value;
  }

  /** Returns the place of a value that must be there. */
  static Place find(Value root, FieldPath path) throws PlaceException {
    List<Step> steps = path.steps();
    List<Value> above = new ArrayList<>();
    Value at = root;
    for (Step step : steps) {
      above.add(at);
      Value next = step.in(at);
      if (next == null) {
        throw new PlaceException("there is nothing at \"" + pointer(steps, above.size()) + "\"");
      }
      at = next;
    }
    return new Place(above, steps, path, at);
  }

  /** Returns the place of a member that may be there or not, in a parent that must be there; the path is not the root's. */
  static Place forNew(Value root, FieldPath path) throws PlaceException {
    Place parent = find(root, path.parent());
    List<Value> above = new ArrayList<>(parent.above);
    above.add(parent.value());
    Step last = path.steps().get(above.size() - 1);
    if (parent.value() instanceof MappingValue map) {
      return new Place(above, path.steps(), path, map.get(last.token()));
    }
    if (!(parent.value() instanceof SequenceValue list)) {
      throw new PlaceException("the value at \"" + path.parent().toJsonPointer() + "\" is of type "
          + parent.value().typeName() + " and has no members");
    }
    int index = last.token().equals(END) ? list.size() : last.itemIndex();
    if (index < 0 || index > list.size()) {
      throw new PlaceException(
          "a list of " + list.size() + " has no place \"" + last.token() + "\"");
    }
    FieldPath exact = path.parent().index(index);
    return new Place(above, exact.steps(), exact, null);
  }

  private static String pointer(List<Step> steps, int count) {
    FieldPath path = FieldPath.ROOT;
    for (Step step : steps.subList(0, count)) {
      path = path.member(step.token());
    }
    return path.toJsonPointer();
  }

  /** Returns whether a path leads further into the value at the other. */
  static boolean isWithin(FieldPath path, FieldPath outer) {
    List<Step> inside = path.steps();
    List<Step> outside = outer.steps();
    if (inside.size() <= outside.size()) {
      return false;
    }
    for (int i = 0; i < outside.size(); i++) {
      if (!inside.get(i).token().equals(outside.get(i).token())) {
        return false;
      }
    }
    return true;
  }

  /** Returns the path, whose last step is an index if the place is in a list. */
  FieldPath path() {
    return path;
  }

  /** Returns whether there is no value that an insertion would replace. */
  boolean isFree() {
    return value == null;
  }

  /** Returns the value that is there. */
  Value value() {
    if (value == null) {
      throw new IllegalStateException("nothing is there");
    }
    return value;
  }

  /** Returns the tree with a member added: set in a mapping, inserted in a list. */
  Value insert(Value added) {
    Value parent = parent();
    if (parent instanceof SequenceValue list) {
      List<Value> items = new ArrayList<>(list.items());
      items.add(lastStep().itemIndex(), added);
      return rebuilt(steps.size() - 1, list.withItems(items));
    }
    return rebuilt(steps.size(), added);
  }

  /** Returns the tree with another value in the place. */
  Value replace(Value other) {
    return rebuilt(steps.size(), other);
  }

  /** Returns the tree without the value. */
  Value delete() {
    Value parent = parent();
    if (parent instanceof SequenceValue list) {
      List<Value> items = new ArrayList<>(list.items());
      items.remove(lastStep().itemIndex());
      return rebuilt(steps.size() - 1, list.withItems(items));
    }
    return rebuilt(steps.size() - 1, ((MappingValue) parent).without(lastStep().token()));
  }

  private Value parent() {
    return above.get(above.size() - 1);
  }

  private Step lastStep() {
    return steps.get(steps.size() - 1);
  }

  /** Returns the root with another value after so many steps. */
  private Value rebuilt(int depth, Value changed) {
    Value child = changed;
    for (int i = depth - 1; i >= 0; i--) {
      child = with(above.get(i), steps.get(i), child);
    }
    return child;
  }

  private static Value with(Value parent, Step step, Value child) {
    if (parent instanceof SequenceValue list) {
      List<Value> items = new ArrayList<>(list.items());
      items.set(step.itemIndex(), child);
      return list.withItems(items);
    }
    return ((MappingValue) parent).with(step.token(), child);
  }
}
