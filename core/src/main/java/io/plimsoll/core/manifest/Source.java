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
   * Returns the text of a line without its line break.
   *
   * @param line the line, from 1
   */
  public String line(int line) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Returns line and column of a UTF-16 index into the text; an index past the end is the end. */
  public Position position(int offset) {
    int within = Math.max(0, Math.min(offset, text.length()));
    int found = Arrays.binarySearch(lineStarts, within);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, text.codePointCount(lineStarts[line], within) + 1, within);
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
