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
}
