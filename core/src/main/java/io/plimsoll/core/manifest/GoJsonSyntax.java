package io.plimsoll.core.manifest;

import java.util.BitSet;
import java.util.Optional;

/**
 * What Go finds wrong with the syntax of a JSON text. Mirrors {@code encoding/json/scanner.go}: the first byte that cannot be where
 * it is, and what was expected there.
 */
final class GoJsonSyntax {

  private static final int MOST_DEPTH = 10_000;
  private static final int END = -1;

  private final byte[] text;

  /** Which of the open brackets are those of objects. */
  private final BitSet objects = new BitSet();

  private int depth;
  private int at;

  private GoJsonSyntax(byte[] text) {
    this.text = text;
  }

  /** Returns Go's message; empty if the text is one JSON value. */
  static Optional<String> error(byte[] text) {
    try {
      new GoJsonSyntax(text).scan();
      return Optional.empty();
    } catch (SyntaxException e) {
      return Optional.of(e.reason);
    }
  }

  /** Returns what is wrong with a text that is to be decoded into a map; {@code null} and duplicate names pass. */
  static Optional<String> objectError(byte[] text) {
    return error(text).or(() -> {
      int first = new GoJsonSyntax(text).skipSpace();
      String found = switch (first) {
        case '{', 'n' -> "";
        case '[' -> "array";
        case '"' -> "string";
        case 't', 'f' -> "bool";
        default -> "number";
      };
      return found.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "json: cannot unmarshal " + found + " into Go value of type map[string]interface {}");
    });
  }

  private static final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    SyntaxException(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }
  }

  private void scan() throws SyntaxException {
    skipSpace();
    boolean expectsValue = true;
    while (expectsValue || depth > 0) {
      expectsValue = expectsValue ? value() : afterValue();
    }
    if (skipSpace() != END) {
      throw invalid("after top-level value");
    }
  }

  /** Reads a scalar, or what opens an object or array; returns whether its first value comes next. */
  private boolean value() throws SyntaxException {
    int c = peek();
    if (c == '{') {
      return first(true, '}');
    }
    if (c == '[') {
      return first(false, ']');
    }
    switch (c) {
      case '"' -> string();
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      default -> {
        if (c != '-' && !isDigit(c)) {
          throw invalid("looking for beginning of value");
        }
        number();
      }
    }
    return false;
  }

  private boolean first(boolean object, char end) throws SyntaxException {
    open(object);
    if (skipSpace() == end) {
      close();
      return false;
    }
    if (object) {
      key();
    }
    return true;
  }

  /** Reads what follows a value in an object or array; returns whether another value comes next. */
  private boolean afterValue() throws SyntaxException {
    boolean object = objects.get(depth - 1);
    int c = skipSpace();
    if (c == (object ? '}' : ']')) {
      close();
      return false;
    }
    if (c != ',') {
      throw invalid(object ? "after object key:value pair" : "after array element");
    }
    at++;
    skipSpace();
    if (object) {
      key();
    }
    return true;
  }

  /** Reads the key of an object and the colon after it. */
  private void key() throws SyntaxException {
    if (peek() != '"') {
      throw invalid("looking for beginning of object key string");
    }
    string();
    if (skipSpace() != ':') {
      throw invalid("after object key");
    }
    at++;
    skipSpace();
  }

  private void open(boolean object) throws SyntaxException {
    objects.set(depth++, object);
    if (depth > MOST_DEPTH) {
      throw new SyntaxException("exceeded max depth");
    }
    at++;
  }

  private void close() {
    depth--;
    at++;
  }

  private void string() throws SyntaxException {
    at++;
    while (peek() != '"') {
      int c = peek();
      if (c == END || c < ' ') {
        throw invalid("in string literal");
      }
      at++;
      if (c == '\\') {
        escape();
      }
    }
    at++;
  }

  private void escape() throws SyntaxException {
    int c = peek();
    if (c == END || "bfnrt\\/\"u".indexOf(c) < 0) {
      throw broken("in string escape code");
    }
    at++;
    for (int i = 0; c == 'u' && i < 4; i++) {
      if (Character.digit(peek(), 16) < 0) {
        throw broken("in \\u hexadecimal character escape");
      }
      at++;
    }
  }

  private void literal(String word) throws SyntaxException {
    at++;
    for (int i = 1; i < word.length(); i++) {
      if (peek() != word.charAt(i)) {
        throw broken("in literal " + word + " (expecting '" + word.charAt(i) + "')");
      }
      at++;
    }
  }

  private void number() throws SyntaxException {
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else {
      digits("in numeric literal");
    }
    if (peek() == '.') {
      at++;
      digits("after decimal point in numeric literal");
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits("in exponent of numeric literal");
    }
  }

  private void digits(String where) throws SyntaxException {
    if (!isDigit(peek())) {
      throw broken(where);
    }
    while (isDigit(peek())) {
      at++;
    }
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private int peek() {
    return at < text.length ? text[at] & 0xff : END;
  }

  private int skipSpace() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n') {
      at++;
    }
    return peek();
  }

  private SyntaxException invalid(String where) {
    int c = peek();
    return new SyntaxException(
        c == END ? "unexpected end of JSON input" : "invalid character " + quote(c) + " " + where);
  }

  /** Returns the failure within a word, a number or an escape; the end of the text is a blank to upstream, which has no place there. */
  private SyntaxException broken(String where) {
    return peek() == END ? new SyntaxException("invalid character ' ' " + where) : invalid(where);
  }

  /** A byte stands for the character of its number, so that none beyond ASCII is what it was in the text. */
  private static String quote(int c) {
    if (c == '\'') {
      return "'\\''";
    }
    if (c == '"') {
      return "'\"'";
    }
    String quoted = GoText.quote(Character.toString(c));
    return "'" + quoted.substring(1, quoted.length() - 1) + "'";
  }
}
