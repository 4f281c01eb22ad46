package io.plimsoll.psa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

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
