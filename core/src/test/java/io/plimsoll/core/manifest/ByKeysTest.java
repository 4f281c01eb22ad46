package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByKeysTest {

  @Test
  void namesThatAreSharedAreLookedAtOnce() {
    List<Keys> asked = new ArrayList<>();
    ByKeys<Integer> sizes = ByKeys.of(keys -> {
      asked.add(keys);
      return keys.size();
    });
    Keys names = Keys.of(new String[] {"a", "b"}, 2);

    assertThat(sizes.get(names)).isEqualTo(2);
    assertThat(sizes.get(Keys.of(new String[] {"a", "b"}, 2))).isEqualTo(2);

    assertThat(asked).containsExactly(names);
  }

  @Test
  void manyShapesHaveTheirOwn() {
    ByKeys<String> joined = ByKeys.of(keys -> String.join(",", keys));
    for (int i = 0; i < 1000; i++) {
      String name = "x" + i;
      assertThat(joined.get(Keys.of(new String[] {name, "y"}, 2))).isEqualTo(name + ",y");
      assertThat(joined.get(Keys.of(new String[] {"y", name}, 2))).isEqualTo("y," + name);
    }
  }

  @Test
  void whatIsKnownOfTwoThatAreAskedForInTurnStays() {
    ByKeys<Object> found = ByKeys.of(keys -> new Object());
    List<Keys> shapes = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      shapes.add(Keys.NONE.with("shape-" + i));
      found.get(shapes.get(i));
    }
    for (Keys one : shapes) {
      for (Keys other : shapes) {
        found.get(one);
        found.get(other);
        Object known = found.get(one);
        Object otherKnown = found.get(other);

        assertThat(found.get(one)).isSameAs(known);
        assertThat(found.get(other)).isSameAs(otherKnown);
      }
    }
  }
}
