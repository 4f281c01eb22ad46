package io.plimsoll.psa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  private static final List<String> NAMES = List.of("enforce", "enforce-version", "audit", "warn");

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "enfroce, enforce",
    "Enforce, enforce",
    "enforced, enforce",
    "enforc, enforce",
    "inforse, enforce",
    "enforce_version, enforce-version",
    "aduit, audit",
    "warning, ",
    "xudxx, ",
    "warn-version, ",
    "'', "
  })
  void twoSlipsAreForgiven(String name, String meant) {
    assertThat(Spelling.nearest(name, NAMES)).isEqualTo(Optional.ofNullable(meant));
  }
}
