package io.plimsoll.core.manifest;

import static io.plimsoll.core.manifest.Reads.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {

  private static Value reread(String yaml) {
    Documents documents = read(yaml);
    assertThat(documents.problems()).isEmpty();
    return documents.roots().get(0);
  }

  @Test
  void blocksKeepTheOrderOfKeys() {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("containers", List.of(Map.of("name", "web"), Map.of()));
    spec.put("args", List.of("-v", "--level=5", List.of(1, List.of(2, 3)), List.of()));
    spec.put("absent", null);
    spec.put("ratio", 0.5);
    spec.put("script", "set -e\n\nexec \"$@\"\n");
    Map<String, Object> pod = new LinkedHashMap<>();
    pod.put("kind", "Pod");
    pod.put("spec", spec);
    pod.put("apiVersion", "v1");

    assertThat(YamlWriter.write(Value.from(pod))).isEqualTo("""
            kind: Pod
            spec:
              containers:
              - name: web
              - {}
              args:
              - -v
              - --level=5
              - - 1
                - - 2
                  - 3
              - []
              absent: null
              ratio: 0.5
              script: |
                set -e

                exec "$@"
            apiVersion: v1
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "y",
        "n",
        "on",
        "off",
        "yes",
        "true",
        "null",
        "~",
        "0777",
        "0o7",
        "1e3",
        "1_000",
        "12:30",
        "2001-12-14",
        "10.0.0.0",
        ".5",
        ".inf",
        "0x1F",
        "-",
        "- a",
        "---",
        "...",
        "a: b",
        "a:",
        "a #b",
        "#a",
        "*a",
        "&a",
        "!a",
        "|",
        ">",
        "@a",
        "%a",
        "`a",
        "[a",
        "{a",
        "a,b]",
        "'",
        "\"",
        "<<",
        "=",
        "?",
        "? a",
        " a",
        "a ",
        "a\tb",
        "\ta",
        "é",
        "\u0085",
        "\u2028",
        "\ufeff",
        "\u0000",
        "\\",
        "\\'",
        "a\r\nb",
        "\uffff",
        "😀",
        "key: [x",
        "1.5.",
        "infinity",
        "0b"
      })
  void stringsStayStrings(String text) {
    Value value = Value.from(Map.of("v", text, "w", List.of(text)));

    assertThat(reread(YamlWriter.write(value))).isEqualTo(value);
    assertThat(reread(YamlWriter.write(ScalarValue.of(text + "")))).isEqualTo(ScalarValue.of(text));
    assertThat(reread(YamlWriter.write(Value.from(Map.of(text, 1)))))
        .isEqualTo(Value.from(Map.of(text, 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1",
        "apps/v1",
        "web",
        "nginx:1.25-alpine",
        "registry.io/a/b@sha256:0a",
        "100m",
        "1Gi",
        "app.kubernetes.io/name",
        "--flag=x",
        "a b c",
        "$(HOME)/bin",
        "http://x:80/y?z"
      })
  void ordinaryStringsStayPlainOrQuotedButReadable(String text) {
    assertThat(YamlWriter.write(ScalarValue.of(text))).contains(text);
    assertThat(reread(YamlWriter.write(ScalarValue.of(text)))).isEqualTo(ScalarValue.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\nb\n",
        "a\n\n",
        "a\n\n\n",
        "a\n\nb\n",
        "a\n  b\n",
        "a\n---\nb\n",
        "a\n \nb",
        "a\n\tb\n",
        "a\n ",
        "a: b\n# c\n",
        "a\n...\n",
        "\u00e9\n😀\n"
      })
  void textsOfSeveralLinesAreLiteralBlocks(String text) {
    Value value = Value.from(Map.of("v", text, "w", List.of(text, List.of(text))));

    assertThat(YamlWriter.write(ScalarValue.of(text))).startsWith("|");
    assertThat(reread(YamlWriter.write(ScalarValue.of(text)))).isEqualTo(ScalarValue.of(text));
    assertThat(reread(YamlWriter.write(value))).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\na", " a\nb", "\ta\nb", "a\r\nb", "a\u2028\nb", "a\n\u0007"})
  void textsThatABlockWouldChangeAreQuoted(String text) {
    assertThat(YamlWriter.write(ScalarValue.of(text))).startsWith("\"");
    assertThat(reread(YamlWriter.write(ScalarValue.of(text)))).isEqualTo(ScalarValue.of(text));
  }

  @Test
  void longKeysAreMarked() {
    Value value = Value.from(Map.of("k".repeat(2000), List.of(Map.of("é".repeat(1100), "x"))));

    assertThat(YamlWriter.write(value)).startsWith("? k");
    assertThat(reread(YamlWriter.write(value))).isEqualTo(value);
  }

  @Test
  void deepTreesAreWrittenWithoutRecursion() {
    Value value = ScalarValue.of("x");
    for (int i = 0; i < 5_000; i++) {
      value = SequenceValue.of(List.of(value));
    }

    String yaml = YamlWriter.write(value);

    assertThat(yaml).isEqualTo("- ".repeat(5_000) + "x\n");
    assertThat(JsonWriter.compact(value)).hasSize(5_000 * 2 + 3);
  }

  @Test
  void scalarsAndEmptyCollectionsAreDocuments() {
    assertThat(Arrays.asList(
            YamlWriter.write(ScalarValue.ofNull()),
            YamlWriter.write(ScalarValue.of(true)),
            YamlWriter.write(MappingValue.empty()),
            YamlWriter.write(SequenceValue.of(List.of()))))
        .containsExactly("null\n", "true\n", "{}\n", "[]\n");
  }
}
