package io.plimsoll.psa.apparmor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A glob that is matched by trying everything, byte by byte, right from its text: slow, and easy to check against the manual. */
final class ReferenceGlob {

  private final byte[] glob;
  private final byte[] text;

  private ReferenceGlob(byte[] glob, byte[] text) {
    this.glob = glob;
    this.text = text;
  }

  static boolean matches(String glob, String text) {
    ReferenceGlob match = new ReferenceGlob(
        glob.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    return match.from(0, 0);
  }

  /** Whether the rest of the glob matches the rest of the text. */
  private boolean from(int at, int position) {
    if (at == glob.length) {
      return position == text.length;
    }
    switch (glob[at]) {
      case '*' -> {
        return star(at, position);
      }
      case '?' -> {
        return position < text.length && text[position] != '/' && from(at + 1, position + 1);
      }
      case '[' -> {
        int end = at;
        while (glob[end] != ']') {
          end++;
        }
        return position < text.length
            && isIn(at + 1, end, text[position])
            && from(end + 1, position + 1);
      }
      case '{' -> {
        return group(at, position);
      }
      case ',', '}' -> {
        // The end of an alternative that is being tried.
        return from(afterGroup(at), position);
      }
      default -> {
        return position < text.length && text[position] == glob[at] && from(at + 1, position + 1);
      }
    }
  }

  private boolean star(int at, int position) {
    boolean many = at + 1 < glob.length && glob[at + 1] == '*';
    int after = at + (many ? 2 : 1);
    boolean afterSlash = at > 0 && glob[at - 1] == '/';
    int end = after;
    while (end < glob.length && glob[end] == '*') {
      end++;
    }
    boolean atEnd = end == glob.length || glob[end] == '/';
    int start = position;
    if (afterSlash && atEnd) {
      if (start == text.length || text[start] == '/') {
        return false;
      }
      start++;
    }
    for (int next = start; ; next++) {
      if (from(after, next)) {
        return true;
      }
      if (next == text.length || (!many && text[next] == '/')) {
        return false;
      }
    }
  }

  private boolean isIn(int from, int to, byte value) {
    boolean negated = glob[from] == '^';
    for (int i = negated ? from + 1 : from; i < to; i++) {
      if (glob[i] == value) {
        return !negated;
      }
    }
    return negated;
  }

  private boolean group(int at, int position) {
    for (int start : alternatives(at)) {
      if (from(start, position)) {
        return true;
      }
    }
    return false;
  }

  /** Where the alternatives of a group start. */
  private List<Integer> alternatives(int at) {
    List<Integer> starts = new ArrayList<>(List.of(at + 1));
    int depth = 0;
    for (int i = at; ; i++) {
      depth += glob[i] == '{' ? 1 : 0;
      depth -= glob[i] == '}' ? 1 : 0;
      if (depth == 0) {
        return starts;
      }
      if (depth == 1 && glob[i] == ',') {
        starts.add(i + 1);
      }
    }
  }

  /** The place behind the group that an alternative is in. */
  private int afterGroup(int at) {
    int depth = 1;
    for (int i = at; ; i++) {
      depth += glob[i] == '{' ? 1 : 0;
      depth -= glob[i] == '}' ? 1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
  }
}
