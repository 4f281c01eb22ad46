package io.plimsoll.psa.apparmor;

import io.plimsoll.core.manifest.Location;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words of a policy, one at a time. Mirrors {@code parser_lex.l}: of all that could stand at a place, the longest counts, and
 * of the longest the first in upstream's order; what looks ahead counts with what it looks at.
 */
final class Lexer {

  /** The words that are keywords in some state only. */
  private static final Map<LexerState, List<TokenKind>> KEYWORDS = keywords();

  private final Inputs inputs;
  private final Deque<LexerState> outer = new ArrayDeque<>();
  private LexerState state = LexerState.INITIAL;

  private Inputs.Input input;

  // The longest match so far.
  private int longest;
  private int length;
  private Action action = Action.NONE;

  Lexer(Inputs inputs) {
    this.inputs = inputs;
    this.input = inputs.current();
  }

  /** What a match leads to; a token, or nothing where it only moves on. */
  @FunctionalInterface
  private interface Action {
    Action NONE = text -> null;

    @Nullable
    Token run(String text);
  }

  private static Map<LexerState, List<TokenKind>> keywords() {
    Map<LexerState, List<TokenKind>> words = new EnumMap<>(LexerState.class);
    words.put(
        LexerState.UNIX_MODE,
        List.of(
            TokenKind.CREATE,
            TokenKind.LISTEN,
            TokenKind.ACCEPT,
            TokenKind.CONNECT,
            TokenKind.GETATTR,
            TokenKind.SETATTR,
            TokenKind.GETOPT,
            TokenKind.SETOPT,
            TokenKind.SHUTDOWN,
            TokenKind.BIND,
            TokenKind.SEND,
            TokenKind.RECEIVE,
            TokenKind.READ,
            TokenKind.WRITE));
    words.put(
        LexerState.DBUS_MODE,
        List.of(
            TokenKind.BIND,
            TokenKind.EAVESDROP,
            TokenKind.SEND,
            TokenKind.RECEIVE,
            TokenKind.READ,
            TokenKind.WRITE));
    words.put(
        LexerState.SIGNAL_MODE,
        List.of(TokenKind.SEND, TokenKind.RECEIVE, TokenKind.READ, TokenKind.WRITE));
    words.put(
        LexerState.PTRACE_MODE,
        List.of(
            TokenKind.TRACE,
            TokenKind.READBY,
            TokenKind.TRACEDBY,
            TokenKind.READ,
            TokenKind.WRITE));
    return words;
  }

  /** Returns the next word; at the end, always {@link TokenKind#END}. */
  Token next() {
    while (true) {
      input = inputs.current();
      if (input.position == input.text.length()) {
        if (!inputs.leave()) {
          return new Token(TokenKind.END, "", input.source, input.position, input.position);
        }
        continue;
      }
      longest = 0;
      match(input.text, input.position);
      if (longest == 0) {
        throw unexpected();
      }
      String text = input.text.substring(input.position, input.position + length);
      input.position += length;
      Token token = action.run(text);
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

  private PolicyException unexpected() {
    int at = input.position;
    char c = input.text.charAt(at);
    return PolicyException.of(
        "syntax",
        input.source.location(at, at + 1),
        "Lexer found unexpected character: '%s' (0x%x) in state: %s"
            .formatted(c == '\n' ? "\\n" : c, (int) c, state));
  }

  /** Offers a match: {@code seen} bytes were looked at, of which {@code taken} belong to the word. */
  private void offer(int seen, int taken, Action then) {
    if (seen > longest) {
      longest = seen;
      length = taken;
      action = then;
    }
  }

  private void offer(int taken, Action then) {
    offer(taken, taken, then);
  }

  private void offer(String literal, Action then) {
    if (input.text.startsWith(literal, input.position)) {
      offer(literal.length(), then);
    }
  }

  private void match(String text, int at) {
    if (state.skipsBlanks()) {
      offer(Words.blanks(text, at), Action.NONE);
    }
    if (state.hasConditions()) {
      conditions(text, at);
    }
    switch (state) {
      case INITIAL -> initial(text, at);
      case INCLUDE, INCLUDE_EXISTS, ABI_MODE -> offer(Words.include(text, at), this::include);
      case SUB_ID, SUB_ID_WS -> offerWord(text, at, pop(TokenKind.ID));
      case SUB_VALUE -> offerWord(text, at, pop(TokenKind.VALUE));
      case LIST_VAL_MODE -> {
        offer(")", pop(TokenKind.CLOSEPAREN));
        offer(",", Action.NONE);
        offer(Words.listValue(text, at), word(TokenKind.VALUE));
        offer(Words.quoted(text, at), word(TokenKind.VALUE));
      }
      case EXTCOND_MODE -> condition(text, at);
      case LIST_COND_VAL -> offerListValue(text, at, pop(TokenKind.VALUE));
      case LIST_COND_PAREN_VAL -> {
        offer(")", then(this::pop));
        offerListValue(text, at, word(TokenKind.VALUE));
      }
      case LIST_COND_MODE -> {
        offer(")", pop(TokenKind.CLOSEPAREN));
        offer(",", Action.NONE);
        offer(Words.conditionName(text, at), word(TokenKind.CONDID));
        int open = text.startsWith("=", at) ? 1 + Words.blanks(text, at + 1) : 0;
        if (open > 0 && text.startsWith("(", at + open)) {
          offer(open + 1, push(LexerState.LIST_COND_PAREN_VAL, TokenKind.EQUALS));
        }
        offer("=", push(LexerState.LIST_COND_VAL, TokenKind.EQUALS));
      }
      case EXTCONDLIST_MODE -> {
        offer("=", token(TokenKind.EQUALS));
        offer("(", begin(LexerState.LIST_COND_MODE, TokenKind.OPENPAREN));
      }
      case ASSIGN_MODE -> assignment(text, at);
      case NETWORK_MODE -> offer(Words.id(text, at), token(TokenKind.ID));
      case CHANGE_PROFILE_MODE -> {
        offer("safe", token(TokenKind.SAFE));
        offer("unsafe", token(TokenKind.UNSAFE));
        offer("->", push(LexerState.SUB_ID_WS, TokenKind.ARROW));
        offerWord(text, at, word(TokenKind.ID));
      }
      case RLIMIT_MODE -> limit(text, at);
      case MOUNT_MODE, DBUS_MODE, SIGNAL_MODE, PTRACE_MODE, UNIX_MODE -> rule(text, at);
    }
    if (state.endsRules()) {
      offer(
          ",",
          state == LexerState.INITIAL ? token(TokenKind.END_OF_RULE) : pop(TokenKind.END_OF_RULE));
    }
    if (state.skipsNewlines()) {
      offer(Words.newline(text, at), Action.NONE);
    }
  }

  private void conditions(String text, int at) {
    int name = Words.name(text, at);
    if (name == 0) {
      return;
    }
    int after = at + name;
    String word = text.substring(at, after);
    if ((word.equals("peer") || word.equals("xattrs")) && Words.isCondition(text, after)) {
      int open = after + Words.blanks(text, after) + 1;
      open += Words.blanks(text, open);
      if (text.startsWith("(", open)) {
        offer(open + 1 - at, name, push(LexerState.EXTCONDLIST_MODE, TokenKind.CONDLISTID));
      }
    }
    int blanks = Words.blanks(text, after);
    if (Words.isCondition(text, after)) {
      offer(name + blanks + 1, name, push(LexerState.EXTCOND_MODE, TokenKind.CONDID));
    }
    if (Words.isListCondition(text, after)) {
      int open = after + blanks + 2;
      offer(
          open + Words.blanks(text, open) + 1 - at,
          name,
          push(LexerState.EXTCOND_MODE, TokenKind.CONDID));
    }
  }

  private void initial(String text, int at) {
    includes(text, at);
    offer("^", push(LexerState.SUB_ID, TokenKind.CARET));
    offer("->", push(LexerState.SUB_ID_WS, TokenKind.ARROW));
    offer("=", push(LexerState.ASSIGN_MODE, TokenKind.EQUALS));
    offer("+=", push(LexerState.ASSIGN_MODE, TokenKind.ADD_ASSIGN));
    offer(Words.variable('@', text, at), token(TokenKind.SET_VAR));
    offer(Words.variable('$', text, at), token(TokenKind.BOOL_VAR));
    offer("{", token(TokenKind.OPEN));
    offer("}", token(TokenKind.CLOSE));
    offer(Words.label(text, at), word(TokenKind.ID));
    offer(Words.quotedLabel(text, at), word(TokenKind.ID));
    int modes = Words.modes(text, at);
    if (modes > 0) {
      offer(modes + 1, modes, token(TokenKind.MODE));
    }
    declaration("hat", TokenKind.HAT, text, at);
    declaration("profile", TokenKind.PROFILE, text, at);
    offer("(", push(LexerState.LIST_VAL_MODE, TokenKind.OPENPAREN));
    offer(Words.name(text, at), this::keyword);
  }

  private void declaration(String keyword, TokenKind kind, String text, int at) {
    if (text.startsWith(keyword, at)) {
      offer(
          keyword.length() + Words.blanks(text, at + keyword.length()),
          push(LexerState.SUB_ID, kind));
    }
  }

  private void includes(String text, int at) {
    boolean hash = text.startsWith("#", at);
    int word = hash ? at + 1 : at;
    int line = hash ? Words.restOfLine(text, at) : 0;
    if (text.startsWith("include", word)) {
      int after = word + "include".length();
      int exists = ifExists(text, after);
      boolean blank = exists > 0 && exists < text.length() && Words.isBlank(text.charAt(exists));
      if (hash) {
        if (blank && line > 0) {
          offer(line, exists - at, then(() -> push(LexerState.INCLUDE_EXISTS)));
        }
        if (line > 0) {
          offer(line, after - at, then(() -> push(LexerState.INCLUDE)));
        }
      } else {
        if (blank) {
          offer(exists + 1 - at, exists - at, then(() -> push(LexerState.INCLUDE_EXISTS)));
        }
        if (Words.blanks(text, after) > 0) {
          offer(after + 1 - at, after - at, then(() -> push(LexerState.INCLUDE)));
        }
      }
    }
    if (line > 0) {
      offer(line, Action.NONE);
    }
  }

  /** Returns the place after {@code if exists}, or 0. */
  private static int ifExists(String text, int start) {
    int at = start;
    for (String word : List.of("if", "exists")) {
      int blanks = Words.blanks(text, at);
      if (blanks == 0 || !text.startsWith(word, at + blanks)) {
        return 0;
      }
      at += blanks + word.length();
    }
    return at;
  }

  private void condition(String text, int at) {
    if (text.startsWith("=", at)) {
      int value = at + 1 + Words.blanks(text, at + 1);
      if (value < text.length() && text.charAt(value) != '(' && text.charAt(value) != '\n') {
        offer(value + 1 - at, value - at, begin(LexerState.SUB_VALUE, TokenKind.EQUALS));
      }
    }
    offer("=", token(TokenKind.EQUALS));
    offer("(", begin(LexerState.LIST_VAL_MODE, TokenKind.OPENPAREN));
    offer("in", token(TokenKind.IN));
  }

  private void assignment(String text, int at) {
    offerWord(text, at, word(TokenKind.VALUE));
    offer(",", comma -> {
      throw PolicyException.of(
          "syntax",
          input.source.location(at, at + 1),
          "Variable declarations do not accept trailing commas");
    });
    offer("\\\n", Action.NONE);
    offer(Words.newline(text, at), then(this::pop));
  }

  private void limit(String text, int at) {
    int sign = text.startsWith("-", at) ? 1 : 0;
    int end = at + sign;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    offer(end > at + sign ? end - at : 0, token(TokenKind.VALUE));
    end = at;
    while (end < text.length() && (Words.isLetter(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    boolean infinity = text.substring(at, end).equals("infinity");
    offer(end - at, token(infinity ? TokenKind.VALUE : TokenKind.ID));
    offer("<=", token(TokenKind.LE));
  }

  private void rule(String text, int at) {
    if (state == LexerState.MOUNT_MODE) {
      offer("->", token(TokenKind.ARROW));
    } else {
      for (TokenKind keyword : KEYWORDS.getOrDefault(state, List.of())) {
        offer(keyword.word(), token(keyword));
      }
      offer("(", push(LexerState.LIST_VAL_MODE, TokenKind.OPENPAREN));
      for (String mode : List.of("r", "w", "rw", "wr")) {
        int after = at + mode.length();
        boolean ends = after < text.length()
            && (Words.isSpace(text.charAt(after)) || text.charAt(after) == ',');
        if (ends && text.startsWith(mode, at)) {
          offer(mode.length() + 1, mode.length(), token(TokenKind.MODE));
        }
      }
    }
    offer(Words.idWithoutEquals(text, at), word(TokenKind.ID));
    offer(Words.label(text, at), word(TokenKind.ID));
    offer(Words.quoted(text, at), word(TokenKind.ID));
  }

  private void offerWord(String text, int at, Action then) {
    offer(Words.id(text, at), then);
    offer(Words.quoted(text, at), then);
  }

  private void offerListValue(String text, int at, Action then) {
    offer(Words.listValue(text, at), then);
    int quoted = Words.quoted(text, at);
    offer(quoted > 2 ? quoted : 0, then);
  }

  private @Nullable Token keyword(String text) {
    Optional<TokenKind> keyword = TokenKind.keyword(text);
    if (keyword.isEmpty()) {
      return make(TokenKind.ID, Escapes.word(text), text.length());
    }
    push(LexerState.after(keyword.get()));
    return make(keyword.get(), text, text.length());
  }

  private @Nullable Token include(String text) {
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
    return new Token(kind, text, input.source, input.position - bytes, input.position);
  }

  private Action token(TokenKind kind) {
    return text -> make(kind, text, text.length());
  }

  private Action word(TokenKind kind) {
    return text -> make(kind, Escapes.word(text), text.length());
  }

  private Action push(LexerState to, TokenKind kind) {
    return text -> {
      push(to);
      return make(kind, Escapes.word(text), text.length());
    };
  }

  private Action begin(LexerState to, TokenKind kind) {
    return text -> {
      state = to;
      return make(kind, text, text.length());
    };
  }

  private Action pop(TokenKind kind) {
    return text -> {
      pop();
      return make(kind, Escapes.word(text), text.length());
    };
  }

  private static Action then(Runnable change) {
    return text -> {
      change.run();
      return null;
    };
  }

  /** Keywords within the initial state would pile up; nothing ever leaves them. */
  private void push(LexerState to) {
    if (to != LexerState.INITIAL || state != LexerState.INITIAL) {
      outer.push(state);
      state = to;
    }
  }

  private void pop() {
    state = outer.isEmpty() ? LexerState.INITIAL : outer.pop();
  }
}
