package io.plimsoll.psa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestTest {

  @Test
  void ofThoseThatShareASlotTheLastIsKept() {
    Latest<String, String> latest = new Latest<>();
    List<String> made = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    for (String asked : List.of("a", "a", "b", "a")) {
      answers.add(latest.get(7, asked, from -> {
        made.add(from);
        return from + made.size();
      }));
    }
    assertThat(made).containsExactly("a", "b", "a");
    assertThat(answers).containsExactly("a1", "a1", "b2", "a3");
  }

  @Test
  void severalAreKept() {
    Latest<String, String> latest = new Latest<>();
    List<String> made = new ArrayList<>();
    for (String asked : List.of("a", "b", "a", "b")) {
      assertThat(latest.get(asked, from -> {
            made.add(from);
            return from + from;
          }))
          .isEqualTo(asked + asked);
    }
    assertThat(made).containsExactly("a", "b");
  }
}
