package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoCsvTest {

  static List<Arguments> records() {
    return List.of(
        Arguments.of("", List.of()),
        Arguments.of("\n\n", List.of()),
        Arguments.of("a,b\r\nc\n", List.of(List.of("a", "b"), List.of("c"))),
        Arguments.of("a,\n", List.of(List.of("a", ""))),
        Arguments.of(",", List.of(List.of("", ""))),
        Arguments.of(" \n", List.of(List.of(" "))),
        Arguments.of("a\r", List.of(List.of("a"))),
        Arguments.of("\"\"", List.of(List.of(""))),
        Arguments.of("\"a,\"\"b\"\"\",c", List.of(List.of("a,\"b\"", "c"))),
        Arguments.of("\"a\r\nb\",c\nd", List.of(List.of("a\nb", "c"), List.of("d"))),
        Arguments.of("\"a\n\nb\"", List.of(List.of("a\n\nb"))));
  }

  @ParameterizedTest
  @MethodSource("records")
  void recordsAreThoseOfGo(String text, List<List<String>> records) {
    assertThat(GoCsv.records(text)).isEqualTo(records);
  }

  static List<Arguments> errors() {
    return List.of(
        Arguments.of("a,b\"c", "parse error on line 1, column 4: bare \" in non-quoted-field"),
        Arguments.of("é,b\"c", "parse error on line 1, column 5: bare \" in non-quoted-field"),
        Arguments.of(
            "x\n\"a\"b",
            "parse error on line 2, column 3: extraneous or missing \" in quoted-field"),
        Arguments.of(
            "t1,alice,1,\"dev\n",
            "parse error on line 1, column 17: extraneous or missing \" in quoted-field"),
        Arguments.of(
            "\"a\nb\"c",
            "record on line 1; parse error on line 2, column 2: extraneous or missing \" in quoted-field"),
        Arguments.of(
            "\"", "parse error on line 1, column 2: extraneous or missing \" in quoted-field"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void errorsAreThoseOfGo(String text, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> GoCsv.records(text)).withMessage(message);
  }

  @Test
  void aLongFileIsReadInOneGo() {
    assertThat(GoCsv.records("\"a\nb\",c\n".repeat(20_000))).hasSize(20_000);
  }
}
