package io.plimsoll.psa.apparmor;

import java.util.Map;

/**
 * The permissions of rules that are not about files, by their words. Mirrors {@code parser_yacc.y} and {@code parse_X_mode}.
 *
 * @param rule the keyword of the rules
 * @param words the bits that each word stands for
 */
record RulePermissions(String rule, Map<String, Integer> words) {

  static final RulePermissions SIGNAL = new RulePermissions(
      "signal",
      Map.of(
          "send", SignalRule.SEND,
          "write", SignalRule.SEND,
          "receive", SignalRule.RECEIVE,
          "read", SignalRule.RECEIVE));

  static final RulePermissions PTRACE = new RulePermissions(
      "ptrace",
      Map.of(
          "trace", PtraceRule.TRACE,
          "write", PtraceRule.TRACE,
          "read", PtraceRule.READ,
          "tracedby", PtraceRule.TRACED_BY,
          "readby", PtraceRule.READ_BY));

  static final RulePermissions DBUS = new RulePermissions(
      "dbus",
      Map.of(
          "send", DbusRule.SEND,
          "write", DbusRule.SEND,
          "receive", DbusRule.RECEIVE,
          "read", DbusRule.RECEIVE,
          "bind", DbusRule.BIND,
          "eavesdrop", DbusRule.EAVESDROP));

  static final RulePermissions UNIX = new RulePermissions(
      "unix",
      Map.ofEntries(
          Map.entry("send", 1 << 1),
          Map.entry("write", 1 << 1),
          Map.entry("receive", 1 << 2),
          Map.entry("read", 1 << 2),
          Map.entry("create", 1 << 4),
          Map.entry("shutdown", 1 << 5),
          Map.entry("connect", 1 << 6),
          Map.entry("setattr", 1 << 8),
          Map.entry("getattr", 1 << 9),
          Map.entry("accept", 1 << 20),
          Map.entry("bind", 1 << 21),
          Map.entry("listen", 1 << 22),
          Map.entry("setopt", 1 << 24),
          Map.entry("getopt", 1 << 25)));

  /** Permissions of a Unix socket that concern the other side. */
  static final int OF_PEERS = 1 << 1 | 1 << 2 | 1 << 6 | 1 << 20;

  RulePermissions {
    words = Map.copyOf(words);
  }

  /** Returns the permission of that name, or 0. */
  int of(String word) {
    return words.getOrDefault(word, 0);
  }

  /** Returns what letters mean: {@code r}, {@code w}. */
  int letters(Token token) {
    int mode = 0;
    for (char c : token.text().toCharArray()) {
      switch (c) {
        case 'r', 'R' -> mode |= of("read");
        case 'w', 'W' -> mode |= of("write");
        default ->
          throw PolicyException.of(
              "rule",
              token.location(),
              "Internal: unexpected " + rule + " mode character '"
                  + ByteText.text(String.valueOf(c)) + "' in input");
      }
    }
    return mode;
  }
}
