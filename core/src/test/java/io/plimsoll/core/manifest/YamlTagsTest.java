package io.plimsoll.core.manifest;

import static io.plimsoll.core.manifest.Reads.documents;
import static io.plimsoll.core.manifest.Reads.problems;
import static io.plimsoll.core.manifest.Reads.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTagsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "!!str 0777            | \"0777\"",
        "!!str yes             | \"yes\"",
        "!!str                 | \"\"",
        "!!int \"0777\"        | 511",
        "!!int 18446744073709551615 | 18446744073709551615",
        "!!float 1             | 1",
        "!!float \"1.50\"      | 1.5",
        "!!bool \"yes\"        | true",
        "!!null \"\"           | null",
        "!!timestamp 2001-12-14 | \"2001-12-14\"",
        "!!binary aGVsbG8=     | \"hello\"",
        "!!binary /w==         | \"\ufffd\"",
        "!!binary 4oI=         | \"\ufffd\ufffd\"",
        "!!set {a, b}          | {\"a\":null,\"b\":null}",
        "!!omap [a: 1]         | [{\"a\":1}]",
        "!foo bar              | \"bar\"",
        "!foo 123              | \"123\"",
        "!a.b!c 123            | \"123\"",
        "! 123                 | \"123\"",
        "!Ref {b: 1}           | {\"b\":1}",
        "!!python/object:x {}  | {}",
        "!!java.net.URL [x]    | [\"x\"]",
        "!<tag:yaml.org,2002:int> \"1\" | 1",
      })
  void tagsDecideAsInGo(String yaml, String json) {
    assertThat(documents("v: " + yaml)).containsExactly("{\"v\":" + json + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!!int 1.5",
        "!!int x",
        "!!int ''",
        "!!float x",
        "!!float 18446744073709551615",
        "!!bool 1",
        "!!null x",
        "!!timestamp x",
        "!!timestamp 2001-13-01",
        "!!timestamp 2001-02-29",
        "!!binary a?==",
        "!!binary aGVsbG8",
      })
  void aTagThatDoesNotFitIsAnError(String yaml) {
    assertThat(documents("v: " + yaml)).isEmpty();
    assertThat(problems("v: " + yaml)).containsExactly("1:4 yaml-tag");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2001-12-14",
        "2001-1-1",
        "2001-12-14t21:59:43.10-05:00",
        "2001-12-14T21:59:43Z",
        "2001-12-14 21:59:43.10",
        "2000-02-29",
      })
  void theTimestampsOfGoAreTimestamps(String text) {
    assertThat(documents("v: !!timestamp " + text)).containsExactly("{\"v\":\"" + text + "\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2001-12-14t21:59:43", "2001-12-14 21:59:43Z", "2001-12-14 24:00:00", "01-1-1"})
  void otherTimestampsAreNone(String text) {
    assertThat(documents("v: !!timestamp " + text)).isEmpty();
  }

  @Test
  void aMessageSaysWhatTheTagAsksFor() {
    assertThat(read("v: !!int \"1\\n2\"").problems().get(0).message())
        .isEqualTo("\"1 2\" is no integer, as its tag says");
  }

  @Test
  void aTagThatIsNotDefinedIsAnError() {
    assertThat(problems("v: !e!x 1")).containsExactly("1:4 yaml-syntax");
  }
}
