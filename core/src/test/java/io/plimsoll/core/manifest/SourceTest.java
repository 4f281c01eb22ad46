package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {

  @ParameterizedTest
  @CsvSource({"0,1:1", "1,1:2", "2,1:3", "3,2:1", "4,3:1", "6,4:1", "7,4:2", "99,4:2", "-5,1:1"})
  void linesEndAtEveryKindOfLineBreak(int offset, String position) {
    Source source = Source.of("t", "ab\n\r\r\nd");

    assertThat(source.position(offset)).hasToString(position);
  }

  @Test
  void theTextOfALineHasNoLineBreak() {
    Source source = Source.of("t", "one\ntwo\r\nthree\rfour\n");

    assertThat(source.lineCount()).isEqualTo(5);
    assertThat(source.line(1)).isEqualTo("one");
    assertThat(source.line(2)).isEqualTo("two");
    assertThat(source.line(3)).isEqualTo("three");
    assertThat(source.line(4)).isEqualTo("four");
    assertThat(source.line(5)).isEmpty();
  }

  @Test
  void anEmptyTextHasOneLine() {
    Source source = Source.of("t", "");

    assertThat(source.lineCount()).isEqualTo(1);
    assertThat(source.line(1)).isEmpty();
    assertThat(source.position(0)).isEqualTo(new Position(1, 1, 0));
  }

  @Test
  void columnsCountCodePoints() {
    Source source = Source.of("t", "x\n😀ü: y");

    Position position = source.position(source.text().indexOf('y'));

    assertThat(position).isEqualTo(new Position(2, 5, 7));
  }

  @Test
  void linesAreFoundInLongTexts() {
    Source source = Source.of("t", "line\n".repeat(10_000));

    assertThat(source.position(5 * 9_999 + 2)).hasToString("10000:3");
  }

  @Test
  void aLocationSpansFromItsStartToItsEnd() {
    Location location = Source.of("dir/a.yaml", "a: b\nc: d\n").location(5, 9);

    assertThat(location).hasToString("dir/a.yaml:2:1");
    assertThat(location.file()).isEqualTo("dir/a.yaml");
    assertThat(location.start()).isEqualTo(new Position(2, 1, 5));
    assertThat(location.end()).isEqualTo(new Position(2, 5, 9));
  }

  @Test
  void aLocationNeverEndsBeforeItStarts() {
    assertThat(Source.of("t", "abc").location(2, 0).endOffset()).isEqualTo(2);
  }

  @Test
  void positionsAreOrderedByOffset() {
    assertThat(new Position(2, 1, 5)).isGreaterThan(new Position(1, 9, 4));
  }

  @Test
  void sourcesAreEqualByNameAndText() {
    Source source = Source.of("a", "text");

    assertThat(source)
        .isEqualTo(Source.of("a", "text"))
        .hasSameHashCodeAs(Source.of("a", "text"))
        .isNotEqualTo(Source.of("b", "text"))
        .isNotEqualTo(Source.of("a", "other"))
        .hasToString("a");
  }

  @Test
  void helmNamesTheTemplateAfterTheSeparator() {
    Source source = Source.of("rendered.yaml", """
        ---
        # Source: shop/templates/web.yaml
        kind: Pod
        ---
        # another comment

        # Source: shop/templates/db.yaml
        kind: Pod
        ---
        kind: Pod
        # Source: too late
        """);

    assertThat(template(source, "kind")).contains("shop/templates/web.yaml");
    int second = source.text().indexOf("kind", source.text().indexOf("db.yaml"));
    assertThat(source.location(second, second).template()).contains("shop/templates/db.yaml");
    int third = source.text().lastIndexOf("kind");
    assertThat(source.location(third, third).template()).isEmpty();
  }

  @Test
  void theFirstDocumentNeedsNoSeparator() {
    Source source = Source.of("r", "# Source: a/b.yaml\nkind: Pod\n");

    assertThat(template(source, "kind")).contains("a/b.yaml");
    assertThat(template(Source.of("r", "kind: Pod"), "kind")).isEmpty();
  }

  private static Optional<String> template(Source source, String word) {
    int offset = source.text().indexOf(word);
    return source.location(offset, offset).template();
  }
}
