package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoTimeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-31T12:00:00Z",
        "2024-02-29T23:59:59.123456789012+05:30",
        "2000-02-29T00:00:00-00:00",
        "0000-01-01T00:00:00Z",
        "2026-01-31T5:00:00Z",
        "2026-01-31T12:00:00,5Z",
        "2026-01-31T12:00:00+24:60"
      })
  void timesOfGoAreTimes(String text) {
    assertThat(GoText.timeError(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026",
        "2026-01-31",
        "2026-01-31 12:00:00Z",
        "2026-01-31t12:00:00z",
        "2026-01-31T12:00:00",
        "2026-01-31T12:00Z",
        "2026-01-31T12:00:60Z",
        "2026-01-31T24:00:00Z",
        "2026-02-29T12:00:00Z",
        "1900-02-29T12:00:00Z",
        "2026-04-31T12:00:00Z",
        "2026-13-01T12:00:00Z",
        "2026-00-01T12:00:00Z",
        "2026-01-31T12:00:00.Z",
        "2026-01-31T12:00:00+25:00",
        "2026-01-31T12:00:00+0100",
        "2026-01-31T12:00:00Z ",
        "20260-01-31T12:00:00Z"
      })
  void anythingElseIsNone(String text) {
    assertThat(GoText.timeError(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-31T12:00:00.000000Z", "2026-01-31T12:00:00,123456+01:00"})
  void microTimesHaveSixPlaces(String text) {
    assertThat(GoText.microTimeError(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-31T12:00:00Z",
        "2026-01-31T12:00:00.00000Z",
        "2026-01-31T12:00:00.0000000Z",
        "2026-01-31T12:00:00."
      })
  void microTimesHaveNoFewerAndNoMore(String text) {
    assertThat(GoText.microTimeError(text)).isPresent();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      2026-1-31T12:00:00Z | "2026-1-31T12:00:00Z" as "2006-01-02T15:04:05Z07:00": cannot parse "1-31T12:00:00Z" as "01"
      2026-13-31T12:00:00Z | "2026-13-31T12:00:00Z": month out of range
      2026-02-30T12:00:00Z | "2026-02-30T12:00:00Z": day out of range
      2026-01-31T12:00:00Zx | "2026-01-31T12:00:00Zx": extra text: "x"
      2026-01-31T12:00:00+25:00 | "2026-01-31T12:00:00+25:00": time zone offset hour out of range
      é | "\\xc3\\xa9" as "2006-01-02T15:04:05Z07:00": cannot parse "\\xc3\\xa9" as "2006"
      """)
  void saysWhatGoSays(String text, String error) {
    assertThat(GoText.timeError(text)).contains("parsing time " + error);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      2026-01-31T12:00:00Z                  | 2026-01-31T12:00:00Z
      2024-02-29T23:59:59.123456789012+05:30 | 2024-02-29T18:29:59.123456789Z
      2026-01-31T5:00:00-01:00              | 2026-01-31T06:00:00Z
      2026-01-31T12:00:00,5+24:60           | 2026-01-30T11:00:00.500Z
      """)
  void aTimeIsReadWithItsZone(String text, String time) {
    assertThat(GoTime.parse(text)).hasValue(Instant.parse(time));
  }

  @Test
  void whatIsNoTimeIsNotRead() {
    assertThat(GoTime.parse("2026-01-31T12:00Z")).isEmpty();
  }
}
