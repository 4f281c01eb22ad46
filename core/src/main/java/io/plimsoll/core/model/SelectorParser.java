package io.plimsoll.core.model;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.Requirement.Operator;
import io.plimsoll.core.model.SelectorLexer.Kind;
import io.plimsoll.core.model.SelectorLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The reader of one label query. Mirrors the {@code Parser} of {@code pkg/labels/selector.go}, messages included. */
final class SelectorParser {

  private static final String OPERATORS = "in, notin, =, ==, !=, gt, lt";

  private final List<Token> tokens;
  private int pos;

  SelectorParser(String query) {
    this.tokens = SelectorLexer.tokens(query);
  }

  /** Returns the requirements in the order of the query. */
  List<Requirement> parse() {
    List<Requirement> requirements = new ArrayList<>();
    Token first = peek();
    if (first.kind() == Kind.END) {
      return requirements;
    }
    if (!startsRequirement(first)) {
      throw found(first, ", expected: !, identifier, or 'end of string'");
    }
    while (true) {
      try {
        requirements.add(requirement());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("unable to parse requirement: " + e.getMessage(), e);
      }
      Token after = take();
      if (after.kind() == Kind.END) {
        return requirements;
      }
      if (after.kind() != Kind.COMMA) {
        throw found(after, ", expected: ',' or 'end of string'");
      }
      if (!startsRequirement(peek())) {
        throw found(peek(), ", expected: identifier after ','");
      }
    }
  }

  private static boolean startsRequirement(Token token) {
    return token.isIdentifier() || token.kind() == Kind.DOES_NOT_EXIST;
  }

  private Token peek() {
    return tokens.get(pos);
  }

  private Token take() {
    return tokens.get(pos++);
  }

  private static IllegalArgumentException found(Token token, String expected) {
    return new IllegalArgumentException("found '" + token.text() + "'" + expected);
  }

  private Requirement requirement() {
    Token token = take();
    boolean negated = token.kind() == Kind.DOES_NOT_EXIST;
    if (negated) {
      token = take();
    }
    if (!token.isIdentifier()) {
      throw found(token, ", expected: identifier");
    }
    String key = token.text();
    List<String> errors = LabelSyntax.keyErrors(key);
    if (!errors.isEmpty()) {
      // Upstream has no path for the key at this point and prints that.
      throw new IllegalArgumentException(
          Requirement.invalid("<nil>", GoText.quote(key), String.join("; ", errors)));
    }
    if (negated) {
      return new Requirement(key, Operator.DOES_NOT_EXIST, List.of());
    }
    if (endsRequirement()) {
      return new Requirement(key, Operator.EXISTS, List.of());
    }
    Operator operator = operator();
    boolean set = operator == Operator.IN || operator == Operator.NOT_IN;
    return new Requirement(key, operator, set ? values() : List.of(exactValue()));
  }

  private boolean endsRequirement() {
    return peek().kind() == Kind.END || peek().kind() == Kind.COMMA;
  }

  private Operator operator() {
    Token token = take();
    return switch (token.kind()) {
      case IN -> Operator.IN;
      case NOT_IN -> Operator.NOT_IN;
      case EQUALS -> Operator.EQUALS;
      case DOUBLE_EQUALS -> Operator.DOUBLE_EQUALS;
      case NOT_EQUALS -> Operator.NOT_EQUALS;
      case GREATER_THAN -> Operator.GREATER_THAN;
      case LESS_THAN -> Operator.LESS_THAN;
      case END, IDENTIFIER, CLOSED_PAR, COMMA, DOES_NOT_EXIST, OPEN_PAR ->
        throw found(token, ", expected: " + OPERATORS);
    };
  }

  private String exactValue() {
    if (endsRequirement()) {
      return "";
    }
    Token token = take();
    if (!token.isIdentifier()) {
      throw found(token, ", expected: identifier");
    }
    return token.text();
  }

  private List<String> values() {
    Token open = take();
    if (open.kind() != Kind.OPEN_PAR) {
      throw found(open, " expected: '('");
    }
    Set<String> values = new TreeSet<>(GoText::compare);
    if (peek().kind() == Kind.CLOSED_PAR) {
      values.add("");
    } else if (peek().isIdentifier() || peek().kind() == Kind.COMMA) {
      readValues(values);
    } else {
      throw found(peek(), ", expected: ',', ')' or identifier");
    }
    take();
    return List.copyOf(values);
  }

  /** Reads values up to the closing parenthesis. Between two commas, or a comma and a parenthesis, is the empty value. */
  private void readValues(Set<String> values) {
    while (true) {
      Token token = take();
      if (token.isIdentifier()) {
        values.add(token.text());
        if (peek().kind() == Kind.CLOSED_PAR) {
          return;
        }
        if (peek().kind() != Kind.COMMA) {
          throw found(peek(), ", expected: ',' or ')'");
        }
      } else if (token.kind() == Kind.COMMA) {
        if (values.isEmpty() || peek().kind() == Kind.CLOSED_PAR || peek().kind() == Kind.COMMA) {
          values.add("");
        }
        if (peek().kind() == Kind.CLOSED_PAR) {
          return;
        }
      } else {
        throw found(token, ", expected: ',', or identifier");
      }
    }
  }
}
