package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoBase64Test {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "aGk=", "aGVsbG8=", "YWJj", "YQ==", "YR==", "YQ\n=\r=\n", "a+/0", "\n"})
  void whatGoDecodesIsValid(String text) {
    assertThat(GoText.base64Error(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "aGk",
        "aG",
        "aGk==",
        "YQ=",
        "=",
        "====",
        "YQ==YQ==",
        "a-_0",
        "aG k=",
        "YWJj=",
        "Y=Q="
      })
  void anythingElseIsNot(String text) {
    assertThat(GoText.base64Error(text)).isPresent();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"!, 0", "YQ=a, 2", "YQ=, 3", "YQ==x, 4", "YWJjYQ, 4", "Y=, 1"})
  void namesTheByte(String text, int at) {
    assertThat(GoText.base64Error(text)).contains("illegal base64 data at input byte " + at);
  }

  @Test
  void bytesAreDecoded() {
    assertThat(GoBase64.decode("YW\nJj\r")).hasValue("abc".getBytes(StandardCharsets.US_ASCII));
    assertThat(GoBase64.decode("YWI=")).hasValue("ab".getBytes(StandardCharsets.US_ASCII));
    assertThat(GoBase64.decode("YWI")).isEmpty();
    assertThat(GoBase64.decode("")).hasValue(new byte[0]);
  }

  @ParameterizedTest
  @CsvSource({"YW=, 2", "a, 0", "YWJjY, 4", "a-b, 1"})
  void paddingIsRefusedWhereThereIsNone(String text, int at) {
    assertThat(GoText.rawBase64Error(text)).contains("illegal base64 data at input byte " + at);
    assertThat(GoBase64.decodeRaw(text)).isEmpty();
  }

  @Test
  void bytesAreDecodedWithoutPadding() {
    assertThat(GoBase64.decodeRaw("YW\nI")).hasValue("ab".getBytes(StandardCharsets.US_ASCII));
    assertThat(GoBase64.decodeRaw("YWJj")).hasValue("abc".getBytes(StandardCharsets.US_ASCII));
  }
}
