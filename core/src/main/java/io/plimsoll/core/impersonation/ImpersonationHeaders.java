package io.plimsoll.core.impersonation;

import io.plimsoll.core.request.ApiRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of the headers that ask for impersonation, and what a request has of them. */
final class ImpersonationHeaders {

  static final String USER = "Impersonate-User";
  static final String UID = "Impersonate-Uid";
  static final String GROUP = "Impersonate-Group";
  static final String EXTRA_PREFIX = "Impersonate-Extra-";

  private ImpersonationHeaders() {}

  /** Returns whom a request asks to be taken for. Mirrors {@code processImpersonationHeaders}. */
  static WantedUser read(ApiRequest request) {
    String name = "";
    String uid = "";
    List<String> groups = new ArrayList<>();
    Map<String, List<String>> extra = new LinkedHashMap<>();
    boolean named = false;
    boolean identified = false;
    for (ApiRequest.Header header : request.headers()) {
      String value = trimmed(header.value());
      if (is(header.name(), USER)) {
        name = named ? name : value;
        named = true;
      } else if (is(header.name(), UID)) {
        uid = identified ? uid : value;
        identified = true;
      } else if (is(header.name(), GROUP)) {
        groups.add(value);
      } else if (isExtra(header.name())) {
        extra.computeIfAbsent(extraKey(header.name()), key -> new ArrayList<>()).add(value);
      }
    }
    return new WantedUser(name, uid, groups, extra);
  }

  /** Returns the request without what asks for impersonation. */
  static ApiRequest without(ApiRequest request) {
    List<ApiRequest.Header> rest = request.headers().stream()
        .filter(header -> !is(header.name(), USER)
            && !is(header.name(), UID)
            && !is(header.name(), GROUP)
            && !isExtra(header.name()))
        .toList();
    return new ApiRequest(
        request.method(),
        request.path(),
        request.query(),
        rest,
        request.body(),
        request.certificates(),
        request.user());
  }

  private static boolean is(String name, String wanted) {
    return name.equalsIgnoreCase(wanted);
  }

  private static boolean isExtra(String name) {
    return name.length() >= EXTRA_PREFIX.length()
        && (isToken(name)
            ? name.regionMatches(true, 0, EXTRA_PREFIX, 0, EXTRA_PREFIX.length())
            : name.startsWith(EXTRA_PREFIX));
  }

  private static String extraKey(String name) {
    return unescaped(name.substring(EXTRA_PREFIX.length()).toLowerCase(Locale.ROOT));
  }

  /** Mirrors {@code url.PathUnescape}; what is not escaped well stays as it is. */
  private static String unescaped(String key) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c != '%') {
        bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
        continue;
      }
      boolean whole = i + 2 < key.length();
      int high = whole ? Character.digit(key.charAt(i + 1), 16) : -1;
      int low = whole ? Character.digit(key.charAt(i + 2), 16) : -1;
      if (high < 0 || low < 0) {
        return key;
      }
      bytes.write(high * 16 + low);
      i += 2;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static boolean isToken(String name) {
    return name.chars().allMatch(c -> isTokenCharacter((char) c));
  }

  /** Returns whether the name of a header may have a character (RFC 7230). */
  static boolean isTokenCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }

  /** What stands around a value is no part of it. */
  private static String trimmed(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && isBlank(value.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
