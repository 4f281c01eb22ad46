package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTest {

  static Stream<Arguments> plainValues() {
    return Stream.of(
        Arguments.of(null, "null"),
        Arguments.of("text", "\"text\""),
        Arguments.of(CharBuffer.wrap("text"), "\"text\""),
        Arguments.of(true, "true"),
        Arguments.of(7, "7"),
        Arguments.of((byte) -7, "-7"),
        Arguments.of((short) 7, "7"),
        Arguments.of(Long.MIN_VALUE, "-9223372036854775808"),
        Arguments.of(new BigInteger("99999999999999999999"), "99999999999999999999"),
        Arguments.of(new BigDecimal("1.50"), "1.50"),
        Arguments.of(0.5, "0.5"),
        Arguments.of(1.5f, "1.5"),
        Arguments.of(List.of(1, "a"), "[1,\"a\"]"),
        Arguments.of(Map.of("a", List.of(Map.of())), "{\"a\":[{}]}"),
        Arguments.of(ScalarValue.of(1), "1"));
  }

  @ParameterizedTest
  @MethodSource("plainValues")
  void plainObjectsBecomeTrees(Object plain, String json) {
    Value value = Value.from(plain);

    assertThat(value).hasToString(json);
    assertThat(value.location()).isNull();
  }

  @Test
  void aMapKeepsItsOrder() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("z", 1);
    map.put("a", null);

    assertThat(Value.from(map)).hasToString("{\"z\":1,\"a\":null}");
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(Double.NaN, "not a JSON number: \"NaN\""),
        Arguments.of(Float.POSITIVE_INFINITY, "not a JSON number: \"Infinity\""),
        Arguments.of(Map.of(1, 2), "not a string key: \"1\""),
        Arguments.of('c', "not a value of a manifest: \"java.lang.Character\""));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatNoManifestCanHoldIsRefused(Object plain, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Value.from(List.of(plain)))
        .withMessage(message);
  }

  @Test
  void aListThatHoldsItselfIsRefused() {
    List<Object> endless = new ArrayList<>();
    endless.add(endless);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Value.from(endless))
        .withMessage("nested deeper than \"100\" levels");
  }

  @Test
  void equalityIgnoresPlacesAndTheOrderOfKeys() {
    Value read = Value.parseJson(Source.of("a.json", "{\"a\": [1, true], \"b\": null}"));
    Value other = Value.parseJson(Source.of("b.json", "{\"b\":null,\"a\":[1,true]}"));

    assertThat(read).isEqualTo(other).hasSameHashCodeAs(other);
  }

  @ParameterizedTest
  @CsvSource({"1,1.0", "1,1e0", "100,1E2", "0,-0.0", "0.10,0.1"})
  void numbersAreEqualWhenTheirValuesAre(String a, String b) {
    assertThat(ScalarValue.number(a))
        .isEqualTo(ScalarValue.number(b))
        .hasSameHashCodeAs(ScalarValue.number(b));
  }

  @Test
  void hugeNumbersAreComparedByTheirSpellingOnly() {
    assertThat(ScalarValue.number("1e999999999")).isEqualTo(ScalarValue.number("1e999999999"));
    assertThat(ScalarValue.number("1e999999999")).isNotEqualTo(ScalarValue.number("10e999999998"));
  }

  @Test
  void valuesOfDifferentKindsDiffer() {
    List<Value> values = List.of(
        ScalarValue.of("1"),
        ScalarValue.of(1),
        ScalarValue.of("true"),
        ScalarValue.of(true),
        ScalarValue.of("null"),
        ScalarValue.ofNull(),
        SequenceValue.of(List.of()),
        MappingValue.empty());

    assertThat(values).doesNotHaveDuplicates();
    assertThat(values.stream().filter(Value::isNull)).containsExactly(ScalarValue.ofNull());
    assertThat(values.stream().map(Value::typeName))
        .containsExactly("string", "number", "string", "bool", "string", "null", "array", "object");
  }

  @ParameterizedTest
  @CsvSource({"01", "+1", "1.", ".5", "1e", "0x1", "''", "-", "'1 '", "NaN"})
  void aTextThatIsNoJsonNumberIsRefused(String literal) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScalarValue.number(literal))
        .withMessage("not a JSON number: \"" + literal + "\"");
  }

  @Test
  void theNodesOfAJsonTextStandInIt() {
    MappingValue tree =
        (MappingValue) Value.parseJson(Source.of("a.json", "{\n  \"a\": [1, \"x\"]\n}"));

    SequenceValue list = (SequenceValue) Objects.requireNonNull(tree.get("a"));

    assertThat(tree.keyLocation("a")).hasToString("a.json:2:3");
    assertThat(list.location()).hasToString("a.json:2:8");
    assertThat(list.get(1).location()).hasToString("a.json:2:12");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''| t:1:1: error: unexpected end of the JSON text [json-syntax]",
        "{\"a\":1,\"a\":2}| t:1:8: error: a: key \"a\" is already set in line 1; the last one counts [duplicate-key]",
        "{\"a\":| t:1:6: error: unexpected end of the JSON text [json-syntax]",
        "[1] [2]| t:1:5: error: text after the JSON value [json-syntax]"
      })
  void aTextThatIsNotOneJsonValueIsRefusedWithThePlace(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Value.parseJson(Source.of("t", text)))
        .withMessage(message);
  }

  @Test
  void anyJsonValueIsATree() {
    assertThat(Value.parseJson(Source.of("t", " null ")).isNull()).isTrue();
    assertThat(Value.parseJson(Source.of("t", "\"x\""))).isEqualTo(ScalarValue.of("x"));
  }
}
