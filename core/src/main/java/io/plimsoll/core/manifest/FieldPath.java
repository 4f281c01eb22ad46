package io.plimsoll.core.manifest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
  private final int hash;

  private FieldPath(@Nullable FieldPath parent, @Nullable String name, int index, boolean key) {
    this.parent = parent;
    this.name = name;
    this.index = index;
    this.key = key;
    this.hash = 31 * (31 * (parent == null ? 0 : parent.hash) + Objects.hashCode(name)) + index;
  }

  /** One step of a path: exactly one of a field's name, a map's key, or an index. */
  public sealed interface Step {

    /** Returns the name, the key, or the index in decimal. */
    String token();

    /**
     * Returns the value this step leads to, or {@code null} if there is none.
     *
     * <p>The tree decides what a step means, as JSON Pointers do not tell: a number finds an item of a list and an entry of a
     * mapping.
     */
    default @Nullable Value in(Value parent) {
      if (parent instanceof MappingValue map) {
        return map.get(token());
      }
      if (parent instanceof SequenceValue list) {
        int at = itemIndex();
        return at >= 0 && at < list.size() ? list.get(at) : null;
      }
      return null;
    }

    /** Returns the index that this step means in a list, or -1 if it means none. */
    default int itemIndex() {
      return isIndex(token()) ? Integer.parseInt(token()) : -1;
    }

    /** A field of an object. */
    record Field(String name) implements Step {
      @Override
      public String token() {
        return name;
      }
    }

    /** A key of a map, such as a label. */
    record Key(String key) implements Step {
      @Override
      public String token() {
        return key;
      }
    }

    /** An item of a list, from 0. */
    record Index(int index) implements Step {
      @Override
      public String token() {
        return Integer.toString(index);
      }

      @Override
      public int itemIndex() {
        return index;
      }
    }
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
   * Reads a path as {@link #toString()} prints it. A number in brackets is an index, anything else in brackets a key, which
   * ends at the first {@code ]}.
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
        path = isIndex(inside) ? path.index(Integer.parseInt(inside)) : path.key(inside);
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

  /**
   * Reads a JSON Pointer (RFC 6901). A number becomes an index, as only a tree can tell whether it is one.
   *
   * @throws IllegalArgumentException if it neither is empty nor starts with a slash, or a {@code ~} is not followed by 0 or 1
   */
  public static FieldPath fromJsonPointer(String pointer) {
    if (pointer.isEmpty()) {
      return ROOT;
    }
    if (pointer.charAt(0) != '/') {
      throw new IllegalArgumentException(
          "not a JSON pointer, it does not start with a slash: \"" + pointer + "\"");
    }
    FieldPath path = ROOT;
    for (String escaped : pointer.substring(1).split("/", -1)) {
      if (hasLoneTilde(escaped)) {
        throw new IllegalArgumentException(
            "not a JSON pointer, a tilde is followed by neither 0 nor 1: \"" + pointer + "\"");
      }
      String token = escaped.replace("~1", "/").replace("~0", "~");
      path = isIndex(token) ? path.index(Integer.parseInt(token)) : path.member(token);
    }
    return path;
  }

  private static boolean hasLoneTilde(String escaped) {
    for (int at = escaped.indexOf('~'); at >= 0; at = escaped.indexOf('~', at + 1)) {
      if (!escaped.startsWith("0", at + 1) && !escaped.startsWith("1", at + 1)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a text is an index as it is printed: digits without a superfluous zero, few enough for an {@code int}. */
  private static boolean isIndex(String text) {
    if (text.isEmpty() || text.length() > 9 || (text.charAt(0) == '0' && text.length() > 1)) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
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
   * Returns the path of an entry of the mapping at this path: a field if the name looks like one, else a key. Without a
   * schema, only the name can tell them apart.
   */
  public FieldPath member(String entry) {
    boolean plain = !entry.isEmpty();
    for (int i = 0; i < entry.length() && plain; i++) {
      char c = entry.charAt(i);
      plain = c == '-' || c == '_' || c == '$' || (c < 128 && Character.isLetterOrDigit(c));
    }
    return plain ? field(entry) : key(entry);
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
    FieldPath path = this;
    for (Step step : other.steps()) {
      path = path.then(step);
    }
    return path;
  }

  /** Returns the rest of this path after one that it starts with; empty if it does not start with it. */
  public Optional<FieldPath> after(FieldPath start) {
    List<Step> mine = steps();
    List<Step> first = start.steps();
    if (first.size() > mine.size() || !first.equals(mine.subList(0, first.size()))) {
      return Optional.empty();
    }
    FieldPath rest = ROOT;
    for (Step step : mine.subList(first.size(), mine.size())) {
      rest = rest.then(step);
    }
    return Optional.of(rest);
  }

  private FieldPath then(Step step) {
    if (step instanceof Step.Index item) {
      return index(item.index());
    }
    return step instanceof Step.Key ? key(step.token()) : field(step.token());
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
    Value at = root;
    for (Step step : steps()) {
      at = at == null ? null : step.in(at);
    }
    return at;
  }

  /**
   * Returns the most precise location the tree has for this path: the key where the field is present, else that of its
   * nearest ancestor that is; {@code null} if none of them stands in a text.
   */
  public @Nullable Location locate(Value root) {
    Location best = root.location();
    Value at = root;
    for (Step step : steps()) {
      Value next = step.in(at);
      if (next == null) {
        return best;
      }
      Location place =
          at instanceof MappingValue map ? map.keyLocation(step.token()) : next.location();
      best = place == null ? best : place;
      at = next;
    }
    return best;
  }

  /** Returns the path as a JSON Pointer (RFC 6901): {@code /spec/containers/0}. */
  public String toJsonPointer() {
    StringBuilder pointer = new StringBuilder();
    for (Step step : steps()) {
      pointer.append('/').append(step.token().replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }

  /** Orders step by step: indices by number and before names, names by their characters, a field before a key of its name. */
  @Override
  public int compareTo(FieldPath other) {
    List<Step> mine = steps();
    List<Step> theirs = other.steps();
    for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
      int order = compare(mine.get(i), theirs.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(mine.size(), theirs.size());
  }

  private static int compare(Step a, Step b) {
    if (a instanceof Step.Index x && b instanceof Step.Index y) {
      return Integer.compare(x.index(), y.index());
    }
    if (a instanceof Step.Index || b instanceof Step.Index) {
      return a instanceof Step.Index ? -1 : 1;
    }
    int order = a.token().compareTo(b.token());
    return order != 0 ? order : Boolean.compare(a instanceof Step.Key, b instanceof Step.Key);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof FieldPath that) || hash != that.hash) {
      return false;
    }
    FieldPath a = this;
    FieldPath b = that;
    while (a.parent != null && b.parent != null) {
      if (a.index != b.index || a.key != b.key || !Objects.equals(a.name, b.name)) {
        return false;
      }
      a = a.parent;
      b = b.parent;
    }
    return a.parent == b.parent;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps()) {
      if (step instanceof Step.Field) {
        text.append(text.isEmpty() ? "" : ".").append(step.token());
      } else {
        text.append('[').append(step.token()).append(']');
      }
    }
    return text.toString();
  }
}
