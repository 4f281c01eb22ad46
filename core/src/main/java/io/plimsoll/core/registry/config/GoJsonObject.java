package io.plimsoll.core.registry.config;

import io.plimsoll.core.manifest.GoText;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What Go says of bytes that are no JSON object: the errors of {@code json.Unmarshal} into a map. Mirrors {@code
 * encoding/json/scanner.go}; duplicate names pass.
 */
final class GoJsonObject {

  private static final int MOST_LEVELS = 10_000;
  private static final String WRONG_TYPE =
      "json: cannot unmarshal %s into Go value of type map[string]interface {}";

  private final byte[] text;
  private final Deque<Character> open = new ArrayDeque<>();
  private int at;

  private GoJsonObject(byte[] text) {
    this.text = text;
  }

  /** Thrown within this class only, with what Go says. */
  private static final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    SyntaxException(String message) {
      super(message);
    }
  }

  /** Returns what is wrong; the empty text if it is an object or null. */
  static String error(byte[] text) {
    GoJsonObject scanner = new GoJsonObject(text);
    try {
      scanner.scan();
    } catch (SyntaxException e) {
      return String.valueOf(e.getMessage());
    }
    scanner.at = 0;
    return switch (scanner.peek()) {
      case '{', 'n' -> "";
      case '[' -> String.format(WRONG_TYPE, "array");
      case '"' -> String.format(WRONG_TYPE, "string");
      case 't', 'f' -> String.format(WRONG_TYPE, "bool");
      default -> String.format(WRONG_TYPE, "number");
    };
  }

  private void scan() throws SyntaxException {
    value();
    while (!open.isEmpty()) {
      if (open.getLast() == '{') {
        inObject();
      } else {
        inArray();
      }
    }
    if (peek() >= 0) {
      throw wrong("after top-level value");
    }
  }

  /** Reads what follows a value within an object. */
  private void inObject() throws SyntaxException {
    int c = need();
    if (c == '}') {
      at++;
      open.removeLast();
    } else if (c == ',') {
      at++;
      if (need() != '"') {
        throw wrong("looking for beginning of object key string");
      }
      member();
    } else {
      throw wrong("after object key:value pair");
    }
  }

  private void inArray() throws SyntaxException {
    int c = need();
    if (c == ']') {
      at++;
      open.removeLast();
    } else if (c == ',') {
      at++;
      value();
    } else {
      throw wrong("after array element");
    }
  }

  private void member() throws SyntaxException {
    string();
    if (need() != ':') {
      throw wrong("after object key");
    }
    at++;
    value();
  }

  /** Reads a value; of an object or array only what comes before the first comma. */
  private void value() throws SyntaxException {
    int c = need();
    switch (c) {
      case '{' -> {
        enter('{');
        if (need() == '}') {
          at++;
          open.removeLast();
        } else if (need() == '"') {
          member();
        } else {
          throw wrong("looking for beginning of object key string");
        }
      }
      case '[' -> {
        enter('[');
        if (need() == ']') {
          at++;
          open.removeLast();
        } else {
          value();
        }
      }
      case '"' -> string();
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      default -> {
        if (c != '-' && !isDigit(c)) {
          throw wrong("looking for beginning of value");
        }
        number();
      }
    }
  }

  private void enter(char bracket) throws SyntaxException {
    at++;
    open.addLast(bracket);
    if (open.size() > MOST_LEVELS) {
      throw new SyntaxException("exceeded max depth");
    }
  }

  private void literal(String word) throws SyntaxException {
    for (int i = 1; i < word.length(); i++) {
      at++;
      if (current() != word.charAt(i)) {
        throw wrong("in literal " + word + " (expecting '" + word.charAt(i) + "')");
      }
    }
    at++;
  }

  private void number() throws SyntaxException {
    if (current() == '-') {
      at++;
      if (!isDigit(current())) {
        throw wrong("in numeric literal");
      }
    }
    if (current() == '0') {
      at++;
    } else {
      digits();
    }
    if (at < text.length && text[at] == '.') {
      at++;
      if (!isDigit(current())) {
        throw wrong("after decimal point in numeric literal");
      }
      digits();
    }
    if (at < text.length && (text[at] == 'e' || text[at] == 'E')) {
      at++;
      if (current() == '+' || current() == '-') {
        at++;
      }
      if (!isDigit(current())) {
        throw wrong("in exponent of numeric literal");
      }
      digits();
    }
  }

  private void digits() {
    while (at < text.length && isDigit(text[at])) {
      at++;
    }
  }

  private void string() throws SyntaxException {
    at++;
    while (current() != '"') {
      if (current() < ' ') {
        throw wrong("in string literal");
      }
      if (current() == '\\') {
        at++;
        escape();
      }
      at++;
    }
    at++;
  }

  private void escape() throws SyntaxException {
    if (current() == 'u') {
      for (int i = 0; i < 4; i++) {
        at++;
        if (Character.digit(current(), 16) < 0) {
          throw wrong("in \\u hexadecimal character escape");
        }
      }
    } else if ("bfnrt\\/\"".indexOf(current()) < 0) {
      throw wrong("in string escape code");
    }
  }

  /** Returns the next character that is no white space, or -1 at the end. */
  private int peek() {
    while (at < text.length && " \t\r\n".indexOf(text[at]) >= 0) {
      at++;
    }
    return at < text.length ? text[at] & 0xFF : -1;
  }

  private int need() throws SyntaxException {
    peek();
    return current();
  }

  private int current() throws SyntaxException {
    if (at >= text.length) {
      throw new SyntaxException("unexpected end of JSON input");
    }
    return text[at] & 0xFF;
  }

  private SyntaxException wrong(String context) throws SyntaxException {
    int c = current();
    String quoted = GoText.quote(String.valueOf((char) c));
    String shown = switch (c) {
      case '\'' -> "\\'";
      case '"' -> "\"";
      default -> quoted.substring(1, quoted.length() - 1);
    };
    return new SyntaxException("invalid character '" + shown + "' " + context);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
