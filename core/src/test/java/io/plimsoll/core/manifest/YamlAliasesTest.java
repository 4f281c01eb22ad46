package io.plimsoll.core.manifest;

import static io.plimsoll.core.manifest.Reads.documents;
import static io.plimsoll.core.manifest.Reads.json;
import static io.plimsoll.core.manifest.Reads.problems;
import static io.plimsoll.core.manifest.Reads.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlAliasesTest {

  @Test
  void anAliasIsTheInstanceThatWasAnchored() {
    MappingValue root = (MappingValue) read("a: &x {b: 1}\nc: *x\n").roots().get(0);

    assertThat(root.get("c")).isSameAs(root.get("a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: &x 1, b: *x, c: &x 2, d: *x} | {\"a\":1,\"b\":1,\"c\":2,\"d\":2}",
        "{a: &x , b: *x}                  | {\"a\":null,\"b\":null}",
        "{&x a: 1, b: *x}                 | {\"a\":1,\"b\":\"a\"}",
        "[&x 1.5, {*x : 1}]               | [1.5,{\"1.5\":1}]",
        "[&x yes, {*x : 1}]               | [true,{\"true\":1}]",
        "[&x {a: &x 1, b: *x}, *x]        | [{\"a\":1,\"b\":1},1]",
        "[&x-1_y a, *x-1_y]               | [\"a\",\"a\"]",
      })
  void anchorsNameWhatStoodLast(String yaml, String json) {
    assertThat(documents("- " + yaml)).containsExactly("[" + json + "]");
    assertThat(problems("- " + yaml)).isEmpty();
  }

  @Test
  void anAliasWithoutAnAnchorIsAnError() {
    Documents documents = read("a: 1\nb: *x\n");

    assertThat(documents.roots()).isEmpty();
    assertThat(documents.problems().get(0))
        .hasToString(
            "test.yaml:2:4: error: no anchor \"&x\" stands in front of this alias [yaml-alias]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: &x\n  b: *x\n", "&x [*x]", "&x [[*x]]", "&x {<<: *x}"})
  void whatContainsItselfIsAnError(String yaml) {
    assertThat(documents(yaml)).isEmpty();
    assertThat(read(yaml).problems().get(0).message())
        .isEqualTo("the value of the anchor \"&x\" contains itself");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: &é x", "a: &x.y z", "a: & b", "a: *", "a: &x(y z", "x # c\n&\\b\n"})
  void anchorsHaveNamesOfLettersAndDigits(String yaml) {
    assertThat(documents(yaml)).isEmpty();
    assertThat(read(yaml).problems().get(0).message())
        .isEqualTo("expected letters and digits as the name of an anchor");
  }

  @Test
  void manyAliasesOfSomethingSmallAreFine() {
    assertThat(problems("a: &a {x: 1}\nl: [" + "*a,".repeat(200) + "]")).isEmpty();
  }

  @Test
  void aliasesThatMultiplyAreAnError() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 30; i++) {
      yaml.append("a").append(i).append(": &a").append(i).append(" [");
      yaml.append(("*a" + (i - 1) + ",").repeat(9)).append("]\n");
    }

    Documents documents = read(yaml + "---\nok: 1\n");

    assertThat(json(documents)).containsExactly("{\"ok\":1}");
    assertThat(documents.problems())
        .extracting(Problem::code)
        .containsExactly("excessive-aliasing");
  }

  @Test
  void whatAliasesStandForIsLimited() {
    String yaml = "a: &a [1, 2, 3]\nb: [*a, *a]\nc: *a\n";

    assertThat(problems(read(yaml, Limits.DEFAULT.withAliasNodes(12)))).isEmpty();
    assertThat(problems(read(yaml, Limits.DEFAULT.withAliasNodes(11))))
        .containsExactly("3:4 limit-alias-nodes");
  }

  @Test
  void depthCountsWithAliasesSpelledOut() {
    String yaml = "a: &a [[1]]\nb: &b [*a]\nc: [*b]\n";

    assertThat(problems(read(yaml, Limits.DEFAULT.withDepth(5)))).isEmpty();
    assertThat(problems(read(yaml, Limits.DEFAULT.withDepth(4))))
        .containsExactly("3:5 limit-depth");
  }
}
