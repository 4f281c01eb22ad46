package io.plimsoll.psa.apparmor;

import org.jspecify.annotations.Nullable;

/** What a match of the lexer leads to: a token, or nothing where it only moves on. */
@FunctionalInterface
interface LexerAction {

  /** Moves on. */
  LexerAction NONE = text -> null;

  /** Returns the token that a text is. */
  @Nullable
  Token run(String text);
}
