package io.plimsoll.core.model;

import io.plimsoll.core.manifest.GoText;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL as far as Go's {@code url.Parse} takes it apart.
 *
 * @param scheme its scheme, in lower case, or the empty text
 * @param host its host with the port, or the empty text
 * @param hasUser whether it names a user
 * @param user the user and the password as they stand there, or the empty text
 * @param query what follows the question mark, or the empty text
 * @param fragment what follows the hash mark, or the empty text
 * @param error Go's error, or the empty text
 */
public record GoUrl(
    String scheme,
    String host,
    boolean hasUser,
    String user,
    String query,
    String fragment,
    String error) {

  private static final Pattern SCHEME =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
  private static final Pattern PORT = Pattern.compile("(:[0-9]*)?");
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9\\-._:~!$&'()*+,;=%@]*");
  private static final Pattern ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");
  private static final int DELETE = 0x7f;

  /** Takes a text apart. */
  public static GoUrl parse(String text) {
    int hash = text.indexOf('#');
    String url = hash < 0 ? text : text.substring(0, hash);
    String fragment = hash < 0 ? "" : text.substring(hash + 1);
    String error = url.chars().anyMatch(c -> c < ' ' || c == DELETE)
        ? "net/url: invalid control character in URL"
        : url.startsWith(":") ? "missing protocol scheme" : "";
    if (!error.isEmpty()) {
      return failed(url, error);
    }
    String scheme = SCHEME.matcher(url).matches() ? url.substring(0, url.indexOf(':')) : "";
    String rest = scheme.isEmpty() ? url : url.substring(scheme.length() + 1);
    int mark = rest.indexOf('?');
    String query = mark < 0 ? "" : rest.substring(mark + 1);
    String path = mark < 0 ? rest : rest.substring(0, mark);
    return new Rest(scheme.toLowerCase(Locale.ROOT), path).url(url, query, fragment);
  }

  private static GoUrl failed(String url, String error) {
    return new GoUrl("", "", false, "", "", "", "parse " + GoText.quote(url) + ": " + error);
  }

  /** What is between the scheme and the query. */
  private record Rest(String scheme, String path) {

    GoUrl url(String url, String query, String fragment) {
      boolean hasAuthority =
          path.startsWith("//") && (!scheme.isEmpty() || !path.startsWith("///"));
      String authority = hasAuthority ? authority() : "";
      String tail = hasAuthority ? path.substring(2 + authority.length()) : path;
      boolean opaque = !path.startsWith("/") && !scheme.isEmpty();
      String error = opaque ? "" : error(authority, tail);
      if (error.isEmpty() && ESCAPE.matcher(fragment).find()) {
        error = escapeError(fragment);
      }
      if (!error.isEmpty()) {
        return failed(url, error);
      }
      int at = authority.lastIndexOf('@');
      String user = at < 0 ? "" : authority.substring(0, at);
      return new GoUrl(
          scheme, authority.substring(at + 1), at >= 0, user, query, fragment, "");
    }

    private String authority() {
      int slash = path.indexOf('/', 2);
      return path.substring(2, slash < 0 ? path.length() : slash);
    }

    private String error(String authority, String tail) {
      int at = authority.lastIndexOf('@');
      String host = authority.substring(at + 1);
      String hostError = hostError(host);
      if (!hostError.isEmpty()) {
        return hostError;
      }
      if (at >= 0 && !USER.matcher(authority.substring(0, at)).matches()) {
        return "net/url: invalid userinfo";
      }
      if (!tail.startsWith("/") && tail.split("/", 2)[0].contains(":")) {
        return "first path segment in URL cannot contain colon";
      }
      return ESCAPE.matcher(tail).find() ? escapeError(tail) : "";
    }

    private String hostError(String host) {
      int bracket = host.lastIndexOf(']');
      if (host.startsWith("[") && bracket < 0) {
        return "missing ']' in host";
      }
      int colon = host.startsWith("[") ? bracket + 1 : host.lastIndexOf(':');
      String port = colon < 0 ? "" : host.substring(colon);
      if (!PORT.matcher(port).matches()) {
        return "invalid port " + GoText.quote(port) + " after host";
      }
      for (int i = 0; i < host.length(); i++) {
        if (" <>\"\\^`{|}".indexOf(host.charAt(i)) >= 0) {
          return "invalid character " + GoText.quote(host.substring(i, i + 1)) + " in host name";
        }
      }
      return ESCAPE.matcher(host).find() ? escapeError(host) : "";
    }

    private static String escapeError(String text) {
      Matcher wrong = ESCAPE.matcher(text);
      int start = wrong.find() ? wrong.start() : 0;
      return "invalid URL escape "
          + GoText.quote(text.substring(start, Math.min(text.length(), start + 3)));
    }
  }
}
