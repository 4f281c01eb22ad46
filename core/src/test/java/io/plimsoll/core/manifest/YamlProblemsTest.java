package io.plimsoll.core.manifest;

import static io.plimsoll.core.manifest.Reads.documents;
import static io.plimsoll.core.manifest.Reads.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlProblemsTest {

  private static Arguments problem(String yaml, String place, String message) {
    return Arguments.of(yaml, place, message);
  }

  static final List<Arguments> PROBLEMS = List.of(
      problem("a: b: c", "1:5", "\":\" is not expected here; a value that has one must be quoted"),
      problem(
          "a: 1\n b: 2", "2:3", "\":\" is not expected here; a value that has one must be quoted"),
      problem("a: - b", "1:4", "\"-\" is not expected here; an item starts a line of its own"),
      problem("a: ? b", "1:4", "\"?\" is not expected here; a key starts a line of its own"),
      problem("a: 1\nbad\nc: 2", "2:1", "expected \":\" after the key \"bad\""),
      problem(
          "a:\n    b: 1\n  c: 2", "3:3", "expected a key as far to the right as the one in line 1"),
      problem("a: 1\n- b", "2:1", "expected a key as far to the right as the one in line 1"),
      problem("- a\nb: 1", "2:1", "expected \"- \" as far to the right as the one in line 1"),
      problem("a: [1, 2\nb: 3", "2:2", "expected \",\" or \"]\" for the bracket in line 1"),
      problem("a: {b: 1\n", "2:1", "expected \",\" or \"}\" for the bracket in line 1"),
      problem("a: ,", "1:4", "expected a value, found \",\""),
      problem("a: @x", "1:4", "no value can start with \"@\"; quote it"),
      problem("a: `x", "1:4", "no value can start with \"`\"; quote it"),
      problem("a: \"x\nb: 1", "1:4", "the quoted text that starts here has no end"),
      problem("a: 'x", "1:4", "the quoted text that starts here has no end"),
      problem("a: \"\\/\"", "1:6", "no escape within double quotes: \"/\"\""),
      problem(
          "a: |x\n  y",
          "1:5",
          "expected \"+\", \"-\", a digit from 1 to 9 or the end of the line after \"|\" or \">\""),
      problem(
          "a: !!str,x y: z",
          "1:13",
          "\":\" is not expected here; a value that has one must be quoted"),
      problem("a: !<x y", "1:7", "expected a tag and a blank after it, found \"!<x y\""));

  @ParameterizedTest
  @FieldSource("PROBLEMS")
  void malformedYamlIsExplained(String yaml, String place, String message) {
    Documents documents = read(yaml);

    assertThat(documents.problems()).hasSize(1);
    assertThat(documents.problems().get(0).message()).isEqualTo(message);
    assertThat(documents.problems().get(0).location().start()).hasToString(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a:\t1",
        "a: 'x'\t\nb: 1",
        "a:\n\tb: 1",
        "-\ta",
        "a: !!str\tx",
        "a: |\t\n  x",
        "a: x\n  \ty"
      })
  void aTabIsNamed(String yaml) {
    Documents documents = read(yaml);

    assertThat(documents.roots()).isEmpty();
    assertThat(documents.problems()).extracting(Problem::code).containsExactly("yaml-tab");
    assertThat(documents.problems().get(0).message()).startsWith("a TAB cannot stand where");
    assertThat(Reads.stretch(documents.problems().get(0).location())).isEqualTo("\t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":\t1}", "a: x\ty", "a: x\t# comment", "a: 'x\ty'", "a: |\n  x\ty"})
  void elsewhereTabsAreFine(String yaml) {
    assertThat(read(yaml).problems()).isEmpty();
    assertThat(documents(yaml)).hasSize(1);
  }

  @Test
  void messagesAreOneLineOfOurOwn() {
    for (Arguments arguments : PROBLEMS) {
      for (Problem problem : read((String) arguments.get()[0]).problems()) {
        assertThat(problem.message())
            .doesNotContain("\n")
            .doesNotContain("snakeyaml")
            .doesNotContain("while ")
            .doesNotEndWith(".");
        assertThat(problem.message().charAt(0))
            .satisfies(c -> assertThat(Character.isUpperCase(c)).isFalse());
      }
    }
  }

  @Test
  void longTextsAreShortenedInMessages() {
    String message =
        read("a: !!int " + "x".repeat(39) + "😀😀").problems().get(0).message();

    assertThat(message).isEqualTo("\"" + "x".repeat(39) + "…\" is no integer, as its tag says");
  }
}
