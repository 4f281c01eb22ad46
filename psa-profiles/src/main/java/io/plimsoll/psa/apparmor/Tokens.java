package io.plimsoll.psa.apparmor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a policy, with one to look ahead. */
final class Tokens {

  private final Lexer lexer;
  private @Nullable Token ahead;
  private Token last;

  Tokens(Lexer lexer) {
    this.lexer = lexer;
    this.last = lexer.next();
    this.ahead = last;
  }

  Token peek() {
    Token next = ahead;
    if (next == null) {
      next = lexer.next();
      ahead = next;
    }
    return next;
  }

  boolean at(TokenKind kind) {
    return peek().is(kind);
  }

  Token take() {
    last = peek();
    ahead = null;
    return last;
  }

  /** Takes a word of that kind if it is next. */
  boolean skip(TokenKind kind) {
    if (!at(kind)) {
      return false;
    }
    take();
    return true;
  }

  Token expect(TokenKind... kinds) {
    for (TokenKind kind : kinds) {
      if (at(kind)) {
        return take();
      }
    }
    throw unexpected(kinds);
  }

  /** Returns the word that was taken last. */
  Token last() {
    return last;
  }

  PolicyException unexpected(TokenKind... wanted) {
    List<String> labels = new ArrayList<>();
    for (TokenKind kind : wanted) {
      labels.add(kind.label());
    }
    String expecting = labels.isEmpty() ? "" : ", expecting " + String.join(" or ", labels);
    return PolicyException.of(
        "syntax",
        peek().location(),
        "syntax error, unexpected " + peek().kind().label() + expecting);
  }

  PolicyException error(Token at, String message) {
    return PolicyException.of("rule", at.location(), ByteText.text(message));
  }

  Lexer lexer() {
    return lexer;
  }
}
