package io.plimsoll.core.manifest;

import io.plimsoll.core.manifest.GoUrl.UrlException;

/** An address between the brackets of a URL's host. Mirrors {@code ParseAddr} of {@code net/netip}, with its errors. */
final class GoAddress {

  private static final int GROUPS = 8;
  private static final int MOST_OCTET = 255;

  private final String text;
  private String rest;
  private int groups;
  private boolean gap;

  private GoAddress(String text, String rest) {
    this.text = text;
    this.rest = rest;
  }

  /** Throws what Go says of a text that is no address of IPv6. */
  static void checkV6(String text) throws UrlException {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '.' -> {
          checkV4(text, text);
          throw new UrlException("invalid IP-literal");
        }
        case ':' -> {
          new GoAddress(text, withoutZone(text)).checkGroups();
          return;
        }
        case '%' -> throw wrong(text, "missing IPv6 address");
        default -> {
          // Goes on until something tells the family.
        }
      }
    }
    throw wrong(text, "unable to parse IP");
  }

  private static String withoutZone(String text) throws UrlException {
    int percent = text.indexOf('%');
    if (percent == text.length() - 1) {
      throw wrong(text, "zone must be a non-empty string");
    }
    return percent < 0 ? text : text.substring(0, percent);
  }

  private void checkGroups() throws UrlException {
    if (rest.startsWith("::")) {
      gap = true;
      rest = rest.substring(2);
      if (rest.isEmpty()) {
        return;
      }
    }
    boolean more = true;
    while (more && groups < GROUPS) {
      more = readGroup();
    }
    if (!rest.isEmpty()) {
      throw wrong("trailing garbage after address");
    }
    if (groups < GROUPS && !gap) {
      throw wrong(text, "address string too short");
    }
    if (groups == GROUPS && gap) {
      throw wrong(text, "the :: must expand to at least one field of zeros");
    }
  }

  /** Reads a group and what separates it from the next; returns whether there is a next one. */
  private boolean readGroup() throws UrlException {
    int digits = 0;
    while (digits < rest.length() && Character.digit(rest.charAt(digits), 16) >= 0) {
      if (digits > 3) {
        throw wrong("each group must have 4 or less digits");
      }
      digits++;
    }
    if (digits == 0) {
      throw wrong("each colon-separated field must have at least one digit");
    }
    if (digits < rest.length() && rest.charAt(digits) == '.') {
      readV4();
      return false;
    }
    groups++;
    rest = rest.substring(digits);
    if (rest.isEmpty()) {
      return false;
    }
    if (rest.charAt(0) != ':') {
      throw wrong("unexpected character, want colon");
    }
    if (rest.length() == 1) {
      throw wrong("colon must be followed by more characters");
    }
    rest = rest.substring(1);
    return !rest.startsWith(":") || readGap();
  }

  private boolean readGap() throws UrlException {
    if (gap) {
      throw wrong("multiple :: in address");
    }
    gap = true;
    rest = rest.substring(1);
    return !rest.isEmpty();
  }

  private void readV4() throws UrlException {
    if (!gap && groups != GROUPS - 2) {
      throw wrong("embedded IPv4 address must replace the final 2 fields of the address");
    }
    if (groups > GROUPS - 2) {
      throw wrong("too many hex fields to fit an embedded IPv4 at the end of the address");
    }
    checkV4(text, rest);
    rest = "";
    groups += 2;
  }

  private static void checkV4(String text, String octets) throws UrlException {
    int octet = 0;
    int digits = 0;
    int dots = 0;
    for (int i = 0; i < octets.length(); i++) {
      char c = octets.charAt(i);
      if (c >= '0' && c <= '9') {
        if (digits == 1 && octet == 0) {
          throw wrong(text, "IPv4 field has octet with leading zero");
        }
        octet = octet * 10 + c - '0';
        digits++;
        if (octet > MOST_OCTET) {
          throw wrong(text, "IPv4 field has value >255");
        }
      } else if (c == '.') {
        if (i == 0 || i == octets.length() - 1 || octets.charAt(i - 1) == '.') {
          throw wrong(text, "IPv4 field must have at least one digit", octets.substring(i));
        }
        if (dots == 3) {
          throw wrong(text, "IPv4 address too long");
        }
        dots++;
        octet = 0;
        digits = 0;
      } else {
        throw wrong(text, "unexpected character", octets.substring(i));
      }
    }
    if (dots < 3) {
      throw wrong(text, "IPv4 address too short");
    }
  }

  private UrlException wrong(String why) {
    return wrong(text, why, rest);
  }

  private static UrlException wrong(String text, String why) {
    return new UrlException("invalid host: ParseAddr(" + GoText.quote(text) + "): " + why);
  }

  private static UrlException wrong(String text, String why, String at) {
    return new UrlException("invalid host: ParseAddr(" + GoText.quote(text) + "): " + why + " (at "
        + GoText.quote(at) + ")");
  }
}
