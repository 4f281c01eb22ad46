package io.plimsoll.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.model.Fields;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationDecoderTest {

  private static final ConfigurationDecoder DECODER = new ConfigurationDecoder(
      "config.example.com",
      Set.of("v1", "v2"),
      "Config",
      Map.of(
          "Config",
          Map.of(
              "name", "string", "enabled", "bool", "count", "int", "any", "map", "parts", "[]Part"),
          "Part",
          Map.of("names", "[]string")));

  private static Fields decode(String yaml) {
    return DECODER.decode(Source.of("config.yaml", yaml));
  }

  @Test
  void whatFitsIsRead() {
    Fields fields = decode("""
        apiVersion: config.example.com/v2
        kind: Config
        name: x
        enabled: true
        count: 3
        any: {whatever: [1]}
        parts: [{names: [a]}, null, {}]
        """);

    assertThat(fields.text("name")).isEqualTo("x");
    assertThat(
            decode("{\"apiVersion\":\"config.example.com/v1\",\"kind\":\"Config\",\"parts\":null}")
                .names())
        .containsExactly("apiVersion", "kind", "parts");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      name: 1 | json: cannot unmarshal number into Go struct field Config.name of type string
      enabled: "true" | json: cannot unmarshal string into Go struct field Config.enabled of type bool
      count: x | json: cannot unmarshal string into Go struct field Config.count of type int
      any: [] | json: cannot unmarshal array into Go struct field Config.any of type map
      parts: [1] | json: cannot unmarshal number into Go struct field Config.parts[0] of type Part
      parts: [{names: [[]]}] | json: cannot unmarshal array into Go struct field Config.parts[0].names[0] of type string
      more: 1, parts: [{kind: x}] | strict decoding error: unknown field "more", unknown field "parts[0].kind"
      """)
  void whatDoesNotIsRefused(String fields, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> decode("{apiVersion: config.example.com/v1, kind: Config, " + fields + "}"))
        .withMessage(message);
  }

  @Test
  void aFieldMayNotOccurTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> decode("apiVersion: config.example.com/v1\nkind: Config\nname: a\nname: b"))
        .withMessageStartingWith("strict decoding error: ")
        .withMessageContaining("name");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {kind: Config} | Object 'apiVersion' is missing in '{"kind":"Config"}'
      {apiVersion: config.example.com/v1} | Object 'Kind' is missing in '{"apiVersion":"config.example.com/v1"}'
      {apiVersion: config.example.com/v3, kind: Config} | no kind "Config" is registered for version "config.example.com/v3"
      {apiVersion: v1, kind: Pod} | no kind "Pod" is registered for version "v1"
      {apiVersion: a/b/c, kind: Config} | unexpected GroupVersion string: a/b/c
      {apiVersion: v1, kind: [x]} | couldn't get version/kind; json parse error: json: cannot unmarshal array into Go struct field .kind of type string
      text | couldn't get version/kind; json parse error: json: cannot unmarshal string into Go value
      """)
  void otherKindsAreRefusedFirst(String yaml, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> decode(yaml)).withMessage(message);
  }
}
