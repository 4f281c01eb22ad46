package io.plimsoll.psa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain             | plain",
        "say \"x\"         | say \\\"x\\\"",
        "back\\slash        | back\\\\slash",
        "\u00e9 \u4e16 \ud83d\ude00 | \u00e9 \u4e16 \ud83d\ude00"
      })
  void printableTextIsQuotedAsItIs(String text, String quoted) {
    assertThat(GoQuote.quote(text)).isEqualTo("\"" + quoted + "\"");
  }

  @Test
  void whatCannotBePrintedIsEscapedAsGoDoes() {
    assertThat(GoQuote.quote("\u0007\b\f\n\r\t\u000b\u0000\u007f"))
        .isEqualTo("\"\\a\\b\\f\\n\\r\\t\\v\\x00\\x7f\"");
    assertThat(GoQuote.quote("\u00a0\u00ad\u200b\ue000\udb80\udc00"))
        .isEqualTo("\"\\u00a0\\u00ad\\u200b\\ue000\\U000f0000\"");
  }

  @Test
  void textsAreSortedByTheirBytesEachOnce() {
    assertThat(Sentences.sorted(List.of("b", "\ud83d\ude00", "B", "\uff5e", "", "b", "ba")))
        .containsExactly("", "B", "b", "ba", "\uff5e", "\ud83d\ude00");
  }

  @Test
  void quotesWithinQuotesAreNotEscaped() {
    assertThat(Sentences.quoted(List.of("a\"b", "c"))).isEqualTo("\"a\"b\", \"c\"");
    assertThat(Sentences.quoted(List.of())).isEmpty();
  }
}
