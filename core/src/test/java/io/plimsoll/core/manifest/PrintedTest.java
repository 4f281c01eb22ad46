package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintedTest {

  @Test
  void whatIsPrintedStaysAsItIs() {
    String text = "café\t中文 \ud83d\ude00";

    assertThat(Printed.line(text)).isSameAs(text);
  }

  @Test
  void whatMovesOrHidesIsEscaped() {
    assertThat(Printed.line("a\u001b[2J\r\nb")).isEqualTo("a\\u001b[2J\\u000d\\u000ab");
    assertThat(Printed.line("a\u202eb\ud800")).isEqualTo("a\\u202eb\\ud800");
    assertThat(Printed.line("\ud834\udd73")).isEqualTo("\\ud834\\udd73");
  }
}
