package io.plimsoll.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnippetTest {

  @Test
  void aLineHasItsNumberAndACaretUnderThePlace() {
    assertThat(snippet("kind: Pod\nspec:\n  hostNetwork: true\n", "hostNetwork"))
        .isEqualTo("""
            3 |   hostNetwork: true
              |   ^
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void lineBreaksAreNoPartOfALine(String lineBreak) {
    assertThat(snippet("a: 1" + lineBreak + "b: 2" + lineBreak + "c: 3", "2")).isEqualTo("""
            2 | b: 2
              |    ^
        """);
  }

  @Test
  void tabsStandUnderTabs() {
    assertThat(snippet("a:\t{b:\t1}", "1")).isEqualTo("""
            1 | a:\t{b:\t1}
              |   \t   \t^
        """);
  }

  @Test
  void wideCharactersTakeTwoColumnsAndCombiningOnesNone() {
    assertThat(snippet("日本: x", "x")).isEqualTo("""
            1 | 日本: x
              |       ^
        """);
    assertThat(snippet("😀: x", "x")).isEqualTo("""
            1 | 😀: x
              |     ^
        """);
    assertThat(snippet("e\u0301: x", "x")).isEqualTo("""
            1 | e\u0301: x
              |    ^
        """);
  }

  @Test
  void whatIsNotPrintedIsReplaced() {
    assertThat(snippet("a\u0007b\u001b[31m\u202ec\udcff x", "x")).isEqualTo("""
            1 | a\ufffdb\ufffd[31m\ufffdc\ufffd x
              |             ^
        """);
  }

  @Test
  void longLinesAreCutOnBothSides() {
    String text = "1234567890".repeat(30) + "x" + "1234567890".repeat(30);

    assertThat(snippet(text, "x"))
        .isEqualTo("    1 | …" + "1234567890".repeat(6) + "x" + "1234567890".repeat(5)
            + "123456789…\n" + "      |  " + " ".repeat(60) + "^\n");
    assertThat(snippet("x" + text.replace('x', 'y'), "x"))
        .isEqualTo("    1 | x" + "1234567890".repeat(11) + "123456789…\n      | ^\n");
  }

  @Test
  void lineNumbersMayBeLong() {
    assertThat(snippet("\n".repeat(1_234_566) + "x", "x")).isEqualTo("1234567 | x\n        | ^\n");
  }

  @Test
  void theEndOfATextIsAPlaceToo() {
    Source source = Source.of("f", "a: [");

    assertThat(Snippet.of(source.location(4, 4))).isEqualTo("    1 | a: [\n      |     ^\n");
    assertThat(Snippet.of(Source.of("f", "").location(0, 0))).isEqualTo("    1 | \n      | ^\n");
  }

  @Test
  void aByteOrderMarkTakesNoRoom() {
    assertThat(snippet("\ufeffkind: x", "x")).isEqualTo("    1 | kind: x\n      |       ^\n");
  }

  private static String snippet(String text, String word) {
    int at = text.indexOf(word);
    return Snippet.of(Source.of("file.yaml", text).location(at, at + word.length()));
  }
}
