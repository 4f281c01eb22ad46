package io.plimsoll.rbac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.LabelSelectorRequirement;
import io.plimsoll.core.model.ObjectMeta;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** ClusterRoles that collect rules from others. */
class AggregationTest {

  private static final PolicyRule A = rule("a");
  private static final PolicyRule B = rule("b");
  private static final PolicyRule C = rule("c");

  @Test
  void aRoleCollectsFromThoseItsSelectorsMatch() {
    ClusterRole view = aggregated("view", Map.of(), selector("to-view"));

    List<ClusterRole> roles = aggregate(
            view, labelled("pods", "to-view", A, B), labelled("secrets", "to-edit", C))
        .roles();

    assertThat(roles.get(0).rules()).containsExactly(A, B);
    assertThat(roles.get(1).rules()).containsExactly(A, B);
  }

  @Test
  void rulesComeBySelectorThenByNameAndOnce() {
    ClusterRole all = aggregated("all", Map.of(), selector("second"), selector("first"));

    List<ClusterRole> roles = aggregate(
            labelled("z", "second", C, A),
            labelled("b", "first", B),
            labelled("y", "second", A, C, A),
            all)
        .roles();

    assertThat(roles.get(3).rules()).containsExactly(A, C, B);
  }

  @Test
  void rulesReplaceThoseThatAreWritten() {
    ClusterRole view = aggregated("view", Map.of(), selector("to-view")).withRules(List.of(C));

    assertThat(aggregate(view, labelled("pods", "to-view", A)).roles().get(0).rules())
        .containsExactly(A);
  }

  @Test
  void theEmptySelectorMatchesEveryOtherRole() {
    ClusterRole all = aggregated("all", Map.of(), LabelSelector.EVERYTHING).withRules(List.of(C));

    assertThat(aggregate(ClusterRole.of("x", A), all, ClusterRole.of("b", B))
            .roles()
            .get(1)
            .rules())
        .containsExactly(B, A);
  }

  @Test
  void noSelectorsCollectNothing() {
    ClusterRole none = aggregated("none", Map.of()).withRules(List.of(A));

    assertThat(aggregate(none, ClusterRole.of("x", B)).roles().get(0).rules()).isEmpty();
  }

  @Test
  void chainsAreFollowedToTheirEndAgainstTheOrderOfNames() {
    List<ClusterRole> chain = Stream.concat(
            IntStream.range(0, 200)
                .mapToObj(i -> aggregated(
                    String.format("r%03d", i), Map.of("l" + i, ""), selector("l" + (i + 1)))),
            Stream.of(labelled("z", "l200", A)))
        .toList();

    Aggregation aggregation = Aggregation.of(chain);

    assertThat(aggregation.isSettled()).isTrue();
    assertThat(aggregation.problems()).isEmpty();
    assertThat(aggregation.roles()).allMatch(role -> role.rules().equals(List.of(A)));
  }

  @Test
  void aRuleRemembersWhereItIsWritten() {
    ClusterRole admin = aggregated("admin", Map.of(), selector("to-admin"));
    ClusterRole edit = aggregated("edit", Map.of("to-admin", ""), selector("to-edit"));
    ClusterRole pods = labelled("pods", "to-edit", A, B);

    Aggregation aggregation = aggregate(admin, edit, pods);

    assertThat(aggregation.source(aggregation.roles().get(0), 1))
        .contains(new RuleSource(pods.ref(), 1));
    assertThat(aggregation.source(pods, 1)).isEmpty();
  }

  @Test
  void anInvalidSelectorLeavesTheRoleAndIsSaid() {
    LabelSelector invalid = new LabelSelector(
        Map.of(), List.of(new LabelSelectorRequirement("a", "Like", List.of("b"))));
    ClusterRole view =
        aggregated("view", Map.of(), selector("to-view"), invalid).withRules(List.of(C));

    Aggregation aggregation = aggregate(view, labelled("pods", "to-view", A));

    assertThat(aggregation.roles().get(0).rules()).containsExactly(C);
    Problem problem = aggregation.problems().get(0);
    assertThat(problem.code()).isEqualTo("invalid-selector");
    assertThat(problem.object()).isEqualTo(view.ref());
    assertThat(problem.path())
        .isEqualTo(FieldPath.parse("aggregationRule.clusterRoleSelectors[1]"));
    assertThat(problem.message()).contains("\"Like\" is not a valid label selector operator");
  }

  @Test
  void rolesThatCollectFromOneAnotherMayComeToRest() {
    ClusterRole a = aggregated("a", Map.of("to-b", ""), selector("to-a"));
    ClusterRole b = aggregated("b", Map.of("to-a", ""), selector("to-b"));

    Aggregation aggregation = aggregate(a, b, labelled("z", "to-a", A));

    assertThat(aggregation.isSettled()).isTrue();
    assertThat(aggregation.roles().get(1).rules()).containsExactly(A);
    assertThat(aggregation.problems())
        .extracting(Problem::severity, Problem::code, Problem::message)
        .containsExactly(tuple(
            Severity.WARNING,
            "aggregation-cycle",
            "the roles \"a\", \"b\" collect from one another: what they have in the end depends on the"
                + " order in which the controller works"));
  }

  @Test
  void rolesThatNeverComeToRestAreNoticed() {
    ClusterRole a = aggregated("a", Map.of("a", ""), selector("b"), selector("c"));
    ClusterRole b = aggregated("b", Map.of("b", ""), selector("c"), selector("a"));
    ClusterRole c = aggregated("c", Map.of("c", ""), selector("a"), selector("b"));

    Aggregation aggregation =
        aggregate(a.withRules(List.of(A)), b.withRules(List.of(B)), c.withRules(List.of(C)));

    assertThat(aggregation.isSettled()).isFalse();
    assertThat(aggregation.roles())
        .allSatisfy(role -> assertThat(role.rules()).containsExactlyInAnyOrder(B, C));
    assertThat(aggregation.problems())
        .extracting(Problem::severity, Problem::message)
        .containsExactly(tuple(
            Severity.ERROR,
            "the roles \"a\", \"b\", \"c\" collect from one another: the controller never comes to"
                + " rest"));
  }

  @Test
  void everyRoleOfACycleIsNamedInOneProblemEach() {
    ClusterRole a = aggregated("a", Map.of("a", ""), selector("b"));
    ClusterRole b = aggregated("b", Map.of("b", ""), selector("a"));
    ClusterRole between = aggregated("between", Map.of("between", ""), selector("a"));
    ClusterRole x = aggregated("x", Map.of("x", ""), selector("y"), selector("between"));
    ClusterRole y = aggregated("y", Map.of("y", ""), selector("x"));
    ClusterRole end = aggregated("end", Map.of(), selector("y"));

    assertThat(aggregate(end, y, x, between, b, a).problems())
        .extracting(Problem::message)
        .satisfiesExactly(
            message -> assertThat(message).startsWith("the roles \"a\", \"b\" collect"),
            message -> assertThat(message).startsWith("the roles \"x\", \"y\" collect"));
  }

  @Test
  void manyRolesThatAllCollectFromAllHaveAnAnswer() {
    List<ClusterRole> roles = IntStream.range(0, 500)
        .mapToObj(i -> aggregated("r" + i, Map.of(), LabelSelector.EVERYTHING)
            .withRules(List.of(rule("x" + i))))
        .toList();

    Aggregation aggregation = Aggregation.of(roles);

    assertThat(aggregation.problems()).hasSize(1);
    assertThat(aggregation.roles()).hasSize(500);
  }

  private static Aggregation aggregate(ClusterRole... roles) {
    return Aggregation.of(List.of(roles));
  }

  private static PolicyRule rule(String resource) {
    return PolicyRule.of(List.of("get"), List.of(""), List.of(resource));
  }

  private static LabelSelector selector(String label) {
    return new LabelSelector(
        Map.of(), List.of(new LabelSelectorRequirement(label, "Exists", List.of())));
  }

  private static ClusterRole labelled(String name, String label, PolicyRule... rules) {
    return new ClusterRole(
        ObjectMeta.builder().name(name).labels(Map.of(label, "")).build(), List.of(rules), null);
  }

  private static ClusterRole aggregated(
      String name, Map<String, String> labels, LabelSelector... selectors) {
    return new ClusterRole(
        ObjectMeta.builder().name(name).labels(labels).build(),
        List.of(),
        new AggregationRule(List.of(selectors)));
  }
}
