package io.plimsoll.core.manifest;

import java.util.Arrays;
import java.util.Optional;

/**
 * A named text: what a manifest was read from.
 *
 * <p>Lines end at {@code \n}, {@code \r\n} or {@code \r}. Two sources are equal when name and text are.
 */
public final class Source {

  private static final String SEPARATOR = "---";
  private static final String TEMPLATE_COMMENT = "# Source: ";

  /** Helm writes its comment in the first line; somebody may have put a few more above it. */
  private static final int TEMPLATE_LINES = 16;

  private final String name;
  private final String text;
  private final int[] lineStarts;

  /** The lines that start with {@code ---}. */
  private final int[] separators;

  private final CodePoints codePoints;

  private Source(String name, String text) {
    this.name = name;
    this.text = text;
    this.lineStarts = lineStarts(text);
    this.separators = separators();
    this.codePoints = new CodePoints(text);
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
    return new Position(line, codePoints.count(start, within) + 1, within);
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
    int found =
        Arrays.binarySearch(separators, lineOf(Math.max(0, Math.min(offset, text.length()))));
    int before = found >= 0 ? found : -found - 2;
    int first = before < 0 ? 1 : separators[before] + 1;
    int last = Math.min(lineCount(), first + TEMPLATE_LINES - 1);
    for (int i = first; i <= last; i++) {
      int start = afterMark(lineStarts[i - 1]);
      if (text.startsWith(TEMPLATE_COMMENT, start)) {
        return Optional.of(line(i).substring(TEMPLATE_COMMENT.length()).strip());
      }
      if (start < text.length() && "#\r\n".indexOf(text.charAt(start)) < 0) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    boolean hasReturns = text.indexOf('\r') >= 0;
    for (int end = lineEnd(text, 0, hasReturns); end > 0; end = lineEnd(text, end, hasReturns)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = end;
    }
    return Arrays.copyOf(starts, count);
  }

  /** Returns where the line ends that an index is in, behind its line break, or 0 if it is the last. */
  private static int lineEnd(String text, int from, boolean hasReturns) {
    if (!hasReturns) {
      return text.indexOf('\n', from) + 1;
    }
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        return i + 1;
      }
    }
    return 0;
  }

  private int[] separators() {
    int[] lines = new int[lineStarts.length];
    int count = 0;
    for (int line = 1; line <= lineStarts.length; line++) {
      if (text.startsWith(SEPARATOR, afterMark(lineStarts[line - 1]))) {
        lines[count++] = line;
      }
    }
    return Arrays.copyOf(lines, count);
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
