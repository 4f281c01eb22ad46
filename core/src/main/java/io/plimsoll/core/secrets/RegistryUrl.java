package io.plimsoll.core.secrets;

import io.plimsoll.core.manifest.GoUrl;
import java.util.List;
import java.util.Optional;

/**
 * A registry, with a path or without, taken apart for comparison; its host may have stars. Mirrors {@code SplitURL} and {@code
 * URLsMatch} of {@code pkg/credentialprovider/keyring.go}.
 *
 * @param parts the parts of the host between dots
 * @param port the port, or empty
 * @param path the path, or empty
 */
record RegistryUrl(List<String> parts, String port, String path) {

  RegistryUrl {
    parts = List.copyOf(parts);
  }

  /** Takes a URL without a scheme apart; empty if it is none. */
  static Optional<RegistryUrl> parse(String text) {
    GoUrl url = GoUrl.parse("https://" + text);
    if (!url.error().isEmpty()) {
      return Optional.empty();
    }
    String host = url.host();
    int colon = portColon(host);
    String name = colon < 0 ? host : host.substring(0, colon);
    String bare = colon >= 0 && name.startsWith("[") ? name.substring(1, colon - 1) : name;
    return Optional.of(new RegistryUrl(
        List.of(bare.split("\\.", -1)), colon < 0 ? "" : host.substring(colon + 1), url.path()));
  }

  /** Returns where the colon before the port is, or -1 if there is none: {@code net.SplitHostPort}. */
  private static int portColon(String host) {
    int colon = host.lastIndexOf(':');
    if (colon < 0) {
      return -1;
    }
    if (host.startsWith("[")) {
      return host.indexOf(']') + 1 == colon ? colon : -1;
    }
    boolean odd = host.indexOf(':') < colon || host.indexOf('[') >= 0 || host.indexOf(']') >= 0;
    return odd ? -1 : colon;
  }

  /** Returns whether this, whose host may have stars, is the start of another. */
  boolean matches(RegistryUrl target) {
    if (!port.equals(target.port)
        || parts.size() != target.parts.size()
        || !target.path.startsWith(path)) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!PathGlob.matches(parts.get(i), target.parts.get(i))) {
        return false;
      }
    }
    return true;
  }
}
