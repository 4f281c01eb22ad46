package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1s", "+1.5h", ".5m", "1.s", "1h2m3s4ms5us6µs7ns"})
  void durations(String text) {
    assertThat(GoDuration.error(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|time: invalid duration \"\"",
        "-|time: invalid duration \"-\"",
        ".s|time: invalid duration \".s\"",
        "1|time: missing unit in duration \"1\"",
        "1.2.3s|time: missing unit in duration \"1.2.3s\"",
        "1d|time: unknown unit \"d\" in duration \"1d\"",
        "9999999h|time: invalid duration \"9999999h\""
      })
  void otherDurations(String text, String error) {
    assertThat(GoDuration.error(text)).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      `` | time: invalid duration ""
      x | time: invalid duration "x"
      10 | time: missing unit in duration "10"
      1d | time: unknown unit "d" in duration "1d"
      1\u00e9 | time: unknown unit "\\xc3\\xa9" in duration "1\\xc3\\xa9"
      9999999999h | time: invalid duration "9999999999h"
      1.5s | ``
      """)
  void errorsAreThoseOfGo(String text, String error) {
    assertThat(GoDuration.error(text)).isEqualTo(error);
  }
}
