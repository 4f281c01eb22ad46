package io.plimsoll.core.manifest;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The characters of one chunk as the scanner asks for them.
 *
 * <p>It stands in for SnakeYAML's own reader. That one counts code points, holds a window of the text in every mark, and copies
 * the window whenever it moves; with this one a mark is a UTF-16 offset into the source, and whatever the length of a line, a
 * character costs the same.
 */
final class YamlInput extends StreamReader {

  private static final int MARK_LENGTH = 3;
  private static final int NEVER = -1;
  private static final int[] NO_BUFFER = new int[0];

  private final YamlText chunk;
  private final char[] data;
  private final int length;

  private int pointer;
  private int index;
  private int line;
  private int column;
  private int afterColon = NEVER;

  /** How much further on a character stands in the source than in the chunk. */
  private int shift;

  private Mark mark;

  YamlInput(YamlText chunk) {
    super("");
    this.chunk = chunk;
    this.data = chunk.data;
    this.length = chunk.length;
    this.shift = chunk.start;
    this.mark = new Mark("", shift, 0, 0, NO_BUFFER, 0);
  }

  /** Returns the place of the next character in the source. */
  int offset() {
    return Math.min(pointer + shift, chunk.end);
  }

  @Override
  public Mark getMark() {
    int offset = offset();
    if (mark.getIndex() != offset) {
      mark = new Mark("", offset, line, column, NO_BUFFER, 0);
    }
    return mark;
  }

  @Override
  public int peek() {
    return pointer < length ? data[pointer] : 0;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Within brackets the scanner ends a plain scalar at a colon that <code>,[]{}</code> follows; Go only at one that a blank
   * follows. The scanner looks behind a colon once to decide this, and once more to go on; so the first look is answered with a
   * character that decides nothing. Elsewhere these characters mean no more than that one.
   */
  @Override
  public int peek(int ahead) {
    int at = pointer + ahead;
    if (at >= length) {
      return 0;
    }
    char c = data[at];
    if (at == afterColon) {
      afterColon = NEVER;
      return harmless(c);
    }
    afterColon = c == ':' ? at + 1 : NEVER;
    return c == '!' && !endsHandle(at) ? '.' : c;
  }

  /**
   * Returns whether an exclamation mark ends the handle of a tag that starts at the pointer: only letters and digits are between
   * them. The scanner takes any other for one too, where Go reads on.
   */
  private boolean endsHandle(int at) {
    int i = pointer + 1;
    while (i < at && isHandle(data[i])) {
      i++;
    }
    return i >= at;
  }

  private static boolean isHandle(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
  }

  /** A character that is no indicator, and allowed in a tag where the given one is. */
  private static char harmless(char c) {
    return switch (c) {
      case ',', '[', ']' -> '.';
      case '{', '}' -> '|';
      default -> c;
    };
  }

  @Override
  public void forward() {
    if (pointer < length) {
      step();
    }
  }

  @Override
  public void forward(int count) {
    for (int i = 0; i < count && pointer < length; i++) {
      step();
    }
  }

  private void step() {
    char c = data[pointer];
    if (c == '\n') {
      if (chunk.hasReturns && isReturn(pointer + shift)) {
        shift++;
      }
      pointer++;
      index++;
      newLine();
      return;
    }
    pointer++;
    if (c < 0x80) {
      index++;
      column++;
      if (c == '\r' && !(pointer < length && data[pointer] == '\n')) {
        newLine();
      }
    } else if (c == '\u0085' || c == '\u2028' || c == '\u2029') {
      index++;
      newLine();
    } else if (!Character.isLowSurrogate(c)) {
      index++;
      column++;
    }
  }

  private boolean isReturn(int at) {
    return at < chunk.end && chunk.source.charAt(at) == '\r';
  }

  private void newLine() {
    line++;
    column = 0;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Three characters are asked for only to find the marks {@code ---} and {@code ...}, and nothing is a mark that no blank
   * follows, which the scanner forgets in one place.
   */
  @Override
  public String prefix(int count) {
    return count == MARK_LENGTH && !isMark() ? "" : next(count);
  }

  private boolean isMark() {
    char first = pointer < length ? data[pointer] : 0;
    return (first == '-' || first == '.')
        && pointer + MARK_LENGTH <= length
        && (pointer + MARK_LENGTH == length || Text.isSpace(data[pointer + MARK_LENGTH]));
  }

  private String next(int count) {
    return new String(data, pointer, Math.min(count, length - pointer));
  }

  /** What is asked for never reaches over the end of a line. */
  @Override
  public String prefixForward(int count) {
    String prefix = next(count);
    int characters = chunk.hasPairs ? prefix.codePointCount(0, prefix.length()) : prefix.length();
    pointer += prefix.length();
    index += characters;
    column += characters;
    return prefix;
  }

  @Override
  public int getColumn() {
    return column;
  }

  @Override
  public int getIndex() {
    return index;
  }

  @Override
  public int getLine() {
    return line;
  }

  /** Only counted for a limit that ours replace. */
  @Override
  public int getDocumentIndex() {
    return 0;
  }

  @Override
  public void resetDocumentIndex() {
    // Nothing is counted.
  }
}
