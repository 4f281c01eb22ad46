package io.plimsoll.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LayeredMapTest {

  @Test
  void keepsWhatEachStepMadeOfIt() {
    Random random = new Random(1);
    LayeredMap<Integer, String> map = LayeredMap.empty();
    Map<Integer, String> plain = new LinkedHashMap<>();

    for (int step = 0; step < 5_000; step++) {
      LayeredMap<Integer, String> before = map;
      Map<Integer, String> known = new LinkedHashMap<>(plain);
      int key = random.nextInt(400);
      if (random.nextInt(3) == 0) {
        map = map.without(key);
        plain.remove(key);
      } else {
        map = map.with(key, "value " + step);
        plain.put(key, "value " + step);
      }

      assertThat(map.get(key)).isEqualTo(plain.get(key));
      assertThat(before.get(key)).isEqualTo(known.get(key));
    }

    assertThat(map.all()).isEqualTo(plain);
  }

  @Test
  void keepsNothingOfTheOnlyEntryThatIsReplaced() {
    LayeredMap<String, String> map = LayeredMap.empty();
    for (int step = 0; step < 3; step++) {
      map = map.with("only", "value " + step);
      assertThat(map.all()).containsExactly(Map.entry("only", "value " + step));
    }

    assertThat(map.with("other", "b").all())
        .containsExactly(Map.entry("only", "value 2"), Map.entry("other", "b"));
    assertThat(map.without("only").all()).isEmpty();
  }

  @Test
  void takesManyAtOnce() {
    LayeredMap<Integer, String> map =
        LayeredMap.<Integer, String>empty().with(3, "a").with(1, "b");
    Map<Integer, String> plain = new LinkedHashMap<>(map.all());
    for (int size : new int[] {0, 5, 31, 32, 100}) {
      Map<Integer, String> others = new LinkedHashMap<>();
      for (int i = 0; i < size; i++) {
        others.put(2 * i, "value " + size);
      }
      map = map.withAll(others);
      plain.putAll(others);
      assertThat(map.all()).containsExactlyEntriesOf(plain);
    }
  }

  @Test
  void theEmptyOneHasNothing() {
    LayeredMap<String, String> empty = LayeredMap.empty();

    assertThat(empty.get("a")).isNull();
    assertThat(empty.all()).isEmpty();
  }
}
