package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0s",
    "0s, 0, 0s",
    "1ns, 1, 1ns",
    "1.5us, 1500, 1.5\u00b5s",
    "1\u00b5s, 1000, 1\u00b5s",
    "1\u03bcs, 1000, 1\u00b5s",
    "30ms, 30000000, 30ms",
    "1.5s, 1500000000, 1.5s",
    ".5s, 500000000, 500ms",
    "5.s, 5000000000, 5s",
    "90s, 90000000000, 1m30s",
    "+1h, 3600000000000, 1h0m0s",
    "1h0.25s1ns, 3600250000001, 1h0m0.250000001s",
    "-1m, -60000000000, -1m0s",
    "0.1ns0.9ns, 0, 0s"
  })
  void durationsAreReadAndWrittenAsGoDoes(String text, long nanos, String printed) {
    assertThat(GoDuration.tryParse(text)).contains(Duration.ofNanos(nanos));
    assertThat(GoDuration.toString(Duration.ofNanos(nanos))).isEqualTo(printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "1", "s", ".s", "1 s", "1d", "1s ", "--1s", "1e3s", "9999999999h"})
  void otherTextsAreNone(String text) {
    assertThat(GoDuration.tryParse(text)).isEmpty();
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
