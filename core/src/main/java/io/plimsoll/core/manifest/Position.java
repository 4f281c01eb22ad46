package io.plimsoll.core.manifest;

/**
 * A place in a text.
 *
 * @param line the line, from 1
 * @param column the column in code points, from 1
 * @param offset the UTF-16 index into the text, from 0
 */
public record Position(int line, int column, int offset) implements Comparable<Position> {

  @Override
  public int compareTo(Position other) {
    return Integer.compare(offset, other.offset);
  }

  /** Returns {@code line:column}. */
  @Override
  public String toString() {
    return line + ":" + column;
  }
}
