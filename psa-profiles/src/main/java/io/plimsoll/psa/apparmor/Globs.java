package io.plimsoll.psa.apparmor;

import java.util.Optional;

/**
 * Globs as regular expressions: {@code /etc/*} is {@code /etc/[^/\x00][^/\x00]*}. Mirrors {@code convert_aaregex_to_pcre} of {@code
 * parser_regex.c}, with its oddities: stars are expanded within brackets, too, and nothing but a slash before and a slash or the end
 * after makes a star want one character.
 */
final class Globs {

  private static final int DEEPEST_GROUP = 50;
  private static final String NO_SLASH = "[^/\\x00]";

  private final String glob;
  private final StringBuilder out;
  private final int[] commas = new int[DEEPEST_GROUP];
  private int groups;
  private boolean bracket;
  private boolean wild;

  private Globs(String glob, StringBuilder out) {
    this.glob = glob;
    this.out = out;
  }

  /** Appends the expression of a glob; returns whether it is one. */
  static boolean append(String glob, StringBuilder expression) {
    return new Globs(glob, expression).convert().isPresent();
  }

  /** Returns whether a glob has anything but plain characters; nothing if it is none. */
  static Optional<Boolean> isWild(String glob) {
    return new Globs(glob, new StringBuilder()).convert();
  }

  private Optional<Boolean> convert() {
    boolean escaped = false;
    int at = 0;
    while (at < glob.length()) {
      char c = glob.charAt(at);
      if (c == '\\' && !escaped) {
        escaped = true;
        at++;
        continue;
      }
      int next = escaped ? escaped(c, at) : plain(c, at);
      if (next < 0) {
        return Optional.empty();
      }
      at = next;
      escaped = false;
    }
    return groups > 0 || bracket || escaped ? Optional.empty() : Optional.of(wild);
  }

  /** Returns the place after what was converted. */
  private int escaped(char c, int at) {
    switch (c) {
      case '\\', '*', '[', ']', '{', '}' -> out.append('\\').append(c);
      case '?' -> out.append(c);
      case ',' -> out.append(bracket ? "\\," : ",");
      case '^', '$' -> out.append(bracket ? "" : "\\").append(c);
      default -> {
        if (".+|()".indexOf(c) >= 0) {
          out.append('\\');
        }
        Escapes.Escape escape = Escapes.at(glob, at, "");
        if (escape.isValid()) {
          out.append('\\').append(glob, at, escape.end());
          return escape.end();
        }
        out.append(c);
      }
    }
    return at + 1;
  }

  /** Returns the place after what was converted, or -1 if it is not allowed there. */
  private int plain(char c, int at) {
    switch (c) {
      case '*' -> {
        return star(at);
      }
      case '?' -> {
        wild = true;
        out.append(NO_SLASH);
      }
      case '[' -> {
        wild = true;
        bracket = true;
        out.append(c);
      }
      case ']' -> {
        if (!bracket) {
          return -1;
        }
        bracket = false;
        out.append(c);
      }
      case '{', '}', ',' -> {
        return group(c) ? at + 1 : -1;
      }
      case '^', '$' -> out.append(bracket ? "" : "\\").append(c);
      case '.', '+', '|', '(', ')' -> out.append('\\').append(c);
      default -> out.append(c);
    }
    return at + 1;
  }

  private int star(int at) {
    wild = true;
    if (out.length() > 0 && out.charAt(out.length() - 1) == '/') {
      int after = at;
      while (after < glob.length() && glob.charAt(after) == '*') {
        after++;
      }
      if (after == glob.length() || glob.charAt(after) == '/') {
        out.append(NO_SLASH);
      }
    }
    if (at + 1 < glob.length() && glob.charAt(at + 1) == '*') {
      out.append("[^\\x00]*");
      return at + 2;
    }
    out.append("[^/\\x00]*");
    return at + 1;
  }

  private boolean group(char c) {
    if (bracket || (c == ',' && groups == 0)) {
      out.append(c);
      return true;
    }
    switch (c) {
      case '{' -> {
        wild = true;
        groups++;
        if (groups >= DEEPEST_GROUP) {
          return false;
        }
        commas[groups] = 0;
        out.append('(');
      }
      case '}' -> {
        if (groups == 0 || commas[groups] == 0) {
          return false;
        }
        groups--;
        out.append(')');
      }
      default -> {
        commas[groups]++;
        out.append('|');
      }
    }
    return true;
  }

  /**
   * Returns a path without repeated slashes; two in front stay, as they are a namespace of their own. Mirrors {@code filter_slashes} of
   * {@code parser_regex.c}.
   */
  static String filterSlashes(String path) {
    if (path.length() < 2) {
      return path;
    }
    StringBuilder filtered = new StringBuilder(path.length());
    int at = 0;
    if (path.startsWith("//") && !path.startsWith("///")) {
      filtered.append("//");
      at = 2;
    }
    boolean slash = false;
    for (; at < path.length(); at++) {
      char c = path.charAt(at);
      if (c != '/' || !slash) {
        filtered.append(c);
      }
      slash = c == '/';
    }
    return filtered.toString();
  }
}
