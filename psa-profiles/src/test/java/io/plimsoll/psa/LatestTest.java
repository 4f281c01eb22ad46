package io.plimsoll.psa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestTest {

  @Test
  void onlyTheLastIsKept() {
    Latest<String, String> latest = new Latest<>();
    List<String> made = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    for (String asked : List.of("a", "a", "b", "a")) {
      answers.add(latest.get(asked, from -> {
        made.add(from);
        return from + made.size();
      }));
    }
    assertThat(made).containsExactly("a", "b", "a");
    assertThat(answers).containsExactly("a1", "a1", "b2", "a3");
  }
}
