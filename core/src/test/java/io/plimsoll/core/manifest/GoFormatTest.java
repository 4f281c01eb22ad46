package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoFormatTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      "x" | x | x
      1 | 1 | %!s(int64=1)
      -0 | 0 | %!s(int64=0)
      1.5 | 1.5 | %!s(float64=1.5)
      1e3 | 1000 | %!s(float64=1000)
      1e6 | 1e+06 | %!s(float64=1e+06)
      0.00001 | 1e-05 | %!s(float64=1e-05)
      12345678901234567890 | 1.2345678901234567e+19 | %!s(float64=1.2345678901234567e+19)
      true | true | %!s(bool=true)
      null | <nil> | %!s(<nil>)
      {"b":1,"a":["x",null]} | map[a:[x <nil>] b:1] | map[a:[x <nil>] b:%!s(int64=1)]
      """)
  void printsWhatGoDecodes(String json, String v, String s) {
    Value value = value(json);

    assertThat(GoFormat.v(value)).isEqualTo(v);
    assertThat(GoFormat.s(value)).isEqualTo(s);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      1 | 1
      1.0 | 1.0
      0.10 | 0.1
      12345678901234567890 | 12345678901234567000
      [1e400,1e25] | [1e400,1e+25]
      {"a":-0.0} | {"a":-0.0}
      """)
  void numbersHaveTheDigitsOf64Bits(String json, String expected) {
    assertThat(GoFormat.decoded(value(json))).hasToString(expected);
  }

  private static Value value(String json) {
    return Value.parseJson(Source.of("test", json));
  }
}
