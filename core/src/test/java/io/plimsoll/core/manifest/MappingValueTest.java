package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingValueTest {

  private static final ScalarValue NEW = ScalarValue.of("new");

  private final MappingValue read =
      (MappingValue) Value.parseJson(Source.of("m.json", "{\"a\": 1,\n \"b\": 2,\n \"c\": 3}"));

  @Test
  void withReplacesInPlaceAndKeepsWhereKeysStand() {
    MappingValue changed = read.with("b", NEW);

    assertThat(changed.keys()).containsExactly("a", "b", "c");
    assertThat(changed.get("b")).isSameAs(NEW);
    assertThat(changed.keyLocation("b")).hasToString("m.json:2:2");
    assertThat(changed.location()).isEqualTo(read.location());
    assertThat(read.get("b")).isEqualTo(ScalarValue.of(2));
  }

  @Test
  void withAddsAtTheEndAndTheNewKeyStandsWhereTheMappingDoes() {
    MappingValue changed = read.with("d", NEW).with("e", NEW);

    assertThat(changed.keys()).containsExactly("a", "b", "c", "d", "e");
    assertThat(changed.keyLocation("c")).hasToString("m.json:3:2");
    assertThat(changed.keyLocation("d")).isEqualTo(read.location());
    assertThat(changed.keyLocation("e")).isEqualTo(read.location());
  }

  @Test
  void otherEntriesKeepThePlacesOfThoseThatStay() {
    Map<String, Value> entries = read.toMap();
    entries.remove("a");
    entries.put("d", NEW);

    MappingValue changed = read.withEntries(entries);

    assertThat(changed.keys()).containsExactly("b", "c", "d");
    assertThat(changed.keyLocation("b")).hasToString("m.json:2:2");
    assertThat(changed.keyLocation("d")).isEqualTo(read.location());
  }

  @Test
  void otherValuesKeepThePlacesOfTheirNames() {
    Value[] values = read.values();
    values[0] = null;
    values[2] = NEW;

    MappingValue changed = read.withValues(values);

    assertThat(changed.keys()).containsExactly("b", "c");
    assertThat(changed.get("a")).isNull();
    assertThat(changed.get("c")).isSameAs(NEW);
    assertThat(changed.keyLocation("b")).hasToString("m.json:2:2");
    assertThat(read.withValues(read.values())).isSameAs(read);
  }

  @Test
  void valuesAreChangedOrTakenAway() {
    ScalarValue two = ScalarValue.of(2);

    MappingValue changed = read.map(value -> value.equals(two) ? null : NEW);

    assertThat(changed.keys()).containsExactly("a", "c");
    assertThat(changed.get("c")).isSameAs(NEW);
    assertThat(read.map(value -> value)).isSameAs(read);
  }

  @Test
  void withoutTakesTheKeyAndItsPlaceAway() {
    MappingValue changed = read.without("a");

    assertThat(changed.keys()).containsExactly("b", "c");
    assertThat(changed.get("a")).isNull();
    assertThat(changed.keyLocation("b")).hasToString("m.json:2:2");
    assertThat(changed.keyLocation("c")).hasToString("m.json:3:2");
    assertThat(changed.keyLocation(1)).hasToString("m.json:3:2");
  }

  @Test
  void placesSurviveAnAdditionAndALaterRemoval() {
    MappingValue changed = read.with("d", NEW).without("b");

    assertThat(changed.keys()).containsExactly("a", "c", "d");
    assertThat(changed.keyLocation("c")).hasToString("m.json:3:2");
    assertThat(changed.keyLocation("d")).isEqualTo(read.location());
  }

  @Test
  void withoutAnAbsentKeyIsTheSameMapping() {
    assertThat(read.without("x")).isSameAs(read);
  }

  @Test
  void aMappingMadeWithoutATextStandsNowhere() {
    MappingValue made = MappingValue.empty().with("a", NEW).with("b", NEW).without("a");

    assertThat(made).isEqualTo(MappingValue.of(Map.of("b", NEW)));
    assertThat(made.location()).isNull();
    assertThat(made.keyLocation("b")).isNull();
    assertThat(made.keyLocation("x")).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 11, 12, 13, 100})
  void keysAreFoundInMappingsOfEverySize(int size) {
    Map<String, Value> entries = new LinkedHashMap<>();
    IntStream.range(0, size).forEach(i -> entries.put("key" + i, ScalarValue.of(i)));

    MappingValue mapping = MappingValue.of(entries);

    assertThat(mapping.size()).isEqualTo(size);
    assertThat(mapping.keys()).containsExactlyElementsOf(entries.keySet());
    entries.forEach((key, value) -> assertThat(mapping.get(key)).isEqualTo(value));
    assertThat(mapping.get("key" + size)).isNull();
  }

  @Test
  void theOrderOfKeysDoesNotCountForEquality() {
    MappingValue ab = MappingValue.empty().with("a", NEW).with("b", ScalarValue.of(1));
    MappingValue ba = MappingValue.empty().with("b", ScalarValue.of(1)).with("a", NEW);

    assertThat(ab).isEqualTo(ba).hasSameHashCodeAs(ba).isNotEqualTo(ab.without("a"));
    assertThat(ab).isNotEqualTo(ab.with("b", NEW));
  }

  @Test
  void aListWithOtherItemsStaysWhereItWas() {
    SequenceValue list = (SequenceValue) Value.parseJson(Source.of("l.json", "[1, 2]"));

    SequenceValue changed = list.withItems(List.of(NEW));

    assertThat(changed.items()).containsExactly(NEW);
    assertThat(changed.location()).isEqualTo(list.location());
    assertThat(list.size()).isEqualTo(2);
  }
}
