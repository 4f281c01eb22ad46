package io.plimsoll.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.schema.FieldType.ListOf;
import io.plimsoll.core.schema.FieldType.MapOf;
import io.plimsoll.core.schema.FieldType.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StrictCheckProperties {

  private static final Map<Scalar, List<Value>> VALUES = Map.ofEntries(
      Map.entry(Scalar.STRING, List.of(ScalarValue.of(""), ScalarValue.of("text"))),
      Map.entry(Scalar.BOOLEAN, List.of(ScalarValue.of(true), ScalarValue.of(false))),
      Map.entry(
          Scalar.INT32,
          List.of(ScalarValue.of(Integer.MIN_VALUE), ScalarValue.of(Integer.MAX_VALUE))),
      Map.entry(
          Scalar.INT64, List.of(ScalarValue.of(Long.MIN_VALUE), ScalarValue.of(Long.MAX_VALUE))),
      Map.entry(Scalar.NUMBER, List.of(ScalarValue.number("1.5e300"), ScalarValue.of(0))),
      Map.entry(Scalar.QUANTITY, List.of(ScalarValue.of("128Mi"), ScalarValue.number("0.5"))),
      Map.entry(Scalar.INT_OR_STRING, List.of(ScalarValue.of(80), ScalarValue.of("http"))),
      Map.entry(Scalar.TIME, List.of(ScalarValue.of("2026-01-31T12:00:00Z"))),
      Map.entry(Scalar.MICROTIME, List.of(ScalarValue.of("2026-01-31T12:00:00.000000Z"))),
      Map.entry(Scalar.BYTES, List.of(ScalarValue.of("aGk="))),
      Map.entry(
          Scalar.ANY,
          List.of(
              ScalarValue.of(1), MappingValue.empty(), Value.from(List.of(Map.of("any", "x"))))));

  @Example
  void eachFieldOfEachTypeIsReachedAndTakesItsValues() {
    for (ObjectType type : Schema.kubernetes().types()) {
      for (Field field : type.fields()) {
        assertThat(type.field(field.name())).contains(field);
        for (Value value : valuesOf(field.type())) {
          Value object = MappingValue.of(Map.of(field.name(), value));
          assertThat(StrictCheck.kubernetes().checkFields(object, type)).isEmpty();
        }
      }
    }
  }

  @Example
  void eachFieldButThoseOfAnyTypeRefusesSomeValue() {
    Value list = Value.from(List.of(List.of("x")));
    Value object = Value.from(Map.of("\u0000", Map.of("\u0000", "x")));
    for (ObjectType type : Schema.kubernetes().types()) {
      for (Field field : type.fields()) {
        boolean any = field.type().toString().endsWith(Scalar.ANY.toString());
        List<Problem> problems = Stream.of(list, object)
            .map(value -> MappingValue.of(Map.of(field.name(), value)))
            .flatMap(value -> StrictCheck.kubernetes().checkFields(value, type).stream())
            .toList();
        assertThat(any || !problems.isEmpty()).as(type + " " + field.name()).isTrue();
      }
    }
  }

  @Property(tries = 200)
  void wholeObjectsOfATypeAreAccepted(@ForAll("types") ObjectType type, @ForAll Random random) {
    Value object = random(type, random, 6);

    assertThat(StrictCheck.kubernetes().checkFields(object, type)).isEmpty();
  }

  @Property(tries = 200)
  void aFieldTooManyIsTheOneProblem(@ForAll("types") ObjectType type, @ForAll Random random) {
    MappingValue object = random(type, random, 4).with("no such field", ScalarValue.of(1));

    assertThat(StrictCheck.kubernetes().checkFields(object, type))
        .extracting(problem -> problem.path() + " " + problem.code())
        .containsExactly("no such field unknown-field");
  }

  /** What decodes at once is what has no problem. */
  @Property(tries = 2000)
  void onlyWhatHasNoProblemFits(
      @ForAll("types") ObjectType type, @ForAll Random random, @ForAll boolean broken) {
    MappingValue object = random(type, random, 4);
    if (broken && object.size() > 0) {
      List<Value> odd = VALUES.values().stream().flatMap(List::stream).toList();
      Value other = odd.get(random.nextInt(odd.size()));
      object = object.with(object.key(random.nextInt(object.size())), other);
    }

    boolean fine = StrictCheck.kubernetes().checkFields(object, type).isEmpty();
    Optional<MappingValue> expected =
        fine ? Optional.of(WireForm.decode(object, type)) : Optional.empty();
    assertThat(WireForm.decodeFitting(object, type)).isEqualTo(expected);
  }

  @Provide
  Arbitrary<ObjectType> types() {
    return Arbitraries.of(Schema.kubernetes().types());
  }

  private static List<Value> valuesOf(FieldType type) {
    List<Value> values = new ArrayList<>(List.of(ScalarValue.ofNull()));
    if (type instanceof ListOf list) {
      values.add(SequenceValue.of(valuesOf(list.items())));
    } else if (type instanceof MapOf map) {
      valuesOf(map.values()).forEach(value -> values.add(MappingValue.of(Map.of("key", value))));
    } else if (type instanceof ObjectType) {
      values.add(MappingValue.empty());
    } else {
      values.addAll(VALUES.get(type));
    }
    return values;
  }

  private static MappingValue random(ObjectType type, Random random, int depth) {
    Map<String, Value> entries = new LinkedHashMap<>();
    for (Field field : type.fields()) {
      if (random.nextInt(4) > 0) {
        entries.put(field.name(), random(field.type(), random, depth - 1));
      }
    }
    return MappingValue.of(entries);
  }

  private static Value random(FieldType type, Random random, int depth) {
    if (depth == 0) {
      return ScalarValue.ofNull();
    }
    if (type instanceof ListOf list) {
      return SequenceValue.of(List.of(random(list.items(), random, depth)));
    }
    if (type instanceof MapOf map) {
      return MappingValue.of(Map.of("key", random(map.values(), random, depth)));
    }
    if (type instanceof ObjectType object) {
      return random(object, random, depth);
    }
    List<Value> values = VALUES.get(type);
    return values.get(random.nextInt(values.size()));
  }
}
