package io.plimsoll.core.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarningHeadersTest {

  private final WarningHeaders headers = new WarningHeaders();

  @Test
  void everyTextIsSentOnceInOrder() {
    headers.add("b");
    headers.add("a");
    headers.add("b");
    headers.add("");
    assertThat(headers.texts()).containsExactly("b", "a");
  }

  @Test
  void textsWithControlCharactersAreNotSent() {
    headers.add("two\nlines");
    headers.add("fine");
    assertThat(headers.texts()).containsExactly("fine");
  }

  @Test
  void textsAreShortenedOnceTheyAreTooMuch() {
    headers.add("x".repeat(4000));
    headers.add("y".repeat(90));
    assertThat(headers.texts()).hasSize(2);
    headers.add("z".repeat(300));
    assertThat(headers.texts()).containsExactly("x".repeat(256), "y".repeat(90), "z".repeat(256));
  }

  @Test
  void thereIsAnEndToTexts() {
    for (int i = 0; i < 100; i++) {
      headers.add(i + "w".repeat(300));
    }
    assertThat(headers.texts()).hasSize(16).allMatch(text -> text.length() == 256);
  }
}
