package io.plimsoll.core.model;

import java.util.ArrayList;
import java.util.List;

/** Cuts a label query into tokens. Mirrors the {@code Lexer} of {@code pkg/labels/selector.go}, in which a NUL ends a token. */
final class SelectorLexer {

  /** What a token is. */
  enum Kind {
    END(""),
    IDENTIFIER(""),
    CLOSED_PAR(")"),
    COMMA(","),
    DOES_NOT_EXIST("!"),
    DOUBLE_EQUALS("=="),
    EQUALS("="),
    GREATER_THAN(">"),
    IN("in"),
    LESS_THAN("<"),
    NOT_EQUALS("!="),
    NOT_IN("notin"),
    OPEN_PAR("(");

    private final String spelling;

    Kind(String spelling) {
      this.spelling = spelling;
    }
  }

  /** A token and its text. */
  record Token(Kind kind, String text) {

    /** Returns whether this is an identifier where only a value can stand: {@code in} and {@code notin} are values, too. */
    boolean isIdentifier() {
      return kind == Kind.IDENTIFIER || kind == Kind.IN || kind == Kind.NOT_IN;
    }
  }

  private final String query;
  private int pos;

  private SelectorLexer(String query) {
    this.query = query;
  }

  /** Returns the tokens; the last, and only the last, is the end. */
  static List<Token> tokens(String query) {
    SelectorLexer lexer = new SelectorLexer(query);
    List<Token> tokens = new ArrayList<>();
    do {
      tokens.add(lexer.next());
    } while (tokens.get(tokens.size() - 1).kind() != Kind.END);
    return tokens;
  }

  private Token next() {
    while (isBlank(peek())) {
      pos++;
    }
    if (peek() == 0) {
      return new Token(Kind.END, "");
    }
    return isSpecial(peek()) ? special() : word();
  }

  private char peek() {
    return pos < query.length() ? query.charAt(pos) : 0;
  }

  private Token special() {
    String two = pos + 2 <= query.length() ? query.substring(pos, pos + 2) : "";
    boolean isTwo = two.equals("==") || two.equals("!=");
    String spelling = isTwo ? two : query.substring(pos, pos + 1);
    pos += spelling.length();
    // A NUL between two tokens goes with the first.
    if (pos < query.length() && query.charAt(pos) == 0) {
      pos++;
    }
    return new Token(kind(spelling), spelling);
  }

  private Token word() {
    int start = pos;
    while (peek() != 0 && !isBlank(peek()) && !isSpecial(peek())) {
      pos++;
    }
    String word = query.substring(start, pos);
    if (pos < query.length() && query.charAt(pos) == 0) {
      pos++;
    }
    return new Token(kind(word), word);
  }

  private static Kind kind(String spelling) {
    for (Kind kind : Kind.values()) {
      if (kind.spelling.equals(spelling)) {
        return kind;
      }
    }
    return Kind.IDENTIFIER;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private static boolean isSpecial(char c) {
    return "=!(),><".indexOf(c) >= 0;
  }
}
