package io.plimsoll.psa.apparmor;

/**
 * Reads the words of a policy, one at a time. Mirrors {@code parser_lex.l}: of all that could stand at a place, the longest counts, and
 * of the longest the first in upstream's order; what looks ahead counts with what it looks at.
 */
final class Lexer {

  private final Inputs inputs;
  private final LexerActions actions;

  Lexer(Inputs inputs) {
    this.inputs = inputs;
    this.actions = new LexerActions(inputs);
  }

  /** Returns the next word; at the end, always {@link TokenKind#END}. */
  Token next() {
    while (true) {
      Inputs.Input input = inputs.current();
      if (input.position == input.text.length()) {
        if (!inputs.leave()) {
          return new Token(TokenKind.END, "", input.source, input.position, input.position);
        }
        continue;
      }
      LexerMatch match = LexerRules.match(input.text, input.position, actions);
      if (match.isNone()) {
        throw unexpected(input);
      }
      String text = match.word();
      input.position += text.length();
      Token token = match.action().run(text);
      if (token != null) {
        return token;
      }
    }
  }

  void enterBlock() {
    inputs.enterBlock();
  }

  void leaveBlock() {
    inputs.leaveBlock();
  }

  private PolicyException unexpected(Inputs.Input input) {
    int at = input.position;
    char c = input.text.charAt(at);
    return PolicyException.of(
        "syntax",
        actions.place(at, at + 1),
        "Lexer found unexpected character: '%s' (0x%x) in state: %s"
            .formatted(c == '\n' ? "\\n" : c, (int) c, actions.state()));
  }
}
