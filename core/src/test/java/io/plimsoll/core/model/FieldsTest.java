package io.plimsoll.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  private static final Fields ALL = fields("""
      {"string": "text", "empty": "", "bool": true, "int": 7, "long": 9223372036854775807,
       "fraction": 1.0, "tooLong": 9223372036854775808, "half": 0.5, "quantity": "1500m",
       "number": 2, "port": "http", "time": "2026-01-01T02:00:00.5+02:00", "noTime": "today",
       "null": null, "object": {"a": "x"}, "objects": [{"a": "x"}, null, 3],
       "strings": ["a", null, 1], "longs": [1, "2", 5000000000],
       "labels": {"z": "1", "a": null, "m": 2},
       "limits": {"memory": "1Gi", "cpu": 2, "bad": "1x", "none": null},
       "named": {"k": {"a": "x"}, "l": 1}}
      """);

  private static Fields fields(String json) {
    return Fields.of(Value.parseJson(Source.of("t", json)));
  }

  static Stream<Arguments> readers() {
    return Stream.of(
        reader(f -> f.string("x")),
        reader(f -> f.bool("x")),
        reader(f -> f.int32("x")),
        reader(f -> f.int64("x")),
        reader(f -> f.number("x")),
        reader(f -> f.quantity("x")),
        reader(f -> f.intOrString("x")),
        reader(f -> f.time("x")),
        reader(f -> f.object("x", Fields::tree)));
  }

  private static Arguments reader(Function<Fields, Object> read) {
    return Arguments.of(read);
  }

  @ParameterizedTest
  @MethodSource("readers")
  void anAbsentNullOrWrongFieldReadsAsAbsent(Function<Fields, Object> read) {
    assertThat(read.apply(fields("{}"))).isNull();
    assertThat(read.apply(fields("{\"x\": null}"))).isNull();
    assertThat(read.apply(fields("{\"x\": [1]}"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"x\": null}", "{\"x\": 1}", "{\"x\": \"y\"}", "[1]", "\"x\""})
  void collectionsOfAnotherTypeAreEmpty(String json) {
    Fields fields = fields(json);

    assertThat(fields.list("x", Fields::tree)).isEmpty();
    assertThat(fields.strings("x")).isEmpty();
    assertThat(fields.int64s("x")).isEmpty();
    assertThat(fields.int32s("x")).isEmpty();
    assertThat(fields.stringMap("x")).isEmpty();
    assertThat(fields.quantityMap("x")).isEmpty();
    assertThat(fields.objectMap("x", Fields::tree)).isEmpty();
  }

  @Test
  void scalarsAreReadByTheirType() {
    assertThat(ALL.string("string")).isEqualTo("text");
    assertThat(ALL.string("int")).isNull();
    assertThat(ALL.text("string")).isEqualTo("text");
    assertThat(ALL.text("absent")).isEmpty();
    assertThat(ALL.bool("bool")).isTrue();
    assertThat(ALL.bool("string")).isNull();
    assertThat(ALL.number("half")).isEqualByComparingTo(new BigDecimal("0.5"));
  }

  @Test
  void wholeNumbersMustFitAndHaveNoFraction() {
    assertThat(ALL.int32("int")).isEqualTo(7);
    assertThat(ALL.int32("long")).isNull();
    assertThat(ALL.int64("long")).isEqualTo(Long.MAX_VALUE);
    assertThat(ALL.int64("long", 1)).isEqualTo(Long.MAX_VALUE);
    assertThat(ALL.int64("int", 1)).isEqualTo(7);
    assertThat(fields("{\"x\": -12}").int64("x", 1)).isEqualTo(-12);
    assertThat(fields("{\"x\": 1234567890}").int64("x", 1)).isEqualTo(1234567890);
    assertThat(ALL.int64("tooLong", 1)).isEqualTo(1);
    assertThat(ALL.int64("fraction", 1)).isEqualTo(1);
    assertThat(ALL.int64("string", 1)).isEqualTo(1);
    assertThat(ALL.int64("absent", 1)).isEqualTo(1);
    assertThat(ALL.int64("tooLong")).isNull();
    assertThat(ALL.int64("fraction")).isNull();
    assertThat(fields("{\"n\": 999999999}").int32("n")).isEqualTo(999_999_999);
    assertThat(fields("{\"n\": 2147483648}").int64("n")).isEqualTo(2_147_483_648L);
    assertThat(fields("{\"n\": -12}").int64("n")).isEqualTo(-12);
    assertThat(fields("{\"n\": 1e3}").int64("n")).isNull();
    assertThat(ALL.int64("quantity")).isNull();
  }

  @Test
  void quantitiesAndPortsAreStringsOrNumbers() {
    assertThat(ALL.quantity("quantity")).isEqualTo(Quantity.parse("1500m"));
    assertThat(ALL.quantity("number")).isEqualTo(Quantity.parse("2"));
    assertThat(ALL.quantity("string")).isNull();
    assertThat(ALL.quantity("bool")).isNull();
    assertThat(ALL.intOrString("port")).isEqualTo(IntOrString.of("http"));
    assertThat(ALL.intOrString("number")).isEqualTo(IntOrString.of(2));
    assertThat(ALL.intOrString("half")).isNull();
  }

  @Test
  void timesAreReadWithTheirOffset() {
    assertThat(ALL.time("time")).isEqualTo(Instant.parse("2026-01-01T00:00:00.500Z"));
    assertThat(ALL.time("noTime")).isNull();
  }

  @Test
  void nullIsNotThere() {
    assertThat(ALL.has("empty")).isTrue();
    assertThat(ALL.has("null")).isFalse();
    assertThat(ALL.has("absent")).isFalse();
    assertThat(ALL.value("empty")).isEqualTo(ScalarValue.of(""));
    assertThat(ALL.value("null")).isNull();
    assertThat(ALL.value("absent")).isNull();
  }

  @Test
  void objectsAreDecoded() {
    assertThat(ALL.<String>object("object", o -> o.string("a"))).isEqualTo("x");
    assertThat(ALL.object("object", o -> o.text("a"), "none")).isEqualTo("x");
    assertThat(ALL.object("string", o -> o.text("a"), "none")).isEqualTo("none");
    assertThat(ALL.list("objects", o -> o.text("a"))).containsExactly("x", "", "");
    assertThat(ALL.objectMap("named", o -> o.text("a")))
        .containsExactly(entry("k", "x"), entry("l", ""));
  }

  @Test
  void itemsOfAnotherTypeAreTheirTypesZero() {
    assertThat(ALL.strings("strings")).containsExactly("a", "", "");
    assertThat(ALL.int64s("longs")).containsExactly(1L, 0L, 5_000_000_000L);
    assertThat(ALL.int32s("longs")).containsExactly(1, 0, 0);
  }

  @Test
  void mapsKeepTheirOrder() {
    assertThat(ALL.stringMap("labels"))
        .containsExactly(entry("z", "1"), entry("a", ""), entry("m", ""));
    assertThat(ALL.quantityMap("limits"))
        .containsExactly(entry("memory", Quantity.parse("1Gi")), entry("cpu", Quantity.parse("2")));
  }

  @Test
  void whatIsNoMappingHasNoFields() {
    assertThat(Fields.of(null).tree().size()).isZero();
    assertThat(Fields.of(ScalarValue.of("x")).has("a")).isFalse();
    assertThat(Fields.of(Value.from(List.of())).strings("a")).isEmpty();
  }
}
