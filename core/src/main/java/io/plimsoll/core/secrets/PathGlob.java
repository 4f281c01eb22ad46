package io.plimsoll.core.secrets;

/**
 * A pattern with {@code *}, {@code ?}, {@code [a-z]} and {@code \}. Mirrors {@code filepath.Match} of Go: what is no pattern matches
 * nothing.
 */
final class PathGlob {

  private static final char SEPARATOR = '/';

  private final int[] pattern;
  private final int[] name;

  /** Where the reading of a class of characters is. */
  private int at;

  private PathGlob(String pattern, String name) {
    this.pattern = pattern.codePoints().toArray();
    this.name = name.codePoints().toArray();
  }

  /** Returns whether the pattern matches the whole name. */
  static boolean matches(String pattern, String name) {
    return isPattern(pattern) && new PathGlob(pattern, name).matches();
  }

  /** Returns whether a text is a pattern: no class is left open, and no backslash ends it. */
  static boolean isPattern(String text) {
    PathGlob glob = new PathGlob(text, "");
    while (glob.at < glob.pattern.length) {
      int c = glob.pattern[glob.at++];
      if (c == '\\' && glob.at++ >= glob.pattern.length) {
        return false;
      }
      if (c == '[' && !glob.skipClass()) {
        return false;
      }
    }
    return true;
  }

  /** Only the last star takes more than it must: what it leaves to match is never better for one before it. */
  private boolean matches() {
    int p = 0;
    int n = 0;
    int afterStar = -1;
    int taken = 0;
    while (p < pattern.length || n < name.length) {
      int next = p < pattern.length && n < name.length ? step(p, name[n]) : -1;
      if (p < pattern.length && pattern[p] == '*') {
        afterStar = ++p;
        taken = n;
      } else if (next >= 0) {
        p = next;
        n++;
      } else if (afterStar < 0 || taken >= name.length || name[taken] == SEPARATOR) {
        return false;
      } else {
        n = ++taken;
        p = afterStar;
      }
    }
    return true;
  }

  /** Returns what comes after the part of the pattern that matches one character, or -1 if it does not match it. */
  private int step(int p, int c) {
    return switch (pattern[p]) {
      case '?' -> c == SEPARATOR ? -1 : p + 1;
      case '\\' -> c == pattern[p + 1] ? p + 2 : -1;
      case '[' -> {
        at = p + 1;
        yield inClass(c) ? at : -1;
      }
      default -> c == pattern[p] ? p + 1 : -1;
    };
  }

  private boolean inClass(int c) {
    boolean negated = pattern[at] == '^';
    at += negated ? 1 : 0;
    boolean found = false;
    boolean first = true;
    while (first || pattern[at] != ']') {
      first = false;
      int low = character();
      int high = low;
      if (pattern[at] == '-') {
        at++;
        high = character();
      }
      found |= low <= c && c <= high;
    }
    at++;
    return found != negated;
  }

  private int character() {
    at += pattern[at] == '\\' ? 1 : 0;
    return pattern[at++];
  }

  /** Moves behind a class of characters; returns whether it is one. */
  private boolean skipClass() {
    at += at < pattern.length && pattern[at] == '^' ? 1 : 0;
    boolean first = true;
    while (at < pattern.length && (first || pattern[at] != ']')) {
      first = false;
      if (!skipCharacter()) {
        return false;
      }
      if (pattern[at] == '-') {
        at++;
        if (!skipCharacter()) {
          return false;
        }
      }
    }
    return at++ < pattern.length;
  }

  /** Moves behind a character of a class, which something must follow: {@code getEsc}. */
  private boolean skipCharacter() {
    if (at >= pattern.length || pattern[at] == '-' || pattern[at] == ']') {
      return false;
    }
    at += pattern[at] == '\\' ? 2 : 1;
    return at < pattern.length;
  }
}
