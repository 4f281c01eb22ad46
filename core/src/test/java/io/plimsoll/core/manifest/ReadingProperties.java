package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReadingProperties {

  private static final String[] TOKENS = {
    "a",
    "b: ",
    ": ",
    "- ",
    "? ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "\n",
    "\n  ",
    " ",
    "&a ",
    "*a",
    "!!str ",
    "'",
    "\"",
    "\\",
    "|\n",
    ">-\n",
    "#",
    "---\n",
    "...\n",
    "%YAML 1.1\n",
    "<<: ",
    "1",
    "~",
    ".inf",
    "\t",
    "\r\n",
    "\ufeff",
    "\0",
    "😀",
    "{\"a\":",
    "1}",
    "@",
    "y",
    "\ud800",
    "\\u00e9",
    "\\ud800"
  };

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(TOKENS).list().ofMaxSize(30).map(tokens -> String.join("", tokens));
  }

  @Property(tries = 3000)
  void nothingEverThrowsAndEveryProblemHasAPlace(@ForAll("texts") String text) {
    Documents documents = Documents.read(Source.of("x", text), Limits.DEFAULT);

    assertThat(documents.problems()).allSatisfy(problem -> {
      Location place = problem.place().orElseThrow();
      assertThat(place.startOffset()).isBetween(0, text.length());
      assertThat(place.endOffset()).isBetween(place.startOffset(), text.length());
      assertThat(problem.message()).doesNotContain("\n").isNotBlank();
    });
  }

  @Property(tries = 3000)
  void everyKeyAndValueStandsWithinItsCollection(@ForAll("texts") String text) {
    for (Value root : Documents.read(Source.of("x", text), Limits.DEFAULT).roots()) {
      assertWithin(root, 0, text.length());
    }
  }

  private static void assertWithin(Value value, int start, int end) {
    assertThat(value.start()).isBetween(start, end);
    assertThat(value.end()).isBetween(value.start(), end);
    if (value instanceof SequenceValue sequence) {
      for (Value item : sequence.items()) {
        assertThat(item.end()).isLessThanOrEqualTo(end);
      }
    } else if (value instanceof MappingValue mapping) {
      for (int i = 0; i < mapping.size(); i++) {
        assertThat(mapping.keyEnd(i)).isBetween(mapping.keyStart(i), end);
      }
    }
  }

  @Property
  void bytesNeverThrow(@ForAll byte[] bytes) {
    Documents documents = Documents.read(Source.of("x", bytes), Limits.DEFAULT);

    assertThat(documents.roots().size() + documents.problems().size()).isNotNegative();
    assertThat(documents.problems()).allMatch(p -> p.place().isPresent());
  }

  @Property
  void utf8IsDecodedAsItWasEncoded(@ForAll String text) {
    String whole = Text.withoutHalfPairs(text);

    assertThat(Source.of("x", whole.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(whole);
  }

  @Property
  void doublesArePrintedWithTheFewestDigitsThatReadBack(@ForAll double number) {
    String json = GoNumbers.json(number);

    assertThat(Double.parseDouble(json)).isEqualTo(number);
    assertThat(new BigDecimal(json).stripTrailingZeros().precision())
        .isLessThanOrEqualTo(
            new BigDecimal(Double.toString(number)).stripTrailingZeros().precision());
    assertThat(JsonNumbers.isNumber(json)).isTrue();
  }

  @Property
  void floatsAreShortestToo(@ForAll float number) {
    assertThat(Float.parseFloat(GoNumbers.shortest(number))).isEqualTo(number);
  }
}
