package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

  private static final Location PLACE =
      Source.of("a.yaml", "kind: Pod\nspec: {}\n").location(10, 14);
  private static final ObjectRef POD = new ObjectRef("v1", "Pod", "shop", "web");

  @Test
  void aProblemIsOneLineThatEditorsParse() {
    Problem problem = Problem.error("unknown-field", PLACE, "unknown field \"speck\"");

    assertThat(problem).hasToString("a.yaml:2:1: error: unknown field \"speck\" [unknown-field]");
    assertThat(problem.place()).contains(PLACE);
    assertThat(problem.path()).isEqualTo(FieldPath.ROOT);
  }

  @Test
  void objectAndFieldAreNamedWhereTheyAreKnown() {
    Problem problem = Problem.warning("odd", PLACE, "this is odd")
        .in(POD)
        .at(FieldPath.of("spec", "containers").index(0));

    assertThat(problem)
        .hasToString("a.yaml:2:1: warning: Pod shop/web: spec.containers[0]: this is odd [odd]");
  }

  @Test
  void aProblemMayHaveNoPlace() {
    Problem problem = Problem.error("x", null, "wrong").withSeverity(Severity.INFO);

    assertThat(problem).hasToString("info: wrong [x]");
    assertThat(problem.place()).isEmpty();
  }

  @Test
  void relatedPlacesAddUp() {
    Location other = PLACE.source().location(0, 4);

    Problem problem = Problem.error("x", PLACE, "wrong").relatedTo(other).relatedTo(PLACE);

    assertThat(problem.related()).containsExactly(other, PLACE);
  }

  @Test
  void relatedPlacesAreCopied() {
    List<Location> related = new ArrayList<>(List.of(PLACE));
    Problem problem =
        new Problem(Severity.ERROR, "x", null, related, null, FieldPath.ROOT, "wrong");

    related.clear();

    assertThat(problem.related()).containsExactly(PLACE);
  }

  @Test
  void everySeverityHasALabel() {
    assertThat(Severity.values())
        .extracting(Severity::label)
        .containsExactly("error", "warning", "info");
  }
}
