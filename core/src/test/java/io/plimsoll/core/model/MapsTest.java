package io.plimsoll.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapsTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 8, 9, 50})
  void aCopyKeepsTheOrderAndCannotBeChanged(int size) {
    Map<String, Integer> map = new LinkedHashMap<>();
    for (int i = size; i > 0; i--) {
      map.put("key" + i, i);
    }

    Map<String, Integer> copy = Maps.copy(map);
    map.put("later", 0);

    assertThat(copy).hasSize(size).doesNotContainKey("later");
    assertThat(copy.get("later")).isNull();
    assertThat(copy.getOrDefault("key1", 0)).isEqualTo(size == 0 ? 0 : 1);
    assertThat(Maps.copy(copy))
        .isEqualTo(copy)
        .hasSameHashCodeAs(copy)
        .hasToString(copy.toString());
    assertThat(List.copyOf(copy.values())).isSortedAccordingTo(Comparator.reverseOrder());
    assertThatThrownBy(() -> copy.put("key", 1)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aSmallMapIsLikeAnyOther() {
    Map<String, Integer> linked = new LinkedHashMap<>();
    linked.put("b", 2);
    linked.put("a", null);

    Map<String, Integer> copy = Maps.copy(linked);

    assertThat(copy).isEqualTo(linked).hasSameHashCodeAs(linked).hasToString("{b=2, a=null}");
    assertThat(linked).isEqualTo(copy);
    assertThat(copy).containsOnlyKeys("b", "a").isNotEqualTo(Map.of("b", 2));
    assertThat(copy.containsKey("a")).isTrue();
    assertThat(copy.containsKey(null)).isFalse();
    assertThat(copy.keySet()).containsExactly("b", "a");
    List<String> seen = new ArrayList<>();
    copy.forEach((key, value) -> seen.add(key + value));
    assertThat(seen).containsExactly("b2", "anull");
    Iterator<Map.Entry<String, Integer>> entries = copy.entrySet().iterator();
    Map.Entry<String, Integer> first = entries.next();
    entries.next();
    assertThatThrownBy(() -> first.setValue(1)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(entries::next).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(copy::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThat(Maps.copy(copy)).isSameAs(copy);
  }
}
