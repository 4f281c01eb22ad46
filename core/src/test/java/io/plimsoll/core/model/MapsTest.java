package io.plimsoll.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapsTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 50})
  void aCopyKeepsTheOrderAndCannotBeChanged(int size) {
    Map<String, Integer> map = new LinkedHashMap<>();
    for (int i = size; i > 0; i--) {
      map.put("key" + i, i);
    }

    Map<String, Integer> copy = Maps.copy(map);
    map.put("later", 0);

    assertThat(copy).hasSize(size).doesNotContainKey("later");
    assertThat(List.copyOf(copy.values())).isSortedAccordingTo(Comparator.reverseOrder());
    assertThatThrownBy(() -> copy.put("key", 1)).isInstanceOf(UnsupportedOperationException.class);
  }
}
