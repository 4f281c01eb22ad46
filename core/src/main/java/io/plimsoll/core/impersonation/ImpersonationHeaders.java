package io.plimsoll.core.impersonation;

import io.plimsoll.core.manifest.GoUrl;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Impersonation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a request has of the headers that ask for impersonation. */
final class ImpersonationHeaders {

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
      if (is(header.name(), Impersonation.USER)) {
        name = named ? name : value;
        named = true;
      } else if (is(header.name(), Impersonation.UID)) {
        uid = identified ? uid : value;
        identified = true;
      } else if (is(header.name(), Impersonation.GROUP)) {
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
        .filter(header -> !is(header.name(), Impersonation.USER)
            && !is(header.name(), Impersonation.UID)
            && !is(header.name(), Impersonation.GROUP)
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
    return name.length() >= Impersonation.EXTRA_PREFIX.length()
        && (isToken(name)
            ? name.regionMatches(
                true, 0, Impersonation.EXTRA_PREFIX, 0, Impersonation.EXTRA_PREFIX.length())
            : name.startsWith(Impersonation.EXTRA_PREFIX));
  }

  private static String extraKey(String name) {
    return GoUrl.pathUnescaped(
        name.substring(Impersonation.EXTRA_PREFIX.length()).toLowerCase(Locale.ROOT));
  }

  private static boolean isToken(String name) {
    return name.chars().allMatch(c -> Impersonation.isTokenCharacter((char) c));
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
