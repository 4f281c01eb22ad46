package io.plimsoll.core.manifest;

import static io.plimsoll.core.manifest.Reads.json;
import static io.plimsoll.core.manifest.Reads.problems;
import static io.plimsoll.core.manifest.Reads.read;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class YamlLimitsTest {

  @Test
  void linesAreLimited() {
    Limits limits = Limits.DEFAULT.withLineLength(10);

    Documents documents = read("a: 3456789\n---\nb: 34567890\n---\nc: 3\n", limits);

    assertThat(json(documents)).containsExactly("{\"a\":3456789}", "{\"c\":3}");
    assertThat(problems(documents)).containsExactly("3:1 limit-line-length");
  }

  @Test
  void depthIsLimited() {
    Limits limits = Limits.DEFAULT.withDepth(3);

    Documents documents = read("[[[1]]]\n---\n- - - - 1\n---\na: {b: {c: {d: 1}}}\n", limits);

    assertThat(json(documents)).containsExactly("[[[1]]]");
    assertThat(problems(documents)).containsExactly("3:7 limit-depth", "5:12 limit-depth");
  }

  @Test
  void aThousandLevelsAreNoLimitOfTheReader() {
    String yaml = "[".repeat(9_000) + "]".repeat(9_000);

    assertThat(read(yaml, Limits.DEFAULT.withDepth(10_000)).problems()).isEmpty();
  }

  @Test
  void documentsAreLimitedInSizeUnlessTheyAreLists() {
    Limits limits = Limits.DEFAULT.withDocumentSize(30);
    String items = "items:\n- a: 1\n- a: 2\n- a: 3\n";

    Documents documents = read("kind: PodList\n" + items + "---\nkind: Pod\n" + items, limits);

    assertThat(documents.roots()).hasSize(1);
    assertThat(problems(documents)).containsExactly("7:1 limit-document-size");
  }

  @Test
  void documentsAreLimitedInNumber() {
    Limits limits = Limits.DEFAULT.withDocuments(2);

    Documents documents = read("a: 1\n---\n~\n---\nc: 3\n---\nd: 4\n", limits);

    assertThat(json(documents)).containsExactly("{\"a\":1}");
    assertThat(problems(documents)).containsExactly("5:1 limit-documents");
  }

  @Test
  void nodesAndCharactersAreLimited() {
    assertThat(problems(read("a: [1, 2]\n---\nb: 3\n", Limits.DEFAULT.withNodes(5))))
        .containsExactly("3:4 limit-nodes");
    assertThat(problems(read("a: 1\n", Limits.DEFAULT.withStreamSize(4))))
        .containsExactly("1:1 limit-stream-size");
  }

  @Test
  void problemsAreLimitedInNumber() {
    Documents documents = read("[".repeat(1) + "{a: 1, a: 2}, ".repeat(20_000) + "]");

    assertThat(documents.problems()).hasSize(10_001);
    assertThat(documents.problems().get(10_000).message())
        .isEqualTo("10000 more problems are not listed");
  }

  private static Arguments hostile(String name, String text, String code) {
    return Arguments.argumentSet(name, text, code);
  }

  static final List<Arguments> HOSTILE = List.of(
      hostile("a line of 10 MB", "a: " + "x".repeat(10_000_000), "limit-line-length"),
      hostile("10,000 levels of brackets", "a: " + "[".repeat(10_000), "limit-depth"),
      hostile("a million levels of braces", "a: " + "{a: ".repeat(250_000), "limit-depth"),
      hostile("brackets in lines of their own", "a: " + "[\n".repeat(100_000), "limit-depth"),
      hostile("10,000 levels of items", "- ".repeat(10_000), "limit-depth"),
      hostile("10,000 levels of indentation", nested(10_000), "limit-depth"),
      hostile("a million marks", "? ".repeat(500_000), "yaml-key"),
      hostile("truncated", "a: {b: [1, 'x", "yaml-syntax"),
      hostile("a million anchors", "&".repeat(1_000_000), "yaml-syntax"),
      hostile("a million commas", "a: [" + ",".repeat(1_000_000), "yaml-syntax"),
      hostile("a merge bomb", mergeBomb(), "excessive-aliasing"),
      hostile("a template", "a: {{ .Values.x }}", "yaml-key"),
      hostile("a conditional", "x\n{{- if .Values.x }}\na: 1\n{{- end }}", "yaml-syntax"));

  private static String nested(int levels) {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < levels; i++) {
      yaml.append(" ".repeat(Math.min(i, 200))).append("a:\n");
    }
    return yaml.toString();
  }

  private static String mergeBomb() {
    StringBuilder yaml = new StringBuilder("m: &m {");
    for (int i = 0; i < 2000; i++) {
      yaml.append('k').append(i).append(": 1, ");
    }
    yaml.append("}\n");
    for (int i = 0; i < 5000; i++) {
      yaml.append('m').append(i).append(": {<<: *m}\n");
    }
    return yaml.toString();
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void hostileTextsAreOneProblemAndHideNothing(String text, String code) {
    Documents documents = assertTimeoutPreemptively(
        ofSeconds(60), () -> read("before: 1\n---\n" + text + "\n---\nafter: 1\n"));

    assertThat(json(documents)).containsExactly("{\"before\":1}", "{\"after\":1}");
    assertThat(documents.problems()).extracting(Problem::code).containsExactly(code);
  }

  private static Arguments large(String name, String text) {
    return Arguments.argumentSet(name, text);
  }

  static final List<Arguments> LARGE = List.of(
      large("a plain line", "a: " + "x ".repeat(500_000)),
      large("a quoted line", "a: \"" + "x ".repeat(500_000) + "\""),
      large("escapes", "a: \"" + "\\n".repeat(500_000) + "\""),
      large("backslashes", "a: \"" + "\\\\".repeat(500_000) + "'\""),
      large("a list", "a: [" + "1, ".repeat(300_000) + "]"),
      large("digits", "a: " + "1".repeat(1_000_000)),
      large("hexadecimal digits", "a: 0x" + "f".repeat(1_000_000)),
      large("anchors", "[" + "&a x, ".repeat(160_000) + "]"),
      large("blank lines", "a: |\n" + " \n".repeat(1_000_000)));

  @ParameterizedTest
  @FieldSource("LARGE")
  void largeTextsCostTimeInProportion(String text) {
    Documents documents = assertTimeoutPreemptively(ofSeconds(60), () -> read(text));

    assertThat(documents.roots()).hasSize(1);
    assertThat(documents.problems()).isEmpty();
  }
}
