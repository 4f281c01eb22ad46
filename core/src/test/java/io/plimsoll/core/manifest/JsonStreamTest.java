package io.plimsoll.core.manifest;

import static io.plimsoll.core.manifest.Reads.documents;
import static io.plimsoll.core.manifest.Reads.json;
import static io.plimsoll.core.manifest.Reads.problems;
import static io.plimsoll.core.manifest.Reads.read;
import static io.plimsoll.core.manifest.Reads.stretch;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonStreamTest {

  @Test
  void namesAndValuesKnowTheirPlaces() {
    MappingValue root = (MappingValue)
        read(" {\"a\\u0041\": [1.50, true],\n  \"😀\": \"x\\\"y\"}").roots().get(0);

    assertThat(stretch(root.location()))
        .isEqualTo("{\"a\\u0041\": [1.50, true],\n  \"😀\": \"x\\\"y\"}");
    assertThat(stretch(root.keyLocation("aA"))).isEqualTo("\"a\\u0041\"");
    assertThat(stretch(root.get("aA").location())).isEqualTo("[1.50, true]");
    assertThat(stretch(root.keyLocation("😀"))).isEqualTo("\"😀\"");
    assertThat(root.get("😀").location().start()).hasToString("2:8");
    assertThat(stretch(root.get("😀").location())).isEqualTo("\"x\\\"y\"");
  }

  @Test
  void placesAreRightWhereverTheTextBreaks() {
    for (int padding = 3900; padding < 4100; padding++) {
      String text = "{\"pad\":\"" + "x".repeat(padding) + "\",\"name\":-12345,\"b\":1}";
      MappingValue root = (MappingValue) read(text).roots().get(0);

      assertThat(stretch(root.keyLocation("name"))).isEqualTo("\"name\"");
      assertThat(stretch(root.get("name").location())).isEqualTo("-12345");
    }
  }

  @Test
  void namesMayBeMany() {
    String text = IntStream.range(0, 70_000)
        .mapToObj(i -> "\"name-" + i + "\": " + i)
        .collect(Collectors.joining(", ", "{", "}"));

    MappingValue tree = (MappingValue) Value.parseJson(Source.of("t", text));

    assertThat(tree.size()).isEqualTo(70_000);
    assertThat(tree.get("name-69999")).isEqualTo(ScalarValue.of(69_999));
    assertThat(tree.keyLocation("name-69999").startOffset())
        .isEqualTo(text.indexOf("\"name-69999\""));
  }

  @Test
  void numbersKeepTheirSpelling() {
    assertThat(documents("{\"a\":1.0,\"b\":1e400,\"c\":-0}"))
        .containsExactly("{\"a\":1.0,\"b\":1e400,\"c\":-0}");
  }

  @Test
  void theLastOfDuplicatesCounts() {
    Documents documents = read("{\"a\":{\"b\":1,\"b\":2}}");

    assertThat(json(documents)).containsExactly("{\"a\":{\"b\":2}}");
    Problem problem = documents.problems().get(0);
    assertThat(problem)
        .hasToString(
            "test.yaml:1:13: error: a.b: key \"b\" is already set in line 1; the last one counts"
                + " [duplicate-key]");
    assertThat(problem.related()).extracting(Location::toString).containsExactly("test.yaml:1:7");
  }

  @Test
  void afterTwoValuesWhatIsNoJsonIsAnError() {
    Documents documents = read("{\"a\":1}{\"b\":2}\nc: 3\n---\nd: 4\n");

    assertThat(json(documents)).containsExactly("{\"a\":1}", "{\"b\":2}");
    assertThat(problems(documents)).containsExactly("2:1 json-syntax");
  }

  @Test
  void afterOneValueWhatIsNoJsonIsYaml() {
    Documents documents = read("{\"a\":1}\nc: 3\n---\nd: 4\n");

    assertThat(json(documents)).containsExactly("{\"a\":1}", "{\"c\":3}", "{\"d\":4}");
    assertThat(documents.problems()).isEmpty();
  }

  @Test
  void yamlInBracesIsNotTakenForJson() {
    Documents documents = read("{a: 1, b: [x]}\n---\n{c: 2}\n");

    assertThat(json(documents)).containsExactly("{\"a\":1,\"b\":[\"x\"]}", "{\"c\":2}");
    assertThat(documents.problems()).isEmpty();
  }

  @Test
  void duplicatesAreReportedOnceIfJsonTurnsOutToBeYaml() {
    assertThat(problems("{\"a\": 1, \"a\": 2, b: 3}")).containsExactly("1:10 duplicate-key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": 1,, } | 1:9 json-syntax",
        "{\"a\": \"\\x\"} | 1:9 json-syntax",
        "{\"a\": 1 | 1:8 json-syntax",
        "{{ .Values }} | 1:2 json-syntax",
      })
  void whatIsNeitherIsReportedAsJson(String text, String problem) {
    assertThat(problems(text.strip())).containsExactly(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1} 0o17", "{\"a\":1}0o17", "{\"a\":1}\n0x1F"})
  void numbersEndWhereGoEndsThem(String text) {
    Documents documents = read(text);

    assertThat(json(documents)).containsExactly("{\"a\":1}", "0");
    assertThat(documents.problems()).extracting(Problem::code).containsExactly("json-syntax");
  }

  @Test
  void halvesOfPairsInEscapesBecomeTheReplacementCharacter() {
    assertThat(documents("{\"a\":\"\\ud83d\\ude00 \\ud83d\"}"))
        .containsExactly("{\"a\":\"😀 \ufffd\"}");
  }

  @Test
  void bytesThatAreNoUtf8AreReportedInJsonToo() {
    byte[] bytes = {'{', '"', 'a', '"', ':', '"', (byte) 0xff, '"', '}', '{', '}'};

    Documents documents = Documents.read(Source.of("x.json", bytes), Limits.DEFAULT);

    assertThat(json(documents)).containsExactly("{}");
    assertThat(problems(documents)).containsExactly("1:7 encoding");
  }

  @Test
  void limitsSkipAValueAndGoOn() {
    Limits limits = Limits.DEFAULT.withDepth(2).withDocumentSize(20);

    Documents documents =
        read("{\"a\":[[1]]} {\"b\":1} {\"c\":\"" + "x".repeat(30) + "\"} {\"d\":1}", limits);

    assertThat(json(documents)).containsExactly("{\"b\":1}", "{\"d\":1}");
    assertThat(problems(documents)).containsExactly("1:7 limit-depth", "1:21 limit-document-size");
  }

  @Test
  void listsMayBeLargerThanADocument() {
    Limits limits = Limits.DEFAULT.withDocumentSize(20);

    assertThat(read("{\"kind\":\"PodList\",\"items\":[{},{}]}", limits).problems())
        .isEmpty();
  }

  @Test
  void bottomlessJsonIsOneProblem() {
    Documents documents = read("{\"a\":" + "[".repeat(100_000));

    assertThat(documents.roots()).isEmpty();
    assertThat(documents.problems()).extracting(Problem::code).containsExactly("limit-depth");
  }

  @Test
  void itemsOfListsCountAsDocuments() {
    Limits limits = Limits.DEFAULT.withDocuments(3);

    Documents documents = read("{\"kind\":\"List\",\"items\":[{},{}]}{}{}{}", limits);

    assertThat(documents.roots()).hasSize(2);
    assertThat(problems(documents)).containsExactly("1:34 limit-documents");
  }

  @Test
  void nodesAndCharactersAreLimited() {
    assertThat(problems(read("{\"a\":[1,2,3]}", Limits.DEFAULT.withNodes(3))))
        .containsExactly("1:9 limit-nodes");
    assertThat(problems(read("{\"a\":1}", Limits.DEFAULT.withStreamSize(6))))
        .containsExactly("1:1 limit-stream-size");
  }
}
