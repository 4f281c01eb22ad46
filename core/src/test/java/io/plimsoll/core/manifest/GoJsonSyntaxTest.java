package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoJsonSyntaxTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "[]", " null ", "-0.5e+1", "\"\\u00e9\\n\"", "{\"a\":[1,{}]}", "[[],[]]"})
  void findsNothingInJson(String text) {
    assertThat(GoText.jsonSyntaxError(text)).isEmpty();
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      `` | unexpected end of JSON input
      { | unexpected end of JSON input
      {"a" | unexpected end of JSON input
      "a | unexpected end of JSON input
      - | invalid character ' ' in numeric literal
      1. | invalid character ' ' after decimal point in numeric literal
      tru | invalid character ' ' in literal true (expecting 'e')
      "\\u12 | invalid character ' ' in \\u hexadecimal character escape
      a | invalid character 'a' looking for beginning of value
      [,] | invalid character ',' looking for beginning of value
      [1,] | invalid character ']' looking for beginning of value
      {,} | invalid character ',' looking for beginning of object key string
      {"a":1,} | invalid character '}' looking for beginning of object key string
      {"a"} | invalid character '}' after object key
      {"a":1] | invalid character ']' after object key:value pair
      [1} | invalid character '}' after array element
      {} x | invalid character 'x' after top-level value
      01 | invalid character '1' after top-level value
      -a | invalid character 'a' in numeric literal
      1.x | invalid character 'x' after decimal point in numeric literal
      1e+x | invalid character 'x' in exponent of numeric literal
      nul! | invalid character '!' in literal null (expecting 'l')
      "\\x" | invalid character 'x' in string escape code
      "\\u00g0" | invalid character 'g' in \\u hexadecimal character escape
      {'a':1} | invalid character '\\'' looking for beginning of object key string
      [1"2"] | invalid character '"' after array element
      é | invalid character 'Ã' looking for beginning of value
      """)
  void saysWhatGoSays(String text, String expected) {
    assertThat(GoText.jsonSyntaxError(text)).contains(expected);
  }

  @Test
  void controlCharactersHaveNoPlaceInStrings() {
    assertThat(GoText.jsonSyntaxError("\"a\nb\""))
        .contains("invalid character '\\n' in string literal");
  }

  @Test
  void depthHasALimit() {
    assertThat(GoText.jsonSyntaxError("[".repeat(10_001))).contains("exceeded max depth");
    assertThat(GoText.jsonSyntaxError("[".repeat(10_000) + "]".repeat(10_000))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", " {\"a\": [1, -0.5e+3, true, null, \"\\u00e9\"]} ", "null"})
  void objectsAndNullAreDecodedIntoMaps(String json) {
    assertThat(GoText.jsonObjectError(json.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {"a" | unexpected end of JSON input
      nul! | invalid character '!' in literal null (expecting 'l')
      [] | json: cannot unmarshal array into Go value of type map[string]interface {}
      1 | json: cannot unmarshal number into Go value of type map[string]interface {}
      -1 | json: cannot unmarshal number into Go value of type map[string]interface {}
      "a" | json: cannot unmarshal string into Go value of type map[string]interface {}
      true | json: cannot unmarshal bool into Go value of type map[string]interface {}
      """)
  void othersAreNot(String json, String error) {
    assertThat(GoText.jsonObjectError(json.getBytes(StandardCharsets.UTF_8))).contains(error);
  }
}
