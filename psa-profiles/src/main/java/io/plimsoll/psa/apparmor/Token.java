package io.plimsoll.psa.apparmor;

import io.plimsoll.core.manifest.Location;

/**
 * One word of a policy.
 *
 * @param kind what it is
 * @param text what it says, without quotes and escapes where it may have them
 * @param source the text it is in
 * @param start where it starts in the bytes
 * @param end where it ends in them
 */
record Token(TokenKind kind, String text, SourceText source, int start, int end) {

  boolean is(TokenKind wanted) {
    return kind == wanted;
  }

  Location location() {
    return source.location(start, end);
  }

  /** Returns the stretch from here to the end of another word; of this word alone if that one is in another file. */
  Location to(Token last) {
    return last.source == source ? source.location(start, Math.max(end, last.end)) : location();
  }
}
