package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTest {

  @Test
  void namesThatAreSetAgainAreKept() {
    Body body = Body.readJson(Source.of("x", "{\"a\":{\"b\":1,\"b\":2,\"b\":3}}"), Limits.DEFAULT);

    assertThat(body.root()).get().hasToString("{\"a\":{\"b\":3}}");
    assertThat(body.repeats())
        .extracting(Body.Repeat::name, repeat -> repeat.value().toString(), Body.Repeat::mapping)
        .containsExactly(tuple("b", "1", 5), tuple("b", "2", 5));
  }

  @Test
  void whatIsEmptyOrNullHasNoRoot() {
    assertThat(Body.readJson(Source.of("x", "null"), Limits.DEFAULT))
        .isEqualTo(Body.readYaml(Source.of("x", ""), Limits.DEFAULT))
        .extracting(Body::error)
        .isEqualTo("");
  }

  @Test
  void mergesOfYamlSetNamesAgain() {
    Body body = yaml("x: &x\n  a: 1\ny:\n  a: 2\n  <<: *x\n  a: 3\n");

    assertThat(body.repeats()).extracting(Body.Repeat::line).containsExactly(2, 6);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      a: b: c | yaml: mapping values are not allowed in this context
      a: *b | yaml: unknown anchor 'b' referenced
      a: .inf | json: unsupported value: +Inf
      a: [-.inf] | json: unsupported value: -Inf
      a: .NaN | json: unsupported value: NaN
      a: !!int x | yaml: cannot decode !!str `x` as a !!int
      a: !!binary x | yaml: !!binary value contains invalid base64 data
      a: {<<: 1} | yaml: map merge requires map or sequence of maps as the value
      a: &a [*a] | yaml: anchor 'a' value contains itself
      [a | yaml: line 1: did not find expected ',' or ']'
      "\\ud800" | yaml: found invalid Unicode character escape code
      """)
  void saysOfYamlWhatGoSays(String text, String error) {
    assertThat(yaml(text)).isEqualTo(Body.refused(error));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      a: 1\\n\\tb: 2 | yaml: line 2: found a tab character that violates indentation
      a:\\n\\tb: 2 | yaml: line 2: found character that cannot start any token
      a:\\nb | yaml: line 3: could not find expected ':'
      a: 1\\n b: 2 | yaml: line 2: mapping values are not allowed in this context
      a:\\n  b: 1\\n c: 2 | yaml: line 2: did not find expected key
      - a\\nb: 1 | yaml: line 1: did not find expected '-' indicator
      %YAML 1.2\\n---\\na: 1 | yaml: found incompatible YAML document
      a: 'x\\n | yaml: line 2: found unexpected end of stream
      a: "\\n\\q" | yaml: line 2: found unknown escape character
      """)
  void namesTheLineAsGoDoes(String text, String error) {
    String lines = text.replace("\\n", "\n").replace("\\t", "\t");

    assertThat(yaml(lines)).isEqualTo(Body.refused(error));
  }

  private static Body yaml(String text) {
    return Body.readYaml(Source.of("x", text), Limits.DEFAULT);
  }
}
