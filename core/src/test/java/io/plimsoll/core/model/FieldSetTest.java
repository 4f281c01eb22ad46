package io.plimsoll.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FieldSetTest {

  private static final FieldSet FIELDS = FieldSet.of("a", "b");

  @Test
  void objectsWithAnyOfTheFieldsHaveThem() {
    for (int again = 0; again < 2; again++) {
      assertThat(FIELDS.isAnyIn(object("x", "b"))).isTrue();
      assertThat(FIELDS.isAnyIn(object("a"))).isTrue();
      assertThat(FIELDS.isAnyIn(object("x", "ab"))).isFalse();
      assertThat(FIELDS.isAnyIn(MappingValue.empty())).isFalse();
    }
  }

  @Test
  void objectsWithOtherFieldsAreToldFromThoseWithout() {
    for (int again = 0; again < 2; again++) {
      assertThat(FIELDS.containsAllOf(object("b", "a"))).isTrue();
      assertThat(FIELDS.containsAllOf(object("a"))).isTrue();
      assertThat(FIELDS.containsAllOf(MappingValue.empty())).isTrue();
      assertThat(FIELDS.containsAllOf(object("a", "x"))).isFalse();
    }
  }

  @Test
  void answersOfOtherNamesDoNotDriveOutTheRightOnes() {
    for (int i = 0; i < 1000; i++) {
      assertThat(FIELDS.isAnyIn(object("x" + i, "y"))).isFalse();
      assertThat(FIELDS.isAnyIn(object("x" + i, "a"))).isTrue();
    }
  }

  @Test
  void manyNamesThatNobodySharesAreLookedAt() {
    String[] many = IntStream.range(0, 100).mapToObj(i -> "x" + i).toArray(String[]::new);
    assertThat(FIELDS.isAnyIn(object(many))).isFalse();
    many[50] = "a";
    assertThat(FIELDS.isAnyIn(object(many))).isTrue();
  }

  private static MappingValue object(String... names) {
    Map<String, ScalarValue> entries = new LinkedHashMap<>();
    List.of(names).forEach(name -> entries.put(name, ScalarValue.ofNull()));
    return MappingValue.of(entries);
  }
}
