package io.plimsoll.core.manifest;

import org.jspecify.annotations.Nullable;

/**
 * A node of a manifest's tree: a mapping, a sequence or a scalar, with the stretch of text it was read from.
 *
 * <p>Values are immutable. Equality looks at the content only, never at the place; the order of a mapping's keys does not
 * count. An alias in YAML is the same instance as its anchor.
 */
public abstract sealed class Value permits MappingValue, SequenceValue, ScalarValue {

  // Two offsets instead of a Location: a tree has several nodes per line of its text, and most are never shown.
  private final @Nullable Source source;
  private final int start;
  private final int end;

  Value(@Nullable Source source, int start, int end) {
    this.source = source;
    this.start = start;
    this.end = end;
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
