package io.plimsoll.core.registry.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.registry.Written;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldWaysTest {

  private static final FieldWays WAYS = FieldWays.of(List.of(
      new String[] {"a"}, new String[] {"b", "c"}, new String[] {"b", "*", "d"}, new String[] {
        "b", "*", "e", "f"
      }));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{a: 1}",
        "{x: 1, y: 2, a: {}}",
        "{b: {c: ''}}",
        "{b: [{x: 1}, {d: [1]}]}",
        "{b: [{e: {f: false}}]}",
      })
  void wayThatLeadsSomewhere(String object) {
    assertThat(WAYS.isAnySet(Written.object(object))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{a: null}",
        "{a: [], x: 1, y: 2}",
        "{b: {x: 1}}",
        "{b: c}",
        "{b: [c, {x: 1}, {d: null}, {e: {}}, {e: f}]}",
      })
  void wayThatLeadsNowhere(String object) {
    assertThat(WAYS.isAnySet(Written.object(object))).isFalse();
  }
}
