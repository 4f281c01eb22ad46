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

class YamlKeysTest {

  @ParameterizedTest
  @CsvSource({
    "a, a",
    "'\"a\"', a",
    "y, true",
    "n, false",
    "'\"y\"', y",
    "yes, true",
    "1, 1",
    "0x10, 16",
    "010, 8",
    "-0, 0",
    "1.0, 1",
    "2.5, 2.5",
    "1e3, 1000",
    "100000.0, 100000",
    "1000000.0, 1e+06",
    "1.23456789, 1.2345679",
    "1e100, .inf",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "-0.0, -0",
    "16777217.0, 1.6777216e+07",
    ".nan, .nan",
    "-.inf, -.inf",
    "2001-12-14, 2001-12-14",
    "12:30, 12:30",
    "=, =",
    "!!str 1, 1",
    "!!binary aGk=, hi",
    "9223372036854775807, 9223372036854775807",
  })
  void keysBecomeStrings(String key, String name) {
    MappingValue root = (MappingValue) read("? " + key + "\n: x\n").roots().get(0);

    assertThat(root.keys()).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"~: x", "null: x", "? \n: x", "9223372036854775808: x"})
  void someScalarsAreNoKeys(String yaml) {
    assertThat(documents(yaml)).isEmpty();
    assertThat(problems(yaml)).extracting(p -> p.substring(4)).containsExactly("yaml-key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"? [a]\n: x", "? {a: b}\n: x", "[a]: x", "? - a\n: x", "a: &a [b]\n*a : x"})
  void collectionsAreNoKeys(String yaml) {
    assertThat(documents(yaml)).isEmpty();
    assertThat(problems(yaml)).extracting(p -> p.substring(4)).containsExactly("yaml-key");
  }

  @Test
  void aKeyThatIsNoneIsNoErrorIfItsMappingIsReplaced() {
    assertThat(documents("a: {~: 1}\na: 2\n")).containsExactly("{\"a\":2}");
  }

  @Test
  void aNullKeyIsAnErrorBesideAStringOfThatName() {
    assertThat(problems("~: 1\n\"null\": 2\n")).containsExactly("1:1 yaml-key");
  }

  @Test
  void theLastOfDuplicatesCountsAndBothPlacesAreNamed() {
    Documents documents = read("spec:\n  a: 1\n  b: 2\n  a: 3\n");

    assertThat(json(documents)).containsExactly("{\"spec\":{\"a\":3,\"b\":2}}");
    Problem problem = documents.problems().get(0);
    assertThat(problem)
        .hasToString(
            "test.yaml:4:3: error: spec.a: key \"a\" is already set in line 2; the last one counts"
                + " [duplicate-key]");
    assertThat(problem.related()).extracting(Location::toString).containsExactly("test.yaml:2:3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"y: 1\ntrue: 2\n", "0x10: 1\n16: 2\n", "a: 1\n\"a\": 2\n"})
  void keysThatAreOneInGoAreDuplicates(String yaml) {
    assertThat(problems(yaml)).containsExactly("2:1 duplicate-key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1: a\n\"1\": b\n", "\"true\": a\ny: b\n", "1: a\n1.0: b\n"})
  void keysThatBecomeOneOnlyInJsonAreAmbiguous(String yaml) {
    assertThat(problems(yaml)).containsExactly("2:1 ambiguous-key");
  }

  @Test
  void manyKeysAreFoundAgain() {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      yaml.append('k').append(i).append(": ").append(i).append('\n');
    }
    MappingValue root = (MappingValue) read(yaml + "k50: x\n").roots().get(0);

    assertThat(root.size()).isEqualTo(100);
    assertThat(root.get("k50")).isEqualTo(ScalarValue.of("x"));
    assertThat(root.get("k99")).isEqualTo(ScalarValue.of(99));
  }

  @Test
  void aKeyMayBeLongIfItIsMarked() {
    String key = "k".repeat(1100);

    assertThat(documents("? " + key + "\n: x\n")).containsExactly("{\"" + key + "\":\"x\"}");
    assertThat(problems(key + ": x\n")).containsExactly("1:1101 yaml-syntax");
  }
}
