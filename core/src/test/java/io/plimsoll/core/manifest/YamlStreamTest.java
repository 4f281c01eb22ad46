package io.plimsoll.core.manifest;

import static io.plimsoll.core.manifest.Reads.documents;
import static io.plimsoll.core.manifest.Reads.json;
import static io.plimsoll.core.manifest.Reads.problems;
import static io.plimsoll.core.manifest.Reads.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlStreamTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1\n---\nb: 2\n",
        "---\na: 1\n---\nb: 2",
        "a: 1\n--- # comment\nb: 2\n",
        "a: 1\n---#comment\nb: 2\n",
        "a: 1\n---  \nb: 2\n",
        "a: 1\r\n---\r\nb: 2\r\n",
        "a: 1\n---\n\n# nothing\n---\n---\nnull\n---\nb: 2\n---\n",
        "{\"a\": 1}\n---\nb: 2\n",
        "{\"a\": 1}{\"b\": 2}",
        "{\"a\": 1}\n\n{\"b\": 2}\n",
      })
  void aStreamIsCutAtSeparators(String text) {
    assertThat(documents(text)).containsExactly("{\"a\":1}", "{\"b\":2}");
    assertThat(problems(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# comment\n", "---\n", "---\n---\n", "null", "~", "\ufeff"})
  void emptyDocumentsAreLeftOut(String text) {
    assertThat(documents(text)).isEmpty();
    assertThat(problems(text)).isEmpty();
  }

  @Test
  void aSeparatorThatIsIndentedIsText() {
    assertThat(documents("a: |\n  x\n  ---\n  y\nb: x\n ---\n"))
        .containsExactly("{\"a\":\"x\\n---\\ny\\n\",\"b\":\"x ---\"}");
  }

  @Test
  void aSeparatorWithinQuotesCutsAsWell() {
    Documents documents = read("a: \"x\n---\ny\"\n---\nc: 3\n");

    assertThat(json(documents)).containsExactly("\"y\\\"\"", "{\"c\":3}");
    assertThat(problems(documents)).containsExactly("1:4 yaml-syntax");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--- {b: 2}", "---foo", "----", "--- x # comment"})
  void aMalformedSeparatorTakesTheDocumentAboveIt(String separator) {
    Documents documents = read("a: 1\n---\nb: 2\n" + separator + "\nc: 3\n");

    assertThat(json(documents)).containsExactly("{\"a\":1}", "{\"c\":3}");
    assertThat(problems(documents)).containsExactly("4:1 yaml-separator");
    assertThat(documents.problems().get(0).message())
        .contains(separator)
        .endsWith("the document above it is not read");
  }

  @Test
  void aMalformedSeparatorAtTheStartTakesNothing() {
    Documents documents = read("--- x\na: 1\n");

    assertThat(json(documents)).containsExactly("{\"a\":1}");
    assertThat(problems(documents)).containsExactly("1:1 yaml-separator");
    assertThat(documents.problems().get(0).message()).doesNotContain("not read");
  }

  @Test
  void aDocumentThatFailsDoesNotHideTheOthers() {
    Documents documents = read("a: 1\n---\nb: [\n---\nc: 3\n---\nd: *x\n---\ne: 5\n");

    assertThat(json(documents)).containsExactly("{\"a\":1}", "{\"c\":3}", "{\"e\":5}");
    assertThat(problems(documents)).containsExactly("4:1 yaml-syntax", "7:4 yaml-alias");
  }

  @Test
  void aDirectiveIsCutOffFromItsDocument() {
    Documents documents = read("%YAML 1.1\n---\na: 1\n");

    assertThat(json(documents)).containsExactly("{\"a\":1}");
    assertThat(problems(documents)).containsExactly("1:1 yaml-directive");
  }

  @Test
  void whatFollowsTheEndOfADocumentIsReported() {
    Documents documents = read("a: 1\n...\nb: 2\n---\nc: 3\n");

    assertThat(json(documents)).containsExactly("{\"a\":1}", "{\"c\":3}");
    assertThat(problems(documents)).containsExactly("3:1 trailing-text");
    assertThat(documents.problems().get(0).severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void commentsAndMarksAfterTheEndOfADocumentAreNothing() {
    assertThat(problems("a: 1\n...\n# comment\n...\n")).isEmpty();
  }

  @Test
  void anEmptyPairOfBracketsEndsADocument() {
    Documents documents = read("---\n{}a: 1\n");

    assertThat(json(documents)).containsExactly("{}");
    assertThat(problems(documents)).containsExactly("2:3 trailing-text");
  }

  @Test
  void theLastLineOfAChunkEndsEvenWithoutALineBreak() {
    assertThat(documents("a: |\n  x")).containsExactly("{\"a\":\"x\\n\"}");
    assertThat(json(Documents.readOne(Source.of("one.yaml", "a: |\n  x"), Limits.DEFAULT)))
        .containsExactly("{\"a\":\"x\"}");
  }

  @Test
  void anchorsEndWithTheirDocument() {
    assertThat(problems("a: &x 1\n---\nb: *x\n")).containsExactly("3:4 yaml-alias");
  }

  @Test
  void helmCommentsNameTheTemplate() {
    Documents documents = read(
        "---\n# Source: shop/templates/a.yaml\na: 1\n---\n# Source: shop/templates/b.yaml\nb: 2\n");

    assertThat(documents.roots())
        .extracting(root -> root.location().template().orElseThrow())
        .containsExactly("shop/templates/a.yaml", "shop/templates/b.yaml");
  }

  @Test
  void oneDocumentIsNotCut() {
    Documents documents =
        Documents.readOne(Source.of("one.yaml", "--- {a: 1, a: 2}\n---\nb: 2\n"), Limits.DEFAULT);

    assertThat(json(documents)).containsExactly("{\"a\":2}");
    assertThat(problems(documents)).containsExactly("1:12 duplicate-key", "3:1 trailing-text");
    assertThat(documents.problems()).extracting(Problem::severity).containsOnly(Severity.WARNING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%YAML 1.1\n---\na: yes\n", "%TAG !e! tag:x,2000:\n---\na: !!bool yes\n"})
  void oneDocumentMayHaveDirectives(String text) {
    Documents documents = Documents.readOne(Source.of("one.yaml", text), Limits.DEFAULT);

    assertThat(json(documents)).containsExactly("{\"a\":true}");
    assertThat(documents.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%YAML 1.2\n---\na: 1\n", "%YAML 2.0\n---\na: 1\n", "%FOO bar\n---\na: 1\n"})
  void otherDirectivesAreErrors(String text) {
    Documents documents = Documents.readOne(Source.of("one.yaml", text), Limits.DEFAULT);

    assertThat(documents.roots()).isEmpty();
    assertThat(documents.problems()).extracting(p -> p.severity()).containsOnly(Severity.ERROR);
  }
}
