package io.plimsoll.core.manifest;

import static io.plimsoll.core.manifest.Reads.documents;
import static io.plimsoll.core.manifest.Reads.json;
import static io.plimsoll.core.manifest.Reads.problems;
import static io.plimsoll.core.manifest.Reads.read;
import static io.plimsoll.core.manifest.Reads.stretch;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlMergeTest {

  private static final String BASES = "- &a {k: 1, l: 2}\n- &b {l: 3, m: 4}\n- &s x\n- &l [*a]\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{<<: *a, z: 9}           | {\"k\":1,\"l\":2,\"z\":9}",
        "{<<: *a, l: 9}           | {\"k\":1,\"l\":9}",
        "{<<: [*a, *b]}           | {\"l\":2,\"m\":4,\"k\":1}",
        "{<<: [*b, *a]}           | {\"k\":1,\"l\":3,\"m\":4}",
        "{<<: *a, <<: *b}         | {\"k\":1,\"l\":3,\"m\":4}",
        "{<<: {x: 1}}             | {\"x\":1}",
        "{<<: [{x: 1}, *b]}       | {\"l\":3,\"m\":4,\"x\":1}",
        "{<<: []}                 | {}",
        "{\"<<\": *a}             | {\"<<\":{\"k\":1,\"l\":2}}",
        "{!!str <<: *a}           | {\"<<\":{\"k\":1,\"l\":2}}",
        "{!!merge <<: *a}         | {\"k\":1,\"l\":2}",
        "{<<: {<<: *a, l: 5}}     | {\"k\":1,\"l\":5}",
      })
  void mergesAreSpelledOut(String yaml, String json) {
    Documents documents = read(BASES + "- " + yaml);

    assertThat(((SequenceValue) documents.roots().get(0)).get(4)).hasToString(json);
    assertThat(documents.problems()).isEmpty();
  }

  @Test
  void whatStandsAboveAMergeIsSetAnewByIt() {
    Documents documents = read("b: &b {x: 1}\nd:\n  x: 3\n  <<: *b\n");

    assertThat(json(documents)).containsExactly("{\"b\":{\"x\":1},\"d\":{\"x\":1}}");
    assertThat(problems(documents)).containsExactly("4:3 merge-overrides");
    Problem problem = documents.problems().get(0);
    assertThat(problem.severity()).isEqualTo(Severity.WARNING);
    assertThat(problem.related()).extracting(Location::toString).containsExactly("test.yaml:3:3");
  }

  @Test
  void twoKeysBesideAMergeAreStillDuplicates() {
    assertThat(problems("b: &b {x: 1}\nd: {<<: *b, x: 2, x: 3}\n"))
        .containsExactly("2:19 duplicate-key");
  }

  @Test
  void mergedKeysKeepTheirPlace() {
    MappingValue root =
        (MappingValue) read("b: &b {x: 1}\nd: {<<: *b}\n").roots().get(0);
    MappingValue merged = (MappingValue) root.get("d");

    assertThat(merged.keyLocation("x").start()).hasToString("1:8");
    assertThat(stretch(merged.location())).isEqualTo("{<<: *b}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "*s", "[x]", "[*a, *s]", "*l", "[*l]", "", "[[]]"})
  void onlyMappingsAreMerged(String value) {
    assertThat(documents(BASES + "- {<<: " + value + "}")).isEmpty();
    assertThat(problems(BASES + "- {<<: " + value + "}")).containsExactly("5:4 yaml-merge");
  }

  @Test
  void aMergeSignIsTextAsAValue() {
    assertThat(documents("a: <<\nb: [<<]\n")).containsExactly("{\"a\":\"<<\",\"b\":[\"<<\"]}");
  }
}
