package io.plimsoll.psa.apparmor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the regular expressions that globs are turned into. Mirrors {@code libapparmor_re/parse.y}.
 *
 * <p>Groups nest as deep as {@link Globs} lets them.
 */
final class ExpressionParser {

  private static final char END = 0x100;

  /** Added to a character that stands for itself. */
  private static final char PLAIN = 0x200;

  private final String text;
  private int position;
  private char token;

  private ExpressionParser(String text) {
    this.text = text;
  }

  /** Returns the expression, or nothing if it is none. */
  static Optional<Expression> parse(String text) {
    ExpressionParser parser = new ExpressionParser(text);
    try {
      parser.advance();
      Expression expression = parser.choice();
      return parser.token == END ? Optional.of(expression) : Optional.empty();
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  private Expression choice() throws Malformed {
    List<Expression> alternatives = new ArrayList<>();
    alternatives.add(sequence());
    while (token == '|') {
      advance();
      alternatives.add(sequence());
    }
    return alternatives.size() == 1 ? alternatives.get(0) : new Expression.Choice(alternatives);
  }

  private Expression sequence() throws Malformed {
    List<Expression> parts = new ArrayList<>();
    while (token != '|' && token != ')' && token != END) {
      Expression part = term();
      if (token == '*' || token == '+') {
        part = new Expression.Repeat(part, token == '+');
        advance();
      }
      parts.add(part);
    }
    return parts.size() == 1 ? parts.get(0) : new Expression.Sequence(parts);
  }

  private Expression term() throws Malformed {
    char first = token;
    switch (first) {
      case '*', '+' -> throw new Malformed();
      case '.' -> {
        advance();
        return new Expression.OneOf(ByteSet.empty().complement());
      }
      case '(' -> {
        advance();
        Expression group = choice();
        expect(')');
        return group;
      }
      case '[' -> {
        advance();
        return set();
      }
      default -> {
        advance();
        return new Expression.Literal(value(first));
      }
    }
  }

  private Expression set() throws Malformed {
    boolean negated = token == '^';
    ByteSet set = ByteSet.empty();
    if (negated) {
      advance();
    }
    if (negated && token == '^') {
      set.add('^');
      advance();
    } else {
      if (token == '^') {
        throw new Malformed();
      }
      first(set);
    }
    while (token != ']') {
      int from = member();
      if (token == '-') {
        advance();
        set.addRange(from, member());
      } else {
        set.add(from);
      }
    }
    advance();
    return new Expression.OneOf(negated ? set.complement() : set);
  }

  /** The first member may be a bracket or a dash. */
  private void first(ByteSet set) throws Malformed {
    int from;
    if (token == ']' || token == '-') {
      from = token;
      advance();
    } else {
      from = member();
    }
    if (token == '-') {
      advance();
      set.addRange(from, member());
    } else {
      set.add(from);
    }
  }

  private int member() throws Malformed {
    if (token == ']' || token == '-' || token == END) {
      throw new Malformed();
    }
    int value = value(token);
    advance();
    return value;
  }

  private void expect(char wanted) throws Malformed {
    if (token != wanted) {
      throw new Malformed();
    }
    advance();
  }

  private static int value(char token) {
    return token & 0xff;
  }

  private void advance() {
    if (position == text.length()) {
      token = END;
      return;
    }
    char c = text.charAt(position++);
    if (c == '\\') {
      Escapes.Escape escape = Escapes.at(text, position, "*+.|^$-[](){}");
      // A bad escape is a backslash, and what follows stands for itself.
      token = (char) (PLAIN + (escape.isValid() ? escape.value() : '\\'));
      position = escape.isValid() ? escape.end() : position;
    } else {
      token = "*+.|^-[]()".indexOf(c) >= 0 ? c : (char) (PLAIN + c);
    }
  }

  /** Says that a text is no expression. */
  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed() {
      super(null, null, false, false);
    }
  }
}
