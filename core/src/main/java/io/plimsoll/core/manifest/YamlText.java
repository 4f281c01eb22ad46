package io.plimsoll.core.manifest;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/**
 * One chunk of a source as YAML sees it: checked character by character, without its byte order mark, line breaks as kubectl's
 * line reader hands them on.
 */
final class YamlText {

  /**
   * Stands for a backslash in front of a single quote. Go takes the pair for an escape within double quotes, the scanner knows
   * no such escape; but it passes on what it does not know. Never part of a text, as it is no character.
   */
  private static final char ESCAPING = '\uffff';

  final String source;
  final int start;
  final int end;
  final char[] data;
  final int length;
  final boolean hasReturns;
  final boolean hasPairs;
  private final boolean hasEscaping;

  private YamlText(
      String source, int start, int end, char[] data, int length, Characters characters) {
    this.source = source;
    this.start = start;
    this.end = end;
    this.data = data;
    this.length = length;
    this.hasReturns = characters.returns;
    this.hasPairs = characters.pairs;
    this.hasEscaping = characters.escaping;
  }

  /** What was met on the way through a chunk. */
  private static final class Characters {
    boolean returns;
    boolean pairs;
    boolean escaping;
  }

  /**
   * Returns the chunk from {@code from} to {@code end}.
   *
   * @param cut whether it was cut from a stream; kubectl ends the last line of each such chunk
   * @throws ReadFailure if it has a line that is too long or a character that YAML does not allow
   */
  static YamlText of(Reading reading, int from, int end, boolean cut) throws ReadFailure {
    String source = reading.source.text();
    int start = from < end && source.charAt(from) == Text.BYTE_ORDER_MARK ? from + 1 : from;
    char[] data = new char[end - start + 1];
    Characters met = new Characters();
    int length = 0;
    int lineStart = start;
    for (int i = start; i < end; i++) {
      char c = source.charAt(i);
      if (c == '\n' || c == '\r') {
        reading.checkLine(lineStart, i);
        lineStart = i + 1;
        if (c == '\r' && i + 1 < end && source.charAt(i + 1) == '\n') {
          met.returns = true;
          continue;
        }
      } else if (c == '\\') {
        if (i + 1 < end && source.charAt(i + 1) == '\'' && isOdd(data, length)) {
          met.escaping = true;
          c = ESCAPING;
        }
      } else if (c < ' ' || c > '~') {
        check(reading, i, c);
        met.pairs |= Character.isSurrogate(c);
      }
      data[length++] = c;
    }
    reading.checkLine(lineStart, end);
    if (cut && length > 0 && data[length - 1] != '\n') {
      data[length++] = '\n';
    }
    return new YamlText(source, start, end, data, length, met);
  }

  /** Returns whether a backslash at this place is not itself escaped. */
  private static boolean isOdd(char[] data, int at) {
    int before = at;
    while (before > 0 && data[before - 1] == '\\') {
      before--;
    }
    return (at - before) % 2 == 0;
  }

  private static void check(Reading reading, int at, char c) throws ReadFailure {
    if (Character.isSurrogate(c)) {
      reading.checkCharacters(at, at + 1);
    } else if (c != '\t' && c != '\u0085' && (c < '\u00a0' || c > '\ufffd')) {
      throw reading.failure("control-character", at, at + 1, controlMessage(c));
    }
  }

  private static String controlMessage(char c) {
    return c == 0
        ? "a NUL character is not allowed; is this a binary file?"
        : String.format("the control character U+%04X is not allowed in YAML", (int) c);
  }

  /** Returns the text of a scalar, from {@code from} to {@code to}, with what stood in for other characters put back. */
  String restore(String value, ScalarStyle style, int from, int to) {
    if (!hasEscaping || value.indexOf(ESCAPING) < 0) {
      return value;
    }
    return style == ScalarStyle.DOUBLE_QUOTED
        ? withoutStandIns(value, from, to)
        : value.replace(ESCAPING, '\\');
  }

  /** An escape can stand for the same character: the source tells which is which. */
  private String withoutStandIns(String value, int from, int to) {
    StringBuilder text = new StringBuilder(value.length());
    int next = 0;
    int escape = source.indexOf('\\', from);
    while (escape >= 0 && escape < to - 1) {
      boolean standsIn = source.charAt(escape + 1) == '\'';
      if (standsIn || isEscaped(escape + 1)) {
        int at = value.indexOf(ESCAPING, next);
        text.append(value, next, standsIn ? at : at + 1);
        next = at + 1;
      }
      escape = source.indexOf('\\', escape + 2);
    }
    return text.append(value, next, value.length()).toString();
  }

  /** Returns whether an escape is that of the character that stands in for others. */
  private boolean isEscaped(int at) {
    return switch (source.charAt(at)) {
      case 'u' -> source.regionMatches(true, at + 1, "ffff", 0, 4);
      case 'U' -> source.regionMatches(true, at + 1, "0000ffff", 0, 8);
      default -> false;
    };
  }
}
