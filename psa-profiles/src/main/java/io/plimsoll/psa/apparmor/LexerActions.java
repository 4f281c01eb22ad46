package io.plimsoll.psa.apparmor;

import io.plimsoll.core.manifest.Location;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the lexer expects, and what becomes of the words that it finds. */
final class LexerActions {

  private final Inputs inputs;
  private final Deque<LexerState> outer = new ArrayDeque<>();
  private LexerState state = LexerState.INITIAL;

  LexerActions(Inputs inputs) {
    this.inputs = inputs;
  }

  /** Returns what is expected. */
  LexerState state() {
    return state;
  }

  /** Returns the place of a part of the text that is read. */
  Location place(int start, int end) {
    return inputs.current().source.location(start, end);
  }

  /** Returns a keyword, after which other words are expected, or else a name. */
  @Nullable
  Token keyword(String text) {
    Optional<TokenKind> keyword = TokenKind.keyword(text);
    if (keyword.isEmpty()) {
      return make(TokenKind.ID, Escapes.word(text), text.length());
    }
    push(LexerState.after(keyword.get()));
    return make(keyword.get(), text, text.length());
  }

  /** Goes on with a file that is included, or returns the one that {@code abi} names. */
  @Nullable
  Token include(String text) {
    Inputs.Input input = inputs.current();
    boolean searched = text.startsWith("<");
    String name = (searched ? text.substring(1, text.length() - 1) : text).strip();
    Location place = input.source.location(input.position - text.length(), input.position);
    if (name.isEmpty()) {
      throw PolicyException.of("include", place, "Failed to process filename");
    }
    String path = Escapes.word(name);
    if (state == LexerState.ABI_MODE) {
      return make(searched ? TokenKind.ID : TokenKind.VALUE, path, text.length());
    }
    boolean ifExists = state == LexerState.INCLUDE_EXISTS;
    pop();
    inputs.include(path, searched, ifExists, place);
    return null;
  }

  private Token make(TokenKind kind, String text, int bytes) {
    Inputs.Input input = inputs.current();
    return new Token(kind, text, input.source, input.position - bytes, input.position);
  }

  /** Makes a token of the text as it is. */
  LexerAction token(TokenKind kind) {
    return text -> make(kind, text, text.length());
  }

  /** Makes a token of the text that is meant. */
  LexerAction word(TokenKind kind) {
    return text -> make(kind, Escapes.word(text), text.length());
  }

  /** Expects other words for a while. */
  LexerAction push(LexerState to, TokenKind kind) {
    return text -> {
      push(to);
      return make(kind, Escapes.word(text), text.length());
    };
  }

  /** Expects other words from here on. */
  LexerAction begin(LexerState to, TokenKind kind) {
    return text -> {
      state = to;
      return make(kind, text, text.length());
    };
  }

  /** Expects what was expected before. */
  LexerAction pop(TokenKind kind) {
    return text -> {
      pop();
      return make(kind, Escapes.word(text), text.length());
    };
  }

  /** Makes no token. */
  static LexerAction then(Runnable change) {
    return text -> {
      change.run();
      return null;
    };
  }

  /** Keywords within the initial state would pile up; nothing ever leaves them. */
  void push(LexerState to) {
    if (to != LexerState.INITIAL || state != LexerState.INITIAL) {
      outer.push(state);
      state = to;
    }
  }

  void pop() {
    state = outer.isEmpty() ? LexerState.INITIAL : outer.pop();
  }
}
