package io.plimsoll.core.manifest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way from the root of an object to one of its fields, printed as the API server prints it:
 * {@code spec.containers[0].ports[1].hostPort}, {@code metadata.labels[app.kubernetes.io/name]}.
 *
 * <p>Mirrors {@code field.Path} of {@code k8s.io/apimachinery/pkg/util/validation/field}.
 */
public final class FieldPath implements Comparable<FieldPath> {

  /** The path of the object itself. It prints as the empty text. */
  public static final FieldPath ROOT = new FieldPath(null, null, -1, false);

  private final @Nullable FieldPath parent;
  private final @Nullable String name;
  private final int index;
  private final boolean key;

  private FieldPath(@Nullable FieldPath parent, @Nullable String name, int index, boolean key) {
    this.parent = parent;
    this.name = name;
    this.index = index;
    this.key = key;
  }

  /** One step of a path: exactly one of a field's name, a map's key, or an index. */
  public sealed interface Step {
    /** A field of an object. */
    record Field(String name) implements Step {}

    /** A key of a map, such as a label. */
    record Key(String key) implements Step {}

    /** An item of a list, from 0. */
    record Index(int index) implements Step {}
  }

  /** Returns the path that starts at the root and follows these fields. */
  public static FieldPath of(String... fields) {
    FieldPath path = ROOT;
    for (String field : fields) {
      path = path.field(field);
    }
    return path;
  }

  /**
   * Reads a path as {@link #toString()} prints it. A number in brackets is an index, anything else in brackets a key.
   *
   * @throws IllegalArgumentException if a bracket is not closed or a step is empty
   */
  public static FieldPath parse(String text) {
    FieldPath path = ROOT;
    int i = 0;
    while (i < text.length()) {
      if (text.charAt(i) == '[') {
        int close = text.indexOf(']', i);
        if (close < 0) {
          throw new IllegalArgumentException(
              "not a field path, a bracket is not closed: \"" + text + "\"");
        }
        String inside = text.substring(i + 1, close);
        boolean number = !inside.isEmpty()
            && inside.length() < 10
            && inside.chars().allMatch(c -> c >= '0' && c <= '9');
        path = number ? path.index(Integer.parseInt(inside)) : path.key(inside);
        i = close + 1;
      } else {
        int start = text.charAt(i) == '.' ? i + 1 : i;
        int end = start;
        while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
          end++;
        }
        if (end == start) {
          throw new IllegalArgumentException("not a field path, a step is empty: \"" + text + "\"");
        }
        path = path.field(text.substring(start, end));
        i = end;
      }
    }
    return path;
  }

  /** Returns the path of a field of the object at this path. */
  public FieldPath field(String field) {
    return new FieldPath(this, field, -1, false);
  }

  /** Returns the path of a value of the map at this path. */
  public FieldPath key(String mapKey) {
    return new FieldPath(this, mapKey, -1, true);
  }

  /**
   * Returns the path of an item of the list at this path.
   *
   * @throws IllegalArgumentException if the index is negative
   */
  public FieldPath index(int item) {
    if (item < 0) {
      throw new IllegalArgumentException("not an index: \"" + item + "\"");
    }
    return new FieldPath(this, null, item, false);
  }

  /** Returns the path that follows this one and then the other. */
  public FieldPath then(FieldPath other) {
    if (other.parent == null) {
      return this;
    }
    return new FieldPath(then(other.parent), other.name, other.index, other.key);
  }

  /** Returns whether this is the path of the object itself. */
  public boolean isRoot() {
    return parent == null;
  }

  /** Returns the path without its last step; the root's is the root. */
  public FieldPath parent() {
    return parent == null ? this : parent;
  }

  /** Returns the steps from the root on. */
  public List<Step> steps() {
    Deque<Step> steps = new ArrayDeque<>();
    for (FieldPath at = this; at.parent != null; at = at.parent) {
      steps.addFirst(at.step());
    }
    return List.copyOf(new ArrayList<>(steps));
  }

  private Step step() {
    if (name == null) {
      return new Step.Index(index);
    }
    return key ? new Step.Key(name) : new Step.Field(name);
  }

  /** Returns the value at this path, or {@code null} if the tree has none. */
  public @Nullable Value in(Value root) {
    if (parent == null) {
      return root;
    }
    Value above = parent.in(root);
    if (above instanceof SequenceValue list && name == null) {
      return index < list.size() ? list.get(index) : null;
    }
    return above instanceof MappingValue map && name != null ? map.get(name) : null;
  }

  /**
   * Returns the most precise location the tree has for this path: the key where the field is present, else that of its
   * nearest ancestor that is.
   */
  public @Nullable Location locate(Value root) {
    if (parent == null) {
      return root.location();
    }
    Value above = parent.in(root);
    if (above instanceof MappingValue map && name != null && map.get(name) != null) {
      return map.keyLocation(name);
    }
    if (above instanceof SequenceValue list && name == null && index < list.size()) {
      return list.get(index).location();
    }
    return parent.locate(root);
  }

  /** Returns the path as a JSON Pointer (RFC 6901): {@code /spec/containers/0}. */
  public String toJsonPointer() {
    if (parent == null) {
      return "";
    }
    String token =
        name == null ? String.valueOf(index) : name.replace("~", "~0").replace("/", "~1");
    return parent.toJsonPointer() + "/" + token;
  }

  /** Orders step by step: indices by number, names by their characters. */
  @Override
  public int compareTo(FieldPath other) {
    List<Step> mine = steps();
    List<Step> theirs = other.steps();
    for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
      int order = mine.get(i) instanceof Step.Index a && theirs.get(i) instanceof Step.Index b
          ? Integer.compare(a.index(), b.index())
          : mine.get(i).toString().compareTo(theirs.get(i).toString());
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(mine.size(), theirs.size());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldPath that
        && index == that.index
        && key == that.key
        && Objects.equals(name, that.name)
        && Objects.equals(parent, that.parent);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Objects.hashCode(parent) + Objects.hashCode(name)) + index;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    append(text);
    return text.toString();
  }

  private void append(StringBuilder text) {
    if (parent == null) {
      return;
    }
    parent.append(text);
    if (name == null) {
      text.append('[').append(index).append(']');
    } else if (key) {
      text.append('[').append(name).append(']');
    } else {
      text.append(text.isEmpty() ? "" : ".").append(name);
    }
  }
}
