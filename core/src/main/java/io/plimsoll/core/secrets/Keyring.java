package io.plimsoll.core.secrets;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.GoUrl;
import io.plimsoll.core.manifest.ObjectRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Credentials by registry; the longer one of two registries that start alike comes first. Mirrors {@code BasicDockerKeyring} of
 * {@code pkg/credentialprovider/keyring.go}.
 *
 * <p>Several entries of one secret for one registry, which upstream tries in a random order, are in that of the text.
 */
final class Keyring {

  private static final String DEFAULT_REGISTRY = "index.docker.io";
  private static final String HTTPS = "https://";
  private static final int VERSION = "/v2".length();

  private final Map<String, List<PullCredential>> credentials =
      new TreeMap<>(((Comparator<String>) GoText::compare).reversed());

  /** Adds the entries of a secret; those whose registry is no URL are left out. */
  void add(DockerConfig config, ObjectRef secret) {
    for (DockerConfig.Entry entry : config.entries()) {
      key(entry.registry())
          .ifPresent(registry -> credentials
              .computeIfAbsent(registry, key -> new ArrayList<>())
              .add(new PullCredential(
                  entry.username(), entry.password(), entry.email(), registry, secret)));
    }
  }

  /** Returns the registry as it is compared: without scheme, and without the version of the API; empty if it is no URL. */
  static Optional<String> key(String registry) {
    boolean hasScheme = registry.startsWith(HTTPS) || registry.startsWith("http://");
    GoUrl url = GoUrl.parse(hasScheme ? registry : HTTPS + registry);
    if (!url.error().isEmpty()) {
      return Optional.empty();
    }
    String path = url.path();
    if (path.startsWith("/v2/") || path.startsWith("/v1/")) {
      path = path.substring(VERSION);
    }
    return Optional.of(path.equals("/") ? url.host() : url.host() + path);
  }

  /** Returns the credentials for an image in the order in which they are tried. */
  List<PullCredential> lookup(String image) {
    List<PullCredential> found = new ArrayList<>();
    RegistryUrl.parse(image)
        .ifPresent(target -> credentials.forEach((registry, own) -> {
          if (RegistryUrl.parse(registry).filter(glob -> glob.matches(target)).isPresent()) {
            found.addAll(own);
          }
        }));
    return found.isEmpty() && isOfDefaultRegistry(image)
        ? List.copyOf(credentials.getOrDefault(DEFAULT_REGISTRY, List.of()))
        : List.copyOf(found);
  }

  /** Mirrors {@code isDefaultRegistryMatch}. */
  private static boolean isOfDefaultRegistry(String image) {
    int slash = image.indexOf('/');
    String first = slash < 0 ? image : image.substring(0, slash);
    if (first.isEmpty()) {
      return false;
    }
    return slash < 0
        || first.equals("docker.io")
        || first.equals(DEFAULT_REGISTRY)
        || (first.indexOf('.') < 0 && first.indexOf(':') < 0);
  }
}
