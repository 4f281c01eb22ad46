package io.plimsoll.core.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with an input, a person is told once, where and in words, and the other documents are there. */
@Timeout(60)
class BadInputTest {

  /** Six lines: what is bad starts in the seventh. */
  private static final String BEFORE = """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: before
      ---
      # bad from the next line on
      """;

  private static final String AFTER = """

      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: after
      """;

  private static final String BEFORE_JSON =
      "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"before\"}}\n";

  @TempDir
  Path directory;

  @Test
  void anEmptyDirectory() {
    assertThat(lines(Manifests.read(directory)))
        .containsExactly("error: \"" + directory
            + "\": the directory has no file that ends in .yaml, .yml, .json [no-manifests]");
  }

  @Test
  void aMissingFile() {
    Path file = directory.resolve("missing.yaml");

    assertThat(lines(Manifests.read(file)))
        .containsExactly("error: \"" + file + "\": no such file or directory [no-such-file]");
    assertThatThrownBy(() -> Cluster.load(file))
        .isInstanceOf(ManifestException.class)
        .hasMessage("error: \"" + file + "\": no such file or directory [no-such-file]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "89504e470d0a1a0a | 1:1: error: the byte 0x89 is neither UTF-8 nor part of a character [encoding]",
        "7f454c4602010100 | 1:1: error: the control character U+007F is not allowed in YAML [control-character]",
        "1f8b080000000000 | 1:1: error: the control character U+001F is not allowed in YAML [control-character]",
        "504b030414000000 | 1:3: error: the control character U+0003 is not allowed in YAML [control-character]",
        "0000000000000000 | 1:1: error: a NUL character is not allowed; is this a binary file? [control-character]"
      })
  void aBinaryFileAmongOthers(String hex, String line) throws IOException {
    Files.write(directory.resolve("b.yaml"), HexFormat.of().parseHex(hex));
    Files.writeString(directory.resolve("a.yaml"), BEFORE);
    Files.writeString(directory.resolve("c.yaml"), AFTER);

    assertIs(Manifests.read(directory), directory + "/b.yaml:" + line);
  }

  @Test
  void truncatedYaml() {
    assertIs(
        read("""
            apiVersion: v1
            kind: Pod
            metadata: {name: web, labels: {app: web"""),
        "bad.yaml:10:1: error: expected \",\" or \"}\" for the bracket in line 9 [yaml-syntax]");
    assertIs(
        read("""
            apiVersion: v1
            kind: Pod
            metadata:
              name: "web"""),
        "bad.yaml:10:9: error: the quoted text that starts here has no end [yaml-syntax]");
    assertIs(read("""
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
              lab"""), "bad.yaml:11:3: error: expected \":\" after the key \"lab\" [yaml-syntax]");
  }

  @Test
  void tabs() {
    assertIs(
        read("""
            apiVersion: v1
            kind: Pod
            metadata:
            \tname: web
            """),
        "bad.yaml:10:1: error: a TAB cannot stand where YAML wants blanks; kubectl may let this one pass"
            + " [yaml-tab]");
  }

  @Test
  void aLineOfTenMegabytes() {
    assertIs(
        read("apiVersion: v1\nkind: ConfigMap\ndata: {a: \"" + "x".repeat(10 << 20) + "\"}"),
        "bad.yaml:9:1: error: the line has 10485773 characters, more than 1048576 [limit-line-length]");
  }

  @Test
  void tenThousandLevels() {
    String brackets = "[".repeat(10_000) + "]".repeat(10_000);

    assertIs(
        read("apiVersion: v1\nkind: Pod\nspec: " + brackets),
        "bad.yaml:9:106: error: nested deeper than 100 levels [limit-depth]");
    assertIs(
        read("apiVersion: v1\nkind: Pod\nspec:\n" + "- ".repeat(10_000) + "x"),
        "bad.yaml:10:199: error: nested deeper than 100 levels [limit-depth]");
  }

  @Test
  void tenThousandLevelsOfJson() {
    String deep = "{\"spec\": " + "[".repeat(9_999) + "]".repeat(9_999) + "}";

    assertIs(readJson(deep), "bad.json:2:109: error: nested deeper than 100 levels [limit-depth]");
  }

  @Test
  void truncatedJson() {
    Manifests manifests = Manifests.read("bad.json", BEFORE_JSON + "{\"kind\": \"Pod\",");

    assertThat(lines(manifests))
        .containsExactly("bad.json:2:16: error: unexpected end of the JSON text [json-syntax]");
    assertThat(names(manifests)).containsExactly("before");
  }

  @Test
  void anAliasBomb() {
    StringBuilder bomb = new StringBuilder("kind: Bomb\na0: &a0 [x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String before = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s]%n".formatted(i, i, (before + ", ").repeat(7) + before));
    }

    assertIs(
        read(bomb.toString()),
        "bad.yaml:11:35: error: nearly all of the document comes from aliases: 4662 of 4704 values"
            + " [excessive-aliasing]");
  }

  @Test
  void aCyclicAlias() {
    assertIs(
        read("""
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec: &spec
              containers: *spec
            """),
        "bad.yaml:11:15: error: the value of the anchor \"&spec\" contains itself [yaml-alias]");
  }

  @Test
  void duplicateKeys() {
    Manifests manifests = read("""
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        data:
          mode: fast
          mode: safe
        """);

    assertThat(lines(manifests))
        .containsExactly(
            "bad.yaml:12:3: error: ConfigMap default/settings: data.mode: key \"mode\" is already set in line 11; the last"
                + " one counts [duplicate-key]");
    assertThat(manifests.problems().get(0).related())
        .extracting(Object::toString)
        .containsExactly("bad.yaml:11:3");
    assertThat(names(manifests)).containsExactly("before", "settings", "after");
  }

  @Test
  void twoObjectsOfTheSameName() throws IOException {
    Path file = directory.resolve("twice.yaml");
    Files.writeString(file, BEFORE + BEFORE.substring(0, BEFORE.indexOf("---")) + AFTER);

    assertThatThrownBy(() -> Cluster.load(file))
        .isInstanceOf(ManifestException.class)
        .hasMessage(file
            + ":7:1: error: ConfigMap default/before: an object of this name is already defined at "
            + file + ":1:1; the last one counts [duplicate-object]");
    assertThat(Cluster.of(Manifests.read(file).objects()).objects())
        .extracting(object -> object.ref().name())
        .containsExactly("before", "after");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v1 | Deployment | 8:7: error: Deployment web: kind: unknown kind \"Deployment\" in \"v1\"; Deployment is in"
            + " \"apps/v1\" [unknown-kind]",
        "v1 | Pods | 8:7: error: Pods web: kind: unknown kind \"Pods\" in \"v1\"; did you mean \"Pod\""
            + " [unknown-kind]",
        "apps/v2 | Deployment | 7:13: error: Deployment default/web: apiVersion: unknown API version \"apps/v2\"; Deployment"
            + " is in \"apps/v1\" [unknown-api-version]",
        "extensions/v1beta1 | Deployment | 7:13: error: Deployment web: apiVersion: extensions/v1beta1 Deployment was"
            + " removed in Kubernetes 1.16; use \"apps/v1\" [removed-api-version]"
      })
  void aWrongKind(String apiVersion, String kind, String line) {
    Manifests manifests =
        read("apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: web}\n");

    assertThat(lines(manifests)).containsExactly("bad.yaml:" + line);
    assertThat(names(manifests)).containsExactly("before", "web", "after");
  }

  @Test
  void whatIsNoObject() {
    assertIs(
        read("just a text"),
        "bad.yaml:7:1: error: expected an object with \"apiVersion\" and \"kind\", found the string \"just a text\""
            + " [not-an-object]");
    assertIs(
        read("- a\n- b"),
        "bad.yaml:7:1: error: expected an object with \"apiVersion\" and \"kind\", found a list [not-an-object]");
  }

  @Test
  void aListInsideAList() {
    Manifests manifests = read("""
        apiVersion: v1
        kind: List
        items:
        - apiVersion: v1
          kind: List
          items:
          - {apiVersion: v1, kind: ConfigMap, metadata: {name: inner}}
        - {apiVersion: v1, kind: ConfigMap, metadata: {name: outer}}
        """);

    assertThat(lines(manifests))
        .containsExactly(
            "bad.yaml:10:3: warning: items[0]: a list inside a list; its items are read as if they stood outside"
                + " [nested-list]");
    assertThat(names(manifests)).containsExactly("before", "inner", "outer", "after");
  }

  @Test
  void nullWhereAnObjectIsExpected() {
    Manifests item = read("""
        apiVersion: v1
        kind: List
        items:
        - null
        - {apiVersion: v1, kind: ConfigMap, metadata: {name: second}}
        """);
    Manifests metadata = read("apiVersion: v1\nkind: ConfigMap\nmetadata: null\n");

    assertThat(lines(item))
        .containsExactly(
            "bad.yaml:10:3: error: items[0]: expected an object with \"apiVersion\" and \"kind\", found null"
                + " [not-an-object]");
    assertThat(names(item)).containsExactly("before", "second", "after");
    assertThat(lines(metadata))
        .containsExactly(
            "bad.yaml:7:1: error: ConfigMap in default: metadata.name: the object has no name [missing-name]");
    assertThat(names(metadata)).containsExactly("before", "", "after");
  }

  /** As the API server does. */
  @Test
  void aFieldThatIsNullIsAbsent() {
    Manifests manifests = read("apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: null\n");

    assertThat(manifests.problems()).isEmpty();
    assertThat(names(manifests)).containsExactly("before", "web", "after");
  }

  @Test
  void invalidUtf8() throws IOException {
    String text = BEFORE + "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: café" + AFTER;
    byte[] latin1 = text.getBytes(StandardCharsets.ISO_8859_1);

    Manifests manifests =
        Manifests.read("bad.yaml", new ByteArrayInputStream(latin1), ReadOptions.DEFAULT);

    assertIs(
        manifests,
        "bad.yaml:10:12: error: the byte 0xe9 is neither UTF-8 nor part of a character [encoding]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "# nothing\n", "---\n---\n", "{apiVersion: v1, kind: List, items: []}"})
  void nothingAtAll(String text) {
    assertThat(lines(Manifests.read("empty.yaml", text)))
        .containsExactly("warning: \"empty.yaml\": there are no objects in it [no-manifests]");
  }

  @Test
  void moreProblemsThanAnybodyReads() {
    Manifests manifests = read("apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n"
        + String.join(
            "", IntStream.range(0, 5_000).mapToObj(i -> "field" + i + ": 1\n").toList()));

    List<String> lines = lines(manifests);
    assertThat(lines).hasSize(1_001);
    assertThat(lines.get(0))
        .isEqualTo(
            "bad.yaml:10:1: error: Pod default/web: field0: unknown field \"field0\"; Pod has \"apiVersion\", \"kind\","
                + " \"metadata\", \"spec\", \"status\" [unknown-field]");
    assertThat(lines.get(1_000))
        .endsWith(
            "error: Pod default/web: 4000 more problems of it are not listed [limit-problems]");
    assertThat(names(manifests)).containsExactly("before", "web", "after");
  }

  private static Manifests readJson(String bad) {
    return Manifests.read(
        "bad.json", BEFORE_JSON + bad + "\n" + BEFORE_JSON.replace("before", "after"));
  }

  private static Manifests read(String bad) {
    return Manifests.read("bad.yaml", BEFORE + bad + AFTER);
  }

  /** One problem, and of the other documents nothing is lost. */
  private static void assertIs(Manifests manifests, String line) {
    assertThat(lines(manifests)).containsExactly(line);
    assertThat(names(manifests)).containsExactly("before", "after");
  }

  private static List<String> lines(Manifests manifests) {
    return manifests.problems().stream().map(Problem::toString).toList();
  }

  private static List<String> names(Manifests manifests) {
    return manifests.objects().stream().map(object -> object.ref().name()).toList();
  }
}
