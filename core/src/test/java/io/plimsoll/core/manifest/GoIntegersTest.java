package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoIntegersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "+7, 7",
    "007, 7",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808"
  })
  void numbersAreRead(String text, long number) {
    assertThat(GoText.parseInt64(text)).isEqualTo(OptionalLong.of(number));
    assertThat(GoText.parseInt64Error(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', invalid syntax",
    "-, invalid syntax",
    "1_0, invalid syntax",
    "0x1, invalid syntax",
    "1.0, invalid syntax",
    "9223372036854775808, value out of range",
    "-9223372036854775809, value out of range",
    "1844674407370955161x, invalid syntax",
    "999999999999999999999x, value out of range"
  })
  void whatIsNoNumberIsSaid(String text, String why) {
    assertThat(GoText.parseInt64(text)).isEmpty();
    assertThat(GoText.parseInt64Error(text))
        .contains("strconv.ParseInt: parsing \"" + text + "\": " + why);
  }

  @Test
  void numbersWithoutASignHaveNone() {
    assertThat(GoText.parseUint64("18446744073709551615")).isEqualTo(OptionalLong.of(-1));
    assertThat(GoText.parseUint64Error("-1"))
        .contains("strconv.ParseUint: parsing \"-1\": invalid syntax");
    assertThat(GoText.parseUint64Error("18446744073709551616"))
        .contains("strconv.ParseUint: parsing \"18446744073709551616\": value out of range");
  }
}
