package io.plimsoll.psa.apparmor;

import java.util.EnumSet;
import java.util.Set;

/** What the lexer expects. Mirrors the start conditions of {@code parser_lex.l}. */
enum LexerState {
  INITIAL,
  SUB_ID,
  SUB_ID_WS,
  SUB_VALUE,
  EXTCOND_MODE,
  EXTCONDLIST_MODE,
  NETWORK_MODE,
  LIST_VAL_MODE,
  LIST_COND_MODE,
  LIST_COND_VAL,
  LIST_COND_PAREN_VAL,
  ASSIGN_MODE,
  RLIMIT_MODE,
  MOUNT_MODE,
  DBUS_MODE,
  SIGNAL_MODE,
  PTRACE_MODE,
  UNIX_MODE,
  CHANGE_PROFILE_MODE,
  INCLUDE,
  INCLUDE_EXISTS,
  ABI_MODE;

  private static final Set<LexerState> WITHOUT_BLANKS = EnumSet.of(SUB_ID, SUB_VALUE);
  private static final Set<LexerState> WITHOUT_NEWLINES =
      EnumSet.of(SUB_ID, SUB_VALUE, ASSIGN_MODE);
  private static final Set<LexerState> WITH_CONDITIONS =
      EnumSet.of(INITIAL, MOUNT_MODE, DBUS_MODE, SIGNAL_MODE, PTRACE_MODE, UNIX_MODE);
  private static final Set<LexerState> WITH_END_OF_RULE = EnumSet.of(
      INITIAL,
      NETWORK_MODE,
      RLIMIT_MODE,
      CHANGE_PROFILE_MODE,
      MOUNT_MODE,
      DBUS_MODE,
      SIGNAL_MODE,
      PTRACE_MODE,
      UNIX_MODE,
      ABI_MODE);

  boolean skipsBlanks() {
    return !WITHOUT_BLANKS.contains(this);
  }

  boolean skipsNewlines() {
    return !WITHOUT_NEWLINES.contains(this);
  }

  boolean hasConditions() {
    return WITH_CONDITIONS.contains(this);
  }

  boolean endsRules() {
    return WITH_END_OF_RULE.contains(this);
  }

  /** Returns what the lexer expects after a keyword. */
  static LexerState after(TokenKind keyword) {
    return switch (keyword) {
      case RLIMIT -> RLIMIT_MODE;
      case NETWORK -> NETWORK_MODE;
      case CHANGE_PROFILE -> CHANGE_PROFILE_MODE;
      case MOUNT, REMOUNT, UMOUNT -> MOUNT_MODE;
      case DBUS -> DBUS_MODE;
      case SIGNAL -> SIGNAL_MODE;
      case PTRACE -> PTRACE_MODE;
      case UNIX -> UNIX_MODE;
      case ABI -> ABI_MODE;
      default -> INITIAL;
    };
  }
}
