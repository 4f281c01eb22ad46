package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonWriterTest {

  private static final Value TREE =
      Value.parseJson(Source.of("t", "{\"a\": {\"b\": [1, {}, []], \"c\": null}, \"d\": \"x\"}"));

  @Test
  void compactHasNoBlanks() {
    assertThat(JsonWriter.compact(TREE))
        .isEqualTo("{\"a\":{\"b\":[1,{},[]],\"c\":null},\"d\":\"x\"}");
  }

  @Test
  void prettyIndentsByTwoAndEndsTheLine() {
    assertThat(JsonWriter.pretty(TREE)).isEqualTo("""
        {
          "a": {
            "b": [
              1,
              {},
              []
            ],
            "c": null
          },
          "d": "x"
        }
        """);
  }

  static Stream<Arguments> strings() {
    return Stream.of(
        Arguments.of("a\"b\\c", "\"a\\\"b\\\\c\""),
        Arguments.of("\n\r\t\b\f", "\"\\n\\r\\t\\b\\f\""),
        Arguments.of("\u0000\u001f\u007f\u0085", "\"\\u0000\\u001f\\u007f\\u0085\""),
        Arguments.of("\u2028\u2029\ufeff", "\"\\u2028\\u2029\\ufeff\""),
        Arguments.of("ü€😀</>", "\"ü€😀</>\""),
        Arguments.of("\ud83d", "\"\ufffd\""),
        Arguments.of("\ude00x", "\"\ufffdx\""));
  }

  @ParameterizedTest
  @MethodSource("strings")
  void stringsAreEscapedWhereTheyMust(String text, String json) {
    assertThat(JsonWriter.compact(ScalarValue.of(text))).isEqualTo(json);
  }

  @Test
  void numbersKeepTheirSpelling() {
    assertThat(JsonWriter.compact(ScalarValue.number("1.50E+3"))).isEqualTo("1.50E+3");
  }

  @Test
  void treesMayBeDeeperThanAStack() {
    Value deep = ScalarValue.of(1);
    for (int i = 0; i < 200_000; i++) {
      deep = SequenceValue.of(List.of(deep));
    }

    String json = JsonWriter.compact(deep);

    assertThat(json).hasSize(400_001).startsWith("[[").endsWith("]]");
  }
}
