package io.plimsoll.psa.apparmor;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kinds of words of a policy. Mirrors the tokens of {@code parser_yacc.y} and {@code keyword_table} of {@code parser_misc.c}. */
enum TokenKind {
  ID,
  CONDID,
  CONDLISTID,
  CARET,
  OPEN,
  CLOSE,
  MODE,
  END_OF_RULE,
  EQUALS,
  ARROW,
  ADD_ASSIGN,
  LE,
  SET_VAR,
  BOOL_VAR,
  VALUE,
  IF,
  ELSE,
  NOT,
  DEFINED,
  CHANGE_PROFILE,
  NETWORK,
  UNIX,
  CREATE,
  SHUTDOWN,
  ACCEPT,
  CONNECT,
  LISTEN,
  SETOPT,
  GETOPT,
  SETATTR,
  GETATTR,
  HAT,
  UNSAFE,
  SAFE,
  LINK,
  OWNER,
  OTHER,
  SUBSET,
  AUDIT,
  DENY,
  ALLOW,
  PROFILE,
  SET,
  ALIAS,
  PTRACE,
  OPENPAREN,
  CLOSEPAREN,
  FILE,
  MOUNT,
  REMOUNT,
  UMOUNT,
  PIVOTROOT,
  IN,
  DBUS,
  SIGNAL,
  SEND,
  RECEIVE,
  BIND,
  READ,
  WRITE,
  EAVESDROP,
  PEER,
  TRACE,
  TRACEDBY,
  READBY,
  ABI,
  RLIMIT,
  CAPABILITY,
  END;

  private static final Map<String, TokenKind> SPELLED_OTHERWISE =
      Map.of("user", OWNER, "rewrite", ALIAS, "unmount", UMOUNT, "pivot_root", PIVOTROOT);

  private static final Set<TokenKind> KEYWORDS = EnumSet.of(
      NETWORK,
      UNIX,
      CAPABILITY,
      IF,
      ELSE,
      NOT,
      DEFINED,
      CHANGE_PROFILE,
      UNSAFE,
      SAFE,
      LINK,
      OWNER,
      OTHER,
      SUBSET,
      AUDIT,
      DENY,
      ALLOW,
      SET,
      RLIMIT,
      ALIAS,
      PTRACE,
      FILE,
      MOUNT,
      REMOUNT,
      UMOUNT,
      IN,
      DBUS,
      SIGNAL,
      SEND,
      RECEIVE,
      BIND,
      READ,
      WRITE,
      EAVESDROP,
      PEER,
      TRACE,
      TRACEDBY,
      READBY,
      ABI);

  /** Returns the keyword of that spelling. */
  static Optional<TokenKind> keyword(String word) {
    TokenKind other = SPELLED_OTHERWISE.get(word);
    return other != null
        ? Optional.of(other)
        : KEYWORDS.stream().filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** Returns the keyword in lower case. */
  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Returns the name as the parser's messages have it. */
  String label() {
    return this == END ? "end of file" : "TOK_" + name();
  }
}
