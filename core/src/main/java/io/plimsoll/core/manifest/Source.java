package io.plimsoll.core.manifest;

import java.util.Arrays;
import java.util.Optional;

/**
 * A named text: what a manifest was read from.
 *
 * <p>Lines end at {@code \n}, {@code \r\n} or {@code \r}. Two sources are equal when name and text are.
 */
public final class Source {

  private static final String TEMPLATE_COMMENT = "# Source: ";

  private final String name;
  private final String text;
  private final int[] lineStarts;

  private Source(String name, String text) {
    this.name = name;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /** Returns a source of this name, usually a file's path with forward slashes, and this text. */
  public static Source of(String name, String text) {
    return new Source(name, text);
  }

  /**
   * Returns a source of this name and the text that the bytes of a file encode: UTF-8, or UTF-16 that says so by a byte order
   * mark. The mark stays in the text.
   *
   * <p>Bytes that encode nothing never fail here. They become halves of surrogate pairs, which no text has, so that reading
   * reports them at their place.
   */
  public static Source of(String name, byte[] bytes) {
    return new Source(name, Encoding.decode(bytes));
  }

  /** Returns the name that locations show. */
  public String name() {
    return name;
  }

  /** Returns the whole text. */
  public String text() {
    return text;
  }

  /** Returns how many lines the text has; at least one. */
  public int lineCount() {
    return lineStarts.length;
  }

  /**
   * Returns the text of a line without its line break and without a byte order mark in front.
   *
   * @param line the line, from 1
   */
  public String line(int line) {
    int start = afterMark(lineStarts[line - 1]);
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Returns line and column of a UTF-16 index into the text; an index past the end is the end. */
  public Position position(int offset) {
    int within = Math.max(0, Math.min(offset, text.length()));
    int line = lineOf(within);
    int start = Math.min(afterMark(lineStarts[line - 1]), within);
    return new Position(line, text.codePointCount(start, within) + 1, within);
  }

  /** Returns the line of a UTF-16 index into the text, from 1. */
  int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** A byte order mark at the start of a line has no width. */
  private int afterMark(int start) {
    return start < text.length() && text.charAt(start) == Text.BYTE_ORDER_MARK ? start + 1 : start;
  }

  /** Returns the location of a stretch of the text. */
  public Location location(int start, int end) {
    return new Location(this, start, Math.max(start, end));
  }

  /**
   * Returns the template that Helm says a document was rendered from: its {@code # Source:} comment right after the
   * {@code ---} that precedes the offset, or at the start of the text.
   */
  Optional<String> templateAt(int offset) {
    int line = position(offset).line();
    while (line > 1 && !line(line).startsWith("---")) {
      line--;
    }
    for (int i = line(line).startsWith("---") ? line + 1 : line; i <= lineCount(); i++) {
      String candidate = line(i);
      if (candidate.startsWith(TEMPLATE_COMMENT)) {
        return Optional.of(candidate.substring(TEMPLATE_COMMENT.length()).strip());
      }
      if (!candidate.startsWith("#") && !candidate.isBlank()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Source that && name.equals(that.name) && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + text.length();
  }

  @Override
  public String toString() {
    return name;
  }
}
