package io.plimsoll.core.request;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.Maps;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * As whom a request is to be made: the options {@code --as}, {@code --as-uid}, {@code --as-group} and {@code --as-user-extra} of
 * {@code kubectl}, and the headers that say so. Mirrors {@code ImpersonationConfig} and {@code impersonatingRoundTripper} of {@code
 * k8s.io/client-go/transport}.
 *
 * @param user {@code --as}
 * @param uid {@code --as-uid}, or empty
 * @param groups {@code --as-group}
 * @param extra {@code --as-user-extra}, the values by their keys
 */
public record Impersonation(
    String user, String uid, List<String> groups, Map<String, List<String>> extra) {

  /** The header that names the user. */
  public static final String USER = "Impersonate-User";

  /** The header that has the uid. */
  public static final String UID = "Impersonate-Uid";

  /** The headers that name groups. */
  public static final String GROUP = "Impersonate-Group";

  /** What the headers of extra keys start with. */
  public static final String EXTRA_PREFIX = "Impersonate-Extra-";

  /** Checks the values; throws an {@link IllegalArgumentException} if one cannot be sent as a header. */
  public Impersonation {
    groups = List.copyOf(groups);
    Map<String, List<String>> copies = new LinkedHashMap<>();
    extra.forEach((key, values) -> copies.put(key, List.copyOf(values)));
    extra = Maps.copy(copies);
    checkValue(user);
    checkValue(uid);
    groups.forEach(Impersonation::checkValue);
    extra.values().forEach(values -> values.forEach(Impersonation::checkValue));
  }

  private static void checkValue(String value) {
    if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
      throw new IllegalArgumentException("not the value of a header: " + GoText.quote(value));
    }
  }

  /** Returns that a request is to be made as a user. */
  public static Impersonation as(String user) {
    return new Impersonation(user, "", List.of(), Map.of());
  }

  /** Returns that a request is to be made as a user with just the uid, groups and extra it has. */
  public static Impersonation as(User user) {
    return new Impersonation(user.name(), user.uid(), user.groups(), user.extra());
  }

  /** Returns this with a uid. */
  public Impersonation withUid(String otherUid) {
    return new Impersonation(user, otherUid, groups, extra);
  }

  /** Returns this with further groups. */
  public Impersonation withGroups(String... more) {
    List<String> all = new ArrayList<>(groups);
    all.addAll(List.of(more));
    return new Impersonation(user, uid, all, extra);
  }

  /** Returns this with further values of an extra key. */
  public Impersonation withExtra(String key, String... values) {
    Map<String, List<String>> all = new LinkedHashMap<>(extra);
    List<String> together = new ArrayList<>(all.getOrDefault(key, List.of()));
    together.addAll(List.of(values));
    all.put(key, together);
    return new Impersonation(user, uid, groups, all);
  }

  /** Returns the headers that say so. Characters of a key that no name of a header may have are escaped. */
  public List<ApiRequest.Header> headers() {
    List<ApiRequest.Header> headers = new ArrayList<>();
    headers.add(new ApiRequest.Header(USER, user));
    if (!uid.isEmpty()) {
      headers.add(new ApiRequest.Header(UID, uid));
    }
    groups.forEach(group -> headers.add(new ApiRequest.Header(GROUP, group)));
    extra.forEach((key, values) -> values.forEach(
        value -> headers.add(new ApiRequest.Header(EXTRA_PREFIX + escaped(key), value))));
    return headers;
  }

  /** Returns a request that is made as this user; one that says as whom already stays as it is. */
  public ApiRequest addTo(ApiRequest request) {
    if (!request.header(USER).isEmpty()) {
      return request;
    }
    return request.withHeaders(headers());
  }

  private static String escaped(String key) {
    StringBuilder text = new StringBuilder();
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c == '%' || !isTokenCharacter(c)) {
        text.append(String.format("%%%02X", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /** Returns whether the name of a header may have a character (RFC 7230). */
  public static boolean isTokenCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }
}
