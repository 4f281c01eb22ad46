package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfPairsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      "\\ud800"             | "\\ufffd"
      "\\uDC00"             | "\\ufffd"
      "\\ud83d\\ude00"       | "\\ud83d\\ude00"
      "\\ud800\\ud83d\\uDE00" | "\\ufffd\\ud83d\\uDE00"
      "\\ud800\\u0041"       | "\\ufffd\\u0041"
      "\\\\ud800"            | "\\\\ud800"
      "\\ud80"              | "\\ud80"
      "\\                  | "\\
      """)
  void halvesAreReplaced(String json, String expected) {
    assertThat(new String(HalfPairs.replace(json.toCharArray(), 0))).isEqualTo(expected);
  }

  @Test
  void namesMayHaveThem() {
    Value value = Value.parseJson(Source.of("test", "{\"a\\ud800\":\"\\ud800b\"}"));

    assertThat(value).isEqualTo(Value.parseJson(Source.of("test", "{\"a\ufffd\":\"\ufffdb\"}")));
  }
}
