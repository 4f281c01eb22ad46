package io.plimsoll.core.manifest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node of a manifest's tree: a mapping, a sequence or a scalar, with the stretch of text it was read from.
 *
 * <p>Values are immutable. Equality looks at the content only, never at the place; the order of a mapping's keys does not
 * count. An alias in YAML is the same instance as its anchor.
 */
public abstract sealed class Value permits MappingValue, SequenceValue, ScalarValue {

  // Two offsets instead of a Location: a tree has several nodes per line of its text, and most are
  // never shown.
  private final @Nullable Source source;
  private final int start;
  private final int end;

  Value(@Nullable Source source, int start, int end) {
    this.source = source;
    this.start = start;
    this.end = end;
  }

  /**
   * Returns the tree of plain Java values: maps with string keys, iterables, strings, numbers, booleans, {@code null} and
   * values themselves. It stands nowhere.
   *
   * @throws IllegalArgumentException if something else is in it, a number is not finite, or it is nested deeper than {@link
   *     Limits#DEFAULT} allows
   */
  public static Value from(@Nullable Object plain) {
    return from(plain, 0);
  }

  private static Value from(@Nullable Object plain, int depth) {
    if (depth > Limits.DEFAULT.depth()) {
      throw new IllegalArgumentException(
          "nested deeper than \"" + Limits.DEFAULT.depth() + "\" levels");
    }
    if (plain == null) {
      return ScalarValue.ofNull();
    }
    if (plain instanceof Value value) {
      return value;
    }
    if (plain instanceof Map<?, ?> map) {
      Map<String, Value> entries = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (!(entry.getKey() instanceof String key)) {
          throw new IllegalArgumentException("not a string key: \"" + entry.getKey() + "\"");
        }
        entries.put(key, from(entry.getValue(), depth + 1));
      }
      return MappingValue.of(entries);
    }
    if (plain instanceof Iterable<?> list) {
      List<Value> items = new ArrayList<>();
      for (Object item : list) {
        items.add(from(item, depth + 1));
      }
      return SequenceValue.of(items);
    }
    return scalar(plain);
  }

  private static ScalarValue scalar(Object plain) {
    if (plain instanceof CharSequence text) {
      return ScalarValue.of(text.toString());
    }
    if (plain instanceof Boolean bool) {
      return ScalarValue.of(bool);
    }
    if (plain instanceof Integer
        || plain instanceof Long
        || plain instanceof Short
        || plain instanceof Byte) {
      return ScalarValue.of(((Number) plain).longValue());
    }
    if (plain instanceof BigInteger
        || plain instanceof BigDecimal
        || plain instanceof Double
        || plain instanceof Float) {
      return ScalarValue.number(plain.toString());
    }
    throw new IllegalArgumentException(
        "not a value of a manifest: \"" + plain.getClass().getName() + "\"");
  }

  /**
   * Returns the tree of a text that is one JSON value. Every node stands in the source.
   *
   * @throws IllegalArgumentException if the text is no JSON, has a duplicate key, more than one value, or breaks {@link
   *     Limits#DEFAULT}; the message starts with the place
   */
  public static Value parseJson(Source source) {
    return new JsonBody(source, Limits.DEFAULT).valueOrThrow();
  }

  /** Returns where the value stands, or {@code null} if it was made without a text. */
  public final @Nullable Location location() {
    return source == null ? null : source.location(start, end);
  }

  final @Nullable Source source() {
    return source;
  }

  final int start() {
    return start;
  }

  final int end() {
    return end;
  }

  /** Returns whether this is the scalar {@code null}. */
  public boolean isNull() {
    return false;
  }

  /** Returns what the value is in the words of a message: {@code string}, {@code number}, {@code bool}, {@code null}, {@code array} or {@code object}. */
  public abstract String typeName();

  /** Returns the value as compact JSON. */
  @Override
  public final String toString() {
    return JsonWriter.compact(this);
  }
}
