package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeysTest {

  @Test
  void equalNamesAreOneInstance() {
    Keys keys = Keys.of(new String[] {"kind", "metadata", "left out"}, 2);

    assertThat(Keys.of(new String[] {"kind", "meta".concat("data")}, 2)).isSameAs(keys);
    assertThat(Keys.NONE.with("kind").with("metadata")).isSameAs(keys);
    assertThat(Keys.NONE.withAll(new String[] {"kind", "metadata"}, 2)).isSameAs(keys);
    assertThat(keys.isShared()).isTrue();
    assertThat(keys).containsExactly("kind", "metadata").isEqualTo(List.of("kind", "metadata"));
  }

  @Test
  void manyOrLongNamesAreNotKept() {
    Keys many = Keys.NONE;
    for (int i = 0; i < 25; i++) {
      assertThat(many.isShared()).isTrue();
      many = many.with("name-" + i);
    }

    assertThat(many.isShared()).isFalse();
    assertThat(many.with("one more").isShared()).isFalse();
    assertThat(Keys.NONE.with("x".repeat(48)).isShared()).isTrue();
    assertThat(Keys.NONE.with("x".repeat(49)).isShared()).isFalse();
  }

  @Test
  void twoThatAreAskedForInTurnStay() {
    // Whatever was there before, and whichever of all places the two belong to.
    for (int i = 0; i < 100_000; i++) {
      Keys.NONE.with("before-" + i);
    }
    for (int i = 0; i < 300; i++) {
      for (int j = 0; j < i; j++) {
        Keys.NONE.with("turn-" + i);
        Keys.NONE.with("turn-" + j);
        Keys one = Keys.NONE.with("turn-" + i);
        Keys other = Keys.NONE.with("turn-" + j);

        assertThat(Keys.NONE.with("turn-" + i)).isSameAs(one);
        assertThat(Keys.NONE.with("turn-" + j)).isSameAs(other);
      }
    }
  }

  @Test
  void eachNameIsFoundAndNoOther() {
    Random random = new Random(7);
    for (int size = 0; size < 60; size++) {
      List<String> names = new ArrayList<>();
      Keys keys = Keys.NONE;
      for (int i = 0; i < size; i++) {
        // "Aa" and "BB" have one hash.
        String name = (random.nextBoolean() ? "Aa" : "BB") + i % 7 + (i / 7);
        names.add(name);
        keys = keys.with(name);
      }
      for (int i = 0; i < size; i++) {
        assertThat(keys.find(String.valueOf(names.get(i).toCharArray()))).isEqualTo(i);
      }
      assertThat(keys.find("BB")).isEqualTo(-1);
      assertThat(keys.find("name")).isEqualTo(-1);
      assertThat(keys).isEqualTo(names).hasSameHashCodeAs(names);
    }
  }
}
