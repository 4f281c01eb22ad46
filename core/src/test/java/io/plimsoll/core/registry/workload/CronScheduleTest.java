package io.plimsoll.core.registry.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronScheduleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* * * * *",
        "*/5 0-6,22 ? jan-Dec mon-FRI",
        "0/15  3 1 1 0",
        "TZ=Europe/Paris 0 1 * * *",
        "CRON_TZ=UTC @daily",
        "@hourly",
        "@every 1h30m",
        ", * * * *"
      })
  void schedules(String schedule) {
    assertThat(CronSchedule.error(schedule)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* * * *|expected exactly 5 fields, found 4: [* * * *]",
        "60 * * * *|end of range (60) above maximum (59): 60",
        "* * 0 * *|beginning of range (0) below minimum (1): 0",
        "5-3 * * * *|beginning of range (5) beyond end of range (3): 5-3",
        "1-2-3 * * * *|too many hyphens: 1-2-3",
        "1/2/3 * * * *|too many slashes: 1/2/3",
        "*/0 * * * *|step of range should be a positive number: */0",
        "* * * * sunday|failed to parse int from sunday: strconv.Atoi: parsing \"sunday\": invalid syntax",
        "99999999999999999999 * * * *|failed to parse int from 99999999999999999999: strconv.Atoi: parsing \"99999999999999999999\": value out of range",
        "*/-5 * * * *|negative number (-5) not allowed: -5",
        "@often|unrecognized descriptor: @often",
        "@every day|failed to parse duration @every day: time: invalid duration \"day\"",
        "TZ=Nowhere/City * * * * *|provided bad location Nowhere/City: unknown time zone Nowhere/City",
        "TZ=../etc * * * * *|provided bad location ../etc: time: invalid location name",
        "TZ=UTC|invalid schedule format: runtime error: slice bounds out of range [:-1]"
      })
  void otherTexts(String schedule, String error) {
    assertThat(CronSchedule.error(schedule)).isEqualTo(error);
  }

  @Test
  void nothing() {
    assertThat(CronSchedule.error("")).isEqualTo("empty spec string");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "UTC", "Local", "EST", "America/New_York", "Etc/GMT+12"})
  void zones(String name) {
    assertThat(TimeZones.error(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"utc", "SystemV/AST4", "GMT+2", "Europe"})
  void otherZones(String name) {
    assertThat(TimeZones.error(name)).isEqualTo("unknown time zone " + name);
  }
}
