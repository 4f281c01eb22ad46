package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SourceProperties {

  @Property(tries = 300)
  void columnsCountCodePointsHoweverLongTheLine(
      @ForAll("texts") String text, @ForAll @IntRange(max = 20_000) int place) {
    int offset = Math.min(place, text.length());
    int start = text.lastIndexOf('\n', offset - 1) + 1;

    Position position = Source.of("f", text).position(offset);

    assertThat(position.column()).isEqualTo(text.codePointCount(start, offset) + 1);
  }

  /** Long lines of characters of one and of two units, and halves of such. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "ab", "\ud83d\ude00", "\ud83d", "\ude00", "x\ny", "é")
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts))
        .flatMap(part -> Arbitraries.integers().between(1, 600).map(part::repeat));
  }
}
