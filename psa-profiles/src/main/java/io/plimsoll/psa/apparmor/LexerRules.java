package io.plimsoll.psa.apparmor;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What could stand at a place of a policy, by what is expected there. Mirrors the patterns of {@code parser_lex.l}, in their order. */
final class LexerRules {

  /** The words that are keywords in some state only. */
  private static final Map<LexerState, List<TokenKind>> KEYWORDS = keywords();

  private final String text;
  private final int at;
  private final LexerActions act;
  private final LexerMatch match;

  private LexerRules(String text, int at, LexerActions act) {
    this.text = text;
    this.at = at;
    this.act = act;
    this.match = new LexerMatch(text, at);
  }

  /** Returns what stands at a place of a text. */
  static LexerMatch match(String text, int at, LexerActions act) {
    LexerRules rules = new LexerRules(text, at, act);
    rules.match();
    return rules.match;
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

  /** Offers all that could stand there. */
  void match() {
    if (act.state().skipsBlanks()) {
      match.offer(Words.blanks(text, at), LexerAction.NONE);
    }
    if (act.state().hasConditions()) {
      conditions();
    }
    switch (act.state()) {
      case INITIAL -> initial();
      case INCLUDE, INCLUDE_EXISTS, ABI_MODE -> match.offer(Words.include(text, at), act::include);
      case SUB_ID, SUB_ID_WS -> offerWord(act.pop(TokenKind.ID));
      case SUB_VALUE -> offerWord(act.pop(TokenKind.VALUE));
      case LIST_VAL_MODE -> {
        match.offer(")", act.pop(TokenKind.CLOSEPAREN));
        match.offer(",", LexerAction.NONE);
        match.offer(Words.listValue(text, at), act.word(TokenKind.VALUE));
        match.offer(Words.quoted(text, at), act.word(TokenKind.VALUE));
      }
      case EXTCOND_MODE -> condition();
      case LIST_COND_VAL -> offerListValue(act.pop(TokenKind.VALUE));
      case LIST_COND_PAREN_VAL -> {
        match.offer(")", LexerActions.then(act::pop));
        offerListValue(act.word(TokenKind.VALUE));
      }
      case LIST_COND_MODE -> {
        match.offer(")", act.pop(TokenKind.CLOSEPAREN));
        match.offer(",", LexerAction.NONE);
        match.offer(Words.conditionName(text, at), act.word(TokenKind.CONDID));
        int open = text.startsWith("=", at) ? 1 + Words.blanks(text, at + 1) : 0;
        if (open > 0 && text.startsWith("(", at + open)) {
          match.offer(open + 1, act.push(LexerState.LIST_COND_PAREN_VAL, TokenKind.EQUALS));
        }
        match.offer("=", act.push(LexerState.LIST_COND_VAL, TokenKind.EQUALS));
      }
      case EXTCONDLIST_MODE -> {
        match.offer("=", act.token(TokenKind.EQUALS));
        match.offer("(", act.begin(LexerState.LIST_COND_MODE, TokenKind.OPENPAREN));
      }
      case ASSIGN_MODE -> assignment();
      case NETWORK_MODE -> match.offer(Words.id(text, at), act.token(TokenKind.ID));
      case CHANGE_PROFILE_MODE -> {
        match.offer("safe", act.token(TokenKind.SAFE));
        match.offer("unsafe", act.token(TokenKind.UNSAFE));
        match.offer("->", act.push(LexerState.SUB_ID_WS, TokenKind.ARROW));
        offerWord(act.word(TokenKind.ID));
      }
      case RLIMIT_MODE -> limit();
      case MOUNT_MODE, DBUS_MODE, SIGNAL_MODE, PTRACE_MODE, UNIX_MODE -> rule();
    }
    if (act.state().endsRules()) {
      match.offer(
          ",",
          act.state() == LexerState.INITIAL
              ? act.token(TokenKind.END_OF_RULE)
              : act.pop(TokenKind.END_OF_RULE));
    }
    if (act.state().skipsNewlines()) {
      match.offer(Words.newline(text, at), LexerAction.NONE);
    }
  }

  private void conditions() {
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
        match.offer(
            open + 1 - at, name, act.push(LexerState.EXTCONDLIST_MODE, TokenKind.CONDLISTID));
      }
    }
    int blanks = Words.blanks(text, after);
    if (Words.isCondition(text, after)) {
      match.offer(name + blanks + 1, name, act.push(LexerState.EXTCOND_MODE, TokenKind.CONDID));
    }
    if (Words.isListCondition(text, after)) {
      int open = after + blanks + 2;
      match.offer(
          open + Words.blanks(text, open) + 1 - at,
          name,
          act.push(LexerState.EXTCOND_MODE, TokenKind.CONDID));
    }
  }

  private void initial() {
    includes();
    match.offer("^", act.push(LexerState.SUB_ID, TokenKind.CARET));
    match.offer("->", act.push(LexerState.SUB_ID_WS, TokenKind.ARROW));
    match.offer("=", act.push(LexerState.ASSIGN_MODE, TokenKind.EQUALS));
    match.offer("+=", act.push(LexerState.ASSIGN_MODE, TokenKind.ADD_ASSIGN));
    match.offer(Words.variable('@', text, at), act.token(TokenKind.SET_VAR));
    match.offer(Words.variable('$', text, at), act.token(TokenKind.BOOL_VAR));
    match.offer("{", act.token(TokenKind.OPEN));
    match.offer("}", act.token(TokenKind.CLOSE));
    match.offer(Words.label(text, at), act.word(TokenKind.ID));
    match.offer(Words.quotedLabel(text, at), act.word(TokenKind.ID));
    int modes = Words.modes(text, at);
    if (modes > 0) {
      match.offer(modes + 1, modes, act.token(TokenKind.MODE));
    }
    declaration("hat", TokenKind.HAT);
    declaration("profile", TokenKind.PROFILE);
    match.offer("(", act.push(LexerState.LIST_VAL_MODE, TokenKind.OPENPAREN));
    match.offer(Words.name(text, at), act::keyword);
  }

  private void declaration(String keyword, TokenKind kind) {
    if (text.startsWith(keyword, at)) {
      match.offer(
          keyword.length() + Words.blanks(text, at + keyword.length()),
          act.push(LexerState.SUB_ID, kind));
    }
  }

  private void includes() {
    boolean hash = text.startsWith("#", at);
    int word = hash ? at + 1 : at;
    int line = hash ? Words.restOfLine(text, at) : 0;
    if (text.startsWith("include", word)) {
      int after = word + "include".length();
      int exists = ifExists(text, after);
      boolean blank = exists > 0 && exists < text.length() && Words.isBlank(text.charAt(exists));
      if (hash) {
        if (blank && line > 0) {
          match.offer(
              line, exists - at, LexerActions.then(() -> act.push(LexerState.INCLUDE_EXISTS)));
        }
        if (line > 0) {
          match.offer(line, after - at, LexerActions.then(() -> act.push(LexerState.INCLUDE)));
        }
      } else {
        if (blank) {
          match.offer(
              exists + 1 - at,
              exists - at,
              LexerActions.then(() -> act.push(LexerState.INCLUDE_EXISTS)));
        }
        if (Words.blanks(text, after) > 0) {
          match.offer(
              after + 1 - at, after - at, LexerActions.then(() -> act.push(LexerState.INCLUDE)));
        }
      }
    }
    if (line > 0) {
      match.offer(line, LexerAction.NONE);
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

  private void condition() {
    if (text.startsWith("=", at)) {
      int value = at + 1 + Words.blanks(text, at + 1);
      if (value < text.length() && text.charAt(value) != '(' && text.charAt(value) != '\n') {
        match.offer(value + 1 - at, value - at, act.begin(LexerState.SUB_VALUE, TokenKind.EQUALS));
      }
    }
    match.offer("=", act.token(TokenKind.EQUALS));
    match.offer("(", act.begin(LexerState.LIST_VAL_MODE, TokenKind.OPENPAREN));
    match.offer("in", act.token(TokenKind.IN));
  }

  private void assignment() {
    offerWord(act.word(TokenKind.VALUE));
    match.offer(",", comma -> {
      throw PolicyException.of(
          "syntax", act.place(at, at + 1), "Variable declarations do not accept trailing commas");
    });
    match.offer("\\\n", LexerAction.NONE);
    match.offer(Words.newline(text, at), LexerActions.then(act::pop));
  }

  private void limit() {
    int sign = text.startsWith("-", at) ? 1 : 0;
    int end = at + sign;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    match.offer(end > at + sign ? end - at : 0, act.token(TokenKind.VALUE));
    end = at;
    while (end < text.length() && (Words.isLetter(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    boolean infinity = text.substring(at, end).equals("infinity");
    match.offer(end - at, act.token(infinity ? TokenKind.VALUE : TokenKind.ID));
    match.offer("<=", act.token(TokenKind.LE));
  }

  private void rule() {
    if (act.state() == LexerState.MOUNT_MODE) {
      match.offer("->", act.token(TokenKind.ARROW));
    } else {
      for (TokenKind keyword : KEYWORDS.getOrDefault(act.state(), List.of())) {
        match.offer(keyword.word(), act.token(keyword));
      }
      match.offer("(", act.push(LexerState.LIST_VAL_MODE, TokenKind.OPENPAREN));
      for (String mode : List.of("r", "w", "rw", "wr")) {
        int after = at + mode.length();
        boolean ends = after < text.length()
            && (Words.isSpace(text.charAt(after)) || text.charAt(after) == ',');
        if (ends && text.startsWith(mode, at)) {
          match.offer(mode.length() + 1, mode.length(), act.token(TokenKind.MODE));
        }
      }
    }
    match.offer(Words.idWithoutEquals(text, at), act.word(TokenKind.ID));
    match.offer(Words.label(text, at), act.word(TokenKind.ID));
    match.offer(Words.quoted(text, at), act.word(TokenKind.ID));
  }

  private void offerWord(LexerAction then) {
    match.offer(Words.id(text, at), then);
    match.offer(Words.quoted(text, at), then);
  }

  private void offerListValue(LexerAction then) {
    match.offer(Words.listValue(text, at), then);
    int quoted = Words.quoted(text, at);
    match.offer(quoted > 2 ? quoted : 0, then);
  }
}
