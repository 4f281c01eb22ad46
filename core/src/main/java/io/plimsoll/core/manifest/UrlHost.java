package io.plimsoll.core.manifest;

import io.plimsoll.core.manifest.GoUrl.Escapes;
import io.plimsoll.core.manifest.GoUrl.UrlException;
import java.util.regex.Pattern;

/** The host of a URL, with its port. Mirrors {@code parseHost} of {@code net/url}. */
final class UrlHost {

  private static final Pattern PORT = Pattern.compile("(:[0-9]*)?");
  private static final String ZONE = "%25";

  private UrlHost() {}

  /** Returns the host without escapes. */
  static String of(String scheme, String host) throws UrlException {
    int open = host.lastIndexOf('[');
    if (open > 0) {
      throw new UrlException("invalid IP-literal");
    }
    if (open == 0) {
      return literal(host);
    }
    int colon = host.indexOf(':');
    if (colon >= 0) {
      boolean strict = scheme.equals("http") || scheme.equals("https");
      checkPort(host.substring(strict ? colon : host.lastIndexOf(':')));
    }
    return Escapes.HOST.decode(host);
  }

  private static String literal(String host) throws UrlException {
    int close = host.lastIndexOf(']');
    if (close < 0) {
      throw new UrlException("missing ']' in host");
    }
    String port = host.substring(close + 1);
    checkPort(port);
    String name = host.substring(1, close);
    int zone = name.indexOf(ZONE);
    String plain = zone < 0
        ? Escapes.HOST.decode(name)
        : Escapes.HOST.decode(name.substring(0, zone)) + Escapes.ZONE.decode(name.substring(zone));
    GoAddress.checkV6(plain);
    return "[" + plain + "]" + port;
  }

  private static void checkPort(String port) throws UrlException {
    if (!PORT.matcher(port).matches()) {
      throw new UrlException("invalid port " + GoText.quote(port) + " after host");
    }
  }
}
