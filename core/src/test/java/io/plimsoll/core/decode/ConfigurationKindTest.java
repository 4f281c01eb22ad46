package io.plimsoll.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.schema.Field;
import io.plimsoll.core.schema.FieldType.ListOf;
import io.plimsoll.core.schema.FieldType.MapOf;
import io.plimsoll.core.schema.FieldType.Scalar;
import io.plimsoll.core.schema.ObjectType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationKindTest {

  private static final ConfigurationKind KIND = new ConfigurationKind(
      "Settings",
      List.of("example.com/v1"),
      ObjectType.of(
          "Settings",
          List.of(
              Field.of("apiVersion", Scalar.STRING),
              Field.of("kind", Scalar.STRING),
              Field.of("count", Scalar.INT32),
              Field.of("enabled", Scalar.BOOLEAN),
              Field.of("labels", new MapOf(Scalar.STRING)),
              Field.of("any", Scalar.ANY),
              Field.of(
                  "items",
                  new ListOf(ObjectType.of("Item", List.of(Field.of("name", Scalar.STRING))))))));

  private static final String HEADER = "apiVersion: example.com/v1\nkind: Settings\n";

  @Test
  void aFileThatFitsIsDecoded() {
    ConfigurationDecoding decoding = KIND.decode(
        "s.yaml",
        HEADER
            + "count: 3\nenabled: true\nlabels: {a: b}\nany: {x: [1]}\nitems: [{name: a}, null]\n");

    assertThat(decoding.isFine()).isTrue();
    assertThat(decoding.tree().get("count")).hasToString("3");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      count: x             | json: cannot unmarshal string into Go struct field Settings.count of type int32
      count: 1.5           | json: cannot unmarshal number 1.5 into Go struct field Settings.count of type int32
      `enabled: "true"`    | json: cannot unmarshal string into Go struct field Settings.enabled of type bool
      labels: {a: 1}       | json: cannot unmarshal number into Go struct field Settings.labels of type string
      labels: []           | json: cannot unmarshal array into Go struct field Settings.labels of type map[string]string
      items: {}            | json: cannot unmarshal object into Go struct field Settings.items of type []v1.Item
      items: [{name: []}]  | json: cannot unmarshal array into Go struct field Item.items.name of type string
      items: [{nam: a}]    | strict decoding error: unknown field "items[0].nam"
      """)
  void whatDoesNotFitIsNamed(String rest, String message) {
    ConfigurationDecoding decoding = KIND.decode("s.yaml", HEADER + rest);

    assertThat(decoding.message()).isEqualTo(message);
    assertThat(decoding.problems())
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem.place()).isPresent());
  }

  @Test
  void duplicateKeysComeBeforeUnknownFields() {
    ConfigurationDecoding decoding = KIND.decode("s.yaml", HEADER + "count: 1\ncount: 2\nx: 1\n");

    assertThat(decoding.message())
        .isEqualTo(
            "strict decoding error: yaml: unmarshal errors:\n  line 4: key \"count\" already set in map,"
                + " unknown field \"x\"");
  }

  @Test
  void aTextThatIsNoYamlIsRefused() {
    ConfigurationDecoding decoding = KIND.decode("s.yaml", "a: [");

    assertThat(decoding.message()).isEqualTo("yaml: line 1: did not find expected node content");
    assertThat(decoding.problems()).extracting(Problem::code).hasSize(1);
  }

  @Test
  void aTextThatBeginsWithABraceIsJson() {
    ConfigurationDecoding decoding = KIND.decode("s.json", " {kind: Settings}");

    assertThat(decoding.message())
        .isEqualTo("couldn't get version/kind; json parse error: invalid character 'k' looking for"
            + " beginning of object key string");
    assertThat(decoding.problems()).singleElement().extracting(Problem::place).isNotNull();
  }

  @Test
  void aTextWithoutKindIsShownAsItIsWritten() {
    String text = "apiVersion: example.com/v1\nkind: null\n";

    assertThat(KIND.decode("s.yaml", text).message())
        .isEqualTo("Object 'Kind' is missing in '" + text + "'");
    assertThat(KIND.decode("s.yaml", "kind: Settings").message())
        .isEqualTo("Object 'apiVersion' is missing in 'kind: Settings'");
  }

  @Test
  void unknownFieldsOfYamlAreOrderedByNameAndThoseOfJsonAreNot() {
    assertThat(KIND.decode("s.yaml", HEADER + "b: 1\na: 1\n").message())
        .isEqualTo("strict decoding error: unknown field \"a\", unknown field \"b\"");
    assertThat(KIND.decode(
                "s.json",
                "{\"apiVersion\":\"example.com/v1\",\"kind\":\"Settings\",\"y\":1,\"x\":1,\"count\":1,\"count\":2}")
            .message())
        .isEqualTo(
            "strict decoding error: unknown field \"y\", unknown field \"x\", duplicate field"
                + " \"count\"");
  }
}
