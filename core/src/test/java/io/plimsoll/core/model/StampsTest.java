package io.plimsoll.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StampsTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-02T03:04:05.999Z, 2026-01-02T03:04:05Z",
    "2026-12-31T23:59:59Z,     2026-12-31T23:59:59Z",
    "1969-12-31T23:59:59.5Z,   1969-12-31T23:59:59Z",
    "1000-01-01T00:00:00Z,     1000-01-01T00:00:00Z",
    "0999-01-01T00:00:00Z,     0999-01-01T00:00:00Z",
    "+10000-01-01T00:00:00Z,   +10000-01-01T00:00:00Z",
    "-0001-01-01T00:00:00Z,    -0001-01-01T00:00:00Z",
  })
  void timesAreInWholeSeconds(Instant time, String text) {
    assertThat(Stamps.time(time).text()).isEqualTo(text);
    assertThat(Stamps.time(time).text()).isEqualTo(text);
  }

  @Test
  void uidsAreThoseOfTheJoinedParts() {
    for (String name : List.of("", "web", "web-0", "w\u00f6b", "x".repeat(300))) {
      UUID expected =
          UUID.nameUUIDFromBytes(("1/Pod/shop/" + name).getBytes(StandardCharsets.UTF_8));
      assertThat(Stamps.uid("1", "Pod", "shop", name)).isEqualTo(expected.toString());
    }
  }
}
