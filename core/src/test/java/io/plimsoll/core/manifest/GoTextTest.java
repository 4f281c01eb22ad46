package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoTextTest {

  static Stream<Arguments> quoted() {
    return Stream.of(
        Arguments.of("plain", "\"plain\"", "\"plain\""),
        Arguments.of("a\"b\\c", "\"a\\\"b\\\\c\"", "\"a\\\"b\\\\c\""),
        Arguments.of("\n\r\t\b\f", "\"\\n\\r\\t\\b\\f\"", "\"\\n\\r\\t\\b\\f\""),
        Arguments.of("\u0007\u000b", "\"\\a\\v\"", "\"\\u0007\\u000b\""),
        Arguments.of("\u0000\u001b\u007f", "\"\\x00\\x1b\\x7f\"", "\"\\u0000\\u001b\u007f\""),
        Arguments.of("ünï😀", "\"ünï😀\"", "\"ünï😀\""),
        Arguments.of("<&>", "\"<&>\"", "\"\\u003c\\u0026\\u003e\""),
        Arguments.of("\u00a0\u00ad\u2028", "\"\\u00a0\\u00ad\\u2028\"", "\"\u00a0\u00ad\\u2028\""),
        Arguments.of("\udb40\udc01", "\"\\U000e0001\"", "\"\udb40\udc01\""),
        Arguments.of("\ud800", "\"\ufffd\"", "\"\\ufffd\""));
  }

  @ParameterizedTest
  @MethodSource("quoted")
  void textsAreQuotedAsGoDoes(String text, String quoted, String json) {
    assertThat(GoText.quote(text)).isEqualTo(quoted);
    assertThat(GoText.json(text)).isEqualTo(json);
  }

  @Test
  void slicesArePrintedBetweenBrackets() {
    assertThat(GoText.list(List.of("a", "b c"))).isEqualTo("[a b c]");
    assertThat(GoText.list(List.of())).isEqualTo("[]");
  }

  @Test
  void slicesAreJsonArraysOrNull() {
    assertThat(GoText.json(List.of("a", "<"))).isEqualTo("[\"a\",\"\\u003c\"]");
    assertThat(GoText.json(List.of())).isEqualTo("null");
  }

  @Test
  void lengthsAreBytes() {
    assertThat(GoText.length("aü€😀")).isEqualTo(1 + 2 + 3 + 4);
  }

  @Test
  void orderIsThatOfTheBytes() {
    assertThat(Stream.of("\uffee", "b", "😀", "a", "", "ab").sorted(GoText::compare))
        .containsExactly("", "a", "ab", "b", "\uffee", "😀");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "+5", "-5", "007", "9223372036854775807", "-9223372036854775808", "-0"})
  void wholeNumbersOf64BitsAreRead(String text) {
    assertThat(GoText.parseInt64(text)).isEqualTo(OptionalLong.of(Long.parseLong(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "-",
        "5x",
        " 5",
        "1_000",
        "0x10",
        "1e3",
        "٣",
        "9223372036854775808",
        "-9223372036854775809",
        "99999999999999999999999"
      })
  void anythingElseIsNoNumber(String text) {
    assertThat(GoText.parseInt64(text)).isEmpty();
  }
}
