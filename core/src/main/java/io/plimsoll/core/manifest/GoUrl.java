package io.plimsoll.core.manifest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A URL as Go takes it apart. Mirrors {@code url.Parse} of {@code net/url}.
 *
 * <p>Of a text that is no URL, there is nothing but the error.
 *
 * @param scheme its scheme, in lower case, or the empty text
 * @param hasUser whether it names a user
 * @param user the user and the password as written, or the empty text
 * @param host the host and the port, as written but for escapes, or the empty text
 * @param path the path, without escapes, or the empty text
 * @param query what follows the question mark, or the empty text
 * @param fragment what follows the hash mark, or the empty text
 * @param error Go's error, or the empty text
 */
public record GoUrl(
    String scheme,
    boolean hasUser,
    String user,
    String host,
    String path,
    String query,
    String fragment,
    String error) {

  private static final Pattern SCHEME =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9\\-._:~!$&'()*+,;=%@]*");
  private static final int DELETE = 0x7f;

  /** Takes a text apart. */
  public static GoUrl parse(String text) {
    int hash = text.indexOf('#');
    String url = hash < 0 ? text : text.substring(0, hash);
    try {
      GoUrl parsed = parts(url);
      String fragment = hash < 0 ? "" : text.substring(hash + 1);
      return parsed.withFragment(text, fragment);
    } catch (UrlException e) {
      return failed(url, e.reason);
    }
  }

  private static GoUrl failed(String url, String reason) {
    return new GoUrl("", false, "", "", "", "", "", "parse " + GoText.quote(url) + ": " + reason);
  }

  private GoUrl withFragment(String text, String other) {
    try {
      Escapes.PATH.decode(other);
      return new GoUrl(scheme, hasUser, user, host, path, query, other, "");
    } catch (UrlException e) {
      return failed(text, e.reason);
    }
  }

  private static GoUrl parts(String url) throws UrlException {
    if (url.chars().anyMatch(c -> c < ' ' || c == DELETE)) {
      throw new UrlException("net/url: invalid control character in URL");
    }
    if (url.startsWith(":")) {
      throw new UrlException("missing protocol scheme");
    }
    String scheme = SCHEME.matcher(url).matches() ? url.substring(0, url.indexOf(':')) : "";
    String rest = scheme.isEmpty() ? url : url.substring(scheme.length() + 1);
    int mark = rest.indexOf('?');
    String query = mark < 0 ? "" : rest.substring(mark + 1);
    return split(scheme.toLowerCase(Locale.ROOT), mark < 0 ? rest : rest.substring(0, mark), query);
  }

  private static GoUrl split(String scheme, String rest, String query) throws UrlException {
    if (!rest.startsWith("/")) {
      if (!scheme.isEmpty()) {
        return new GoUrl(scheme, false, "", "", "", query, "", "");
      }
      if (rest.split("/", 2)[0].contains(":")) {
        throw new UrlException("first path segment in URL cannot contain colon");
      }
    }
    boolean hasAuthority = rest.startsWith("//") && (!scheme.isEmpty() || !rest.startsWith("///"));
    if (!hasAuthority) {
      return new GoUrl(scheme, false, "", "", Escapes.PATH.decode(rest), query, "", "");
    }
    int slash = rest.indexOf('/', 2);
    String authority = rest.substring(2, slash < 0 ? rest.length() : slash);
    int at = authority.lastIndexOf('@');
    String host = UrlHost.of(scheme, authority.substring(at + 1));
    String user = at < 0 ? "" : authority.substring(0, at);
    checkUser(user);
    String path = slash < 0 ? "" : rest.substring(slash);
    return new GoUrl(scheme, at >= 0, user, host, Escapes.PATH.decode(path), query, "", "");
  }

  private static void checkUser(String user) throws UrlException {
    if (!USER.matcher(user).matches()) {
      throw new UrlException("net/url: invalid userinfo");
    }
    Escapes.PATH.decode(user);
  }

  /** Returns a text with its escapes, such as {@code %2f}, put in; as it is if one of them is wrong. Mirrors {@code PathUnescape}. */
  public static String pathUnescaped(String text) {
    try {
      return Escapes.PATH.decode(text);
    } catch (UrlException malformed) {
      return text;
    }
  }

  /** Ends the parsing. It never leaves the package. */
  static final class UrlException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    UrlException(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }
  }

  /** The percent escapes of one part of a URL. Mirrors {@code unescape}. */
  enum Escapes {
    PATH,
    HOST,
    ZONE;

    private static final String IN_HOST =
        "!\"$&'()*+,-.0123456789:;<=>ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz~";
    private static final int HEX = 16;
    private static final int ASCII = 0x80;

    String decode(String text) throws UrlException {
      check(text);
      if (text.indexOf('%') < 0) {
        return text;
      }
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] == '%') {
          out.write(digit(bytes[i + 1]) * HEX + digit(bytes[i + 2]));
          i += 2;
        } else {
          out.write(bytes[i]);
        }
      }
      return out.toString(StandardCharsets.UTF_8);
    }

    private void check(String text) throws UrlException {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '%') {
          checkEscape(text, i);
          i += 2;
        } else if (this != PATH && c < ASCII && !isInHost(c)) {
          throw new UrlException(
              "invalid character " + GoText.quote(String.valueOf(c)) + " in host name");
        }
      }
    }

    private void checkEscape(String text, int start) throws UrlException {
      String escape = text.substring(start, Math.min(text.length(), start + 3));
      boolean complete =
          escape.length() == 3 && digit(escape.charAt(1)) >= 0 && digit(escape.charAt(2)) >= 0;
      if (!complete || !isAllowed(escape)) {
        throw new UrlException("invalid URL escape " + GoText.quote(escape));
      }
    }

    private boolean isAllowed(String escape) {
      int c = digit(escape.charAt(1)) * HEX + digit(escape.charAt(2));
      return switch (this) {
        case PATH -> true;
        case HOST -> c >= ASCII || c == '%';
        case ZONE -> c == '%' || c == ' ' || (c < ASCII && isInHost((char) c));
      };
    }

    private static boolean isInHost(char c) {
      return IN_HOST.indexOf(c) >= 0;
    }

    private static int digit(int c) {
      return c < ASCII ? Character.digit(c, HEX) : -1;
    }
  }
}
