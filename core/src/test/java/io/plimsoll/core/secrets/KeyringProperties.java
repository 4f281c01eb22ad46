package io.plimsoll.core.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.ObjectRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KeyringProperties {

  private static final ObjectRef SECRET = new ObjectRef("v1", "Secret", "default", "pull");

  @Property(tries = 500)
  void findsWhatTheReferenceFinds(
      @ForAll("registries") List<String> registries, @ForAll("image") String image) {
    Keyring keyring = new Keyring();
    List<DockerConfig.Entry> entries = new ArrayList<>();
    for (String registry : registries) {
      entries.add(new DockerConfig.Entry(registry, "user" + entries.size(), "p", ""));
    }
    keyring.add(new DockerConfig(entries, ""), SECRET);

    assertThat(keyring.lookup(image).stream().map(PullCredential::username))
        .containsExactlyElementsOf(reference(entries, image));
  }

  /** Slow and plain: only for registries and images of the shapes below. */
  private static List<String> reference(List<DockerConfig.Entry> entries, String image) {
    List<DockerConfig.Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparing((DockerConfig.Entry entry) -> key(entry)).reversed());
    List<String> users = sorted.stream()
        .filter(entry -> pattern(key(entry)).matcher(image).matches())
        .map(DockerConfig.Entry::username)
        .toList();
    boolean isShort = !image.contains("/") || !image.split("/", 2)[0].matches(".*[.:].*");
    boolean isDefault =
        isShort || image.startsWith("docker.io/") || image.startsWith("index.docker.io/");
    return users.isEmpty() && isDefault
        ? entries.stream()
            .filter(entry -> key(entry).equals("index.docker.io"))
            .map(DockerConfig.Entry::username)
            .toList()
        : users;
  }

  private static String key(DockerConfig.Entry entry) {
    return entry
        .registry()
        .replaceFirst("^https?://", "")
        .replaceFirst("^([^/]*)/v[12]/", "$1/")
        .replaceFirst("^([^/]*)/$", "$1");
  }

  private static Pattern pattern(String key) {
    int slash = key.indexOf('/');
    String host = slash < 0 ? key : key.substring(0, slash);
    String path = slash < 0 ? "" : key.substring(slash);
    String hostPattern = host.replace(".", "\\.").replace("*", "[^./:]*");
    String rest = slash < 0 ? "(/.*)?" : Pattern.quote(path) + ".*";
    return Pattern.compile(hostPattern + rest);
  }

  @Provide
  Arbitrary<List<String>> registries() {
    Arbitrary<String> scheme = Arbitraries.of("", "https://", "http://");
    Arbitrary<String> path =
        Arbitraries.of("", "/", "/v1/", "/v2/team", "/team", "/team/app", "/te");
    return Combinators.combine(scheme, host(true), path)
        .as((first, second, third) -> first + second + third)
        .list()
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> image() {
    Arbitrary<String> path = Arbitraries.of("", "/team", "/team/app", "/teams", "/app");
    return Combinators.combine(host(false), path).as((first, second) -> first + second);
  }

  private static Arbitrary<String> host(boolean stars) {
    Arbitrary<String> name = Arbitraries.of(
        "index.docker.io", "docker.io", "a.example.com", "example.com", "a", "ab.example.com");
    Arbitrary<String> patterns = Arbitraries.of("*.example.com", "a*.example.com", "*", "*.*");
    Arbitrary<String> host = stars ? Arbitraries.oneOf(name, patterns) : name;
    return Combinators.combine(host, Arbitraries.of("", "", ":5000"))
        .as((first, second) -> first + second);
  }
}
