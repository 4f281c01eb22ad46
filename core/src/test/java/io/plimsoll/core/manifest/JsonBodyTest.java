package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

  @Test
  void oneValueIsRead() {
    Documents body = read(" {\"a\": [1, 1.0]} \r\n\t");

    assertThat(body.problems()).isEmpty();
    assertThat(body.roots()).extracting(Value::toString).containsExactly("{\"a\":[1,1.0]}");
  }

  @Test
  void duplicatesDoNotKeepTheValueFromBeingRead() {
    Documents body = read("{\"a\": 1, \"a\": 2}");

    assertThat(body.roots()).hasSize(1);
    assertThat(body.problems()).extracting(Problem::code).containsExactly("duplicate-key");
  }

  @Test
  void nullIsNoValueAndNoError() {
    assertThat(read("null")).isEqualTo(new Documents(List.of(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "{", "{} {}", "{}x", "{},", "{}\u00a0", "a: 1", "{a: 1}", "{'a': 1}"})
  void anythingElseIsAnError(String text) {
    Documents body = read(text);

    assertThat(body.roots()).isEmpty();
    assertThat(body.problems()).extracting(Problem::code).containsExactly("json-syntax");
  }

  private static Documents read(String text) {
    return Documents.readJson(Source.of("body", text), Limits.DEFAULT);
  }
}
