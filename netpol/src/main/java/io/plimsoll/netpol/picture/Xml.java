package io.plimsoll.netpol.picture;

/** Text in an XML document. */
final class Xml {

  private Xml() {}

  /** Returns the text as content or value of an attribute; characters that XML has no place for are replaced. */
  static String text(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.appendCodePoint(isAllowed(c) ? c : 0xfffd);
      }
    });
    return out.toString();
  }

  /** Mirrors {@code Char} of XML 1.0. */
  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd)
        || c >= 0x10000;
  }
}
