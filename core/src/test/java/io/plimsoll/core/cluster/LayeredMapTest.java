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
      LayeredMap.Builder<Integer, String> next = map.toBuilder();
      if (random.nextInt(3) == 0) {
        next.remove(key);
        plain.remove(key);
      } else {
        next.put(key, "value " + step);
        plain.put(key, "value " + step);
      }
      map = next.build();

      assertThat(map.get(key)).isEqualTo(plain.get(key));
      assertThat(before.get(key)).isEqualTo(known.get(key));
    }

    assertThat(map.all()).isEqualTo(plain);
  }

  @Test
  void theEmptyOneHasNothing() {
    LayeredMap<String, String> empty = LayeredMap.empty();

    assertThat(empty.get("a")).isNull();
    assertThat(empty.all()).isEmpty();
  }
}
