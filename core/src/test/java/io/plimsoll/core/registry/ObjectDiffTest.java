package io.plimsoll.core.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Differences of objects, as the answers of a server show them. */
class ObjectDiffTest {

  @Test
  void aLineForEachMemberAndItem() {
    assertThat(
            ObjectDiff.indented("{\"a\":[],\"b\":{},\"c\":[1,{\"d\":\"x,{\\\"}:\"}],\"e\":null}"))
        .isEqualTo("""
            {
             "a": [],
             "b": {},
             "c": [
              1,
              {
               "d": "x,{\\"}:"
              }
             ],
             "e": null
            }""");
  }

  @Test
  void whatIsTheSameIsNoDifference() {
    assertThat(ObjectDiff.of("{\"a\":1}", "{\"a\":1}")).isEmpty();
  }

  @Test
  void threeLinesAroundEachChange() {
    String before =
        "{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5,\"f\":6,\"g\":7,\"h\":8,\"i\":9,\"j\":10}";
    String after = "{\"a\":1,\"c\":3,\"d\":4,\"e\":5,\"f\":6,\"g\":7,\"h\":8,\"i\":9,\"j\":11}";

    assertThat(ObjectDiff.of(before, after)).isEqualTo("""
        @@ -1,6 +1,5 @@
         {
          "a": 1,
        - "b": 2,
          "c": 3,
          "d": 4,
          "e": 5,
        @@ -8,5 +7,5 @@
          "g": 7,
          "h": 8,
          "i": 9,
        - "j": 10
        + "j": 11
         }
        """);
  }

  @Test
  void aLineThatIsInALongTextVeryOftenStartsNoRun() {
    List<String> lines = new ArrayList<>(List.of("first"));
    IntStream.range(0, 250).forEach(i -> lines.add("same"));
    String before = String.join("\n", lines);
    lines.set(0, "other");
    String after = String.join("\n", lines);

    String difference = LineDiff.of(before, after);

    assertThat(difference).startsWith("@@ -1,251 +1,251 @@\n-first\n-same\n");
    assertThat(difference.lines().filter("+same"::equals)).hasSize(250);
  }
}
