package io.plimsoll.core.request;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The headers of a request in the name of somebody else. Mirrors {@code impersonatingRoundTripper} of {@code k8s.io/client-go/transport}. */
final class Impersonated {

  private static final String TOKEN = "!#$&'*+-.^_`|~";

  private Impersonated() {}

  /** Returns a request in the name of a user: that one only, with these groups only. */
  static ApiRequest as(ApiRequest request, User user) {
    ApiRequest named = request.withHeader("Impersonate-User", user.name());
    if (!user.uid().isEmpty()) {
      named = named.withHeader("Impersonate-Uid", user.uid());
    }
    for (String group : user.groups()) {
      named = named.withHeader("Impersonate-Group", group);
    }
    for (Map.Entry<String, List<String>> extra : user.extra().entrySet()) {
      for (String value : extra.getValue()) {
        named = named.withHeader("Impersonate-Extra-" + escape(extra.getKey()), value);
      }
    }
    return named;
  }

  /** Escapes what a header's name cannot have, and percent signs. */
  private static String escape(String key) {
    StringBuilder text = new StringBuilder();
    for (byte each : key.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      boolean plain = (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || TOKEN.indexOf(c) >= 0;
      if (plain) {
        text.append(c);
      } else {
        text.append(String.format("%%%02X", (int) c));
      }
    }
    return text.toString();
  }
}
