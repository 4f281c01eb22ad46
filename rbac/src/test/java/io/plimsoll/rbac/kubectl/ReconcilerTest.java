package io.plimsoll.rbac.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.rbac.AggregationRule;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.ClusterRoleBinding;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.RoleRef;
import io.plimsoll.rbac.Subject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconcilerTest {

  private static final PolicyRule GET_PODS = rule("get", "pods");
  private static final PolicyRule LIST_PODS = rule("list", "pods");
  private static final Subject ALICE = Subject.user("alice");
  private static final Subject BOB = Subject.user("bob");

  private static PolicyRule rule(String verb, String... resources) {
    return PolicyRule.of(List.of(verb), List.of(""), List.of(resources));
  }

  private static Rbac withRoles(Role... roles) {
    return Rbac.of(List.of(), List.of(roles), List.of(), List.of());
  }

  private static Rbac withClusterRoles(ClusterRole... roles) {
    return Rbac.of(List.of(roles), List.of(), List.of(), List.of());
  }

  private static Rbac withBindings(RoleBinding... bindings) {
    return Rbac.of(List.of(), List.of(), List.of(), List.of(bindings));
  }

  private static ObjectMeta protectedMeta(String name) {
    return ObjectMeta.builder()
        .name(name)
        .annotations(Map.of("rbac.authorization.kubernetes.io/autoupdate", "false"))
        .build();
  }

  private static AggregationRule aggregatedFrom(String... labels) {
    return new AggregationRule(List.of(labels).stream()
        .map(label -> new LabelSelector(Map.of(label, "true"), List.of()))
        .toList());
  }

  @Test
  void missingRoleIsCreated() {
    Reconciliation.OfRole result =
        Reconciler.of(withRoles()).reconcile(Role.of("shop", "reader", GET_PODS));

    assertThat(result.operation()).isEqualTo(Operation.CREATE);
    assertThat(result.missingRules()).containsExactly(GET_PODS);
    assertThat(result.text()).isEqualTo("""
            role.rbac.authorization.k8s.io/reader reconciled (dry run)
            \treconciliation required create
            \tmissing rules added:
            \t\t{Verbs:[get] APIGroups:[] Resources:[pods] ResourceNames:[] NonResourceURLs:[]}
            """);
  }

  @Test
  void roleThatCoversTheRulesIsLeftAlone() {
    Rbac rbac = withRoles(Role.of("shop", "reader", rule("*", "*")));

    Reconciliation.OfRole result =
        Reconciler.of(rbac).reconcile(Role.of("shop", "reader", GET_PODS));

    assertThat(result.operation()).isEqualTo(Operation.NONE);
    assertThat(result.extraRules()).containsExactly(rule("*", "*"));
    assertThat(result.text())
        .isEqualTo("role.rbac.authorization.k8s.io/reader reconciled (dry run)\n");
  }

  @Test
  void unionAddsAtomicRules() {
    Rbac rbac = withRoles(Role.of("shop", "reader", GET_PODS));
    PolicyRule both = rule("get", "pods", "services");

    Reconciliation.OfRole result = Reconciler.of(rbac).reconcile(Role.of("shop", "reader", both));

    assertThat(result.operation()).isEqualTo(Operation.UPDATE);
    assertThat(result.result().rules()).containsExactly(GET_PODS, rule("get", "services"));
  }

  @Test
  void extraRulesAreRemovedWhenAskedTo() {
    Rbac rbac = withRoles(Role.of("shop", "reader", GET_PODS, LIST_PODS));
    Role expected = Role.of("shop", "reader", GET_PODS);

    Reconciliation.OfRole result =
        Reconciler.of(rbac, ReconcileOptions.REMOVE_EXTRA).reconcile(expected);

    assertThat(result.operation()).isEqualTo(Operation.UPDATE);
    assertThat(result.result()).isEqualTo(expected);
    assertThat(result.text())
        .contains("\textra rules removed:\n")
        .contains(
            "{Verbs:[list] APIGroups:[] Resources:[pods] ResourceNames:[] NonResourceURLs:[]}");
  }

  @Test
  void labelsThatExistWin() {
    ClusterRole existing = ClusterRole.of("r")
        .withMetadata(ObjectMeta.builder().name("r").labels(Map.of("a", "kept")).build());
    ClusterRole expected = ClusterRole.of("r")
        .withMetadata(ObjectMeta.builder()
            .name("r")
            .labels(Map.of("a", "new", "b", "added"))
            .build());

    Reconciliation.OfRole result = Reconciler.of(withClusterRoles(existing)).reconcile(expected);

    assertThat(result.operation()).isEqualTo(Operation.UPDATE);
    assertThat(result.result().metadata().labels()).isEqualTo(Map.of("a", "kept", "b", "added"));
  }

  @Test
  void objectThatOptedOutIsProtected() {
    ClusterRole existing = ClusterRole.of("r").withMetadata(protectedMeta("r"));

    Reconciliation.OfRole result =
        Reconciler.of(withClusterRoles(existing)).reconcile(ClusterRole.of("r", GET_PODS));

    assertThat(result.operation()).isEqualTo(Operation.UPDATE);
    assertThat(result.isProtected()).isTrue();
    assertThat(result.isWritten()).isFalse();
    assertThat(result.text())
        .contains(
            "\treconciliation required update, but object opted out (rbac.authorization.kubernetes.io/autoupdate: false)\n");
  }

  @Test
  void selectorsAreAddedAndUnexpectedAggregationIsRemoved() {
    ClusterRole existing = new ClusterRole(
        ObjectMeta.builder().name("view").build(), List.of(GET_PODS), aggregatedFrom("a"));
    ClusterRole more =
        new ClusterRole(ObjectMeta.builder().name("view").build(), List.of(), aggregatedFrom("b"));
    Reconciler reconciler = Reconciler.of(withClusterRoles(existing));

    Reconciliation.OfRole added = reconciler.reconcile(more);
    Reconciliation.OfRole removed = reconciler.reconcile(ClusterRole.of("view", GET_PODS));

    assertThat(added.missingSelectors()).hasSize(1);
    assertThat(added.extraRules()).isEmpty();
    assertThat(((ClusterRole) added.result()).aggregationRule())
        .isEqualTo(aggregatedFrom("a", "b"));
    assertThat(removed.operation()).isEqualTo(Operation.UPDATE);
    assertThat(((ClusterRole) removed.result()).aggregationRule()).isNull();
  }

  @Test
  void bindingGainsMissingSubjectsAndKeepsOthers() {
    Rbac rbac = withBindings(RoleBinding.of("shop", "b", RoleRef.role("r"), ALICE));

    Reconciliation.OfBinding result =
        Reconciler.of(rbac).reconcile(RoleBinding.of("shop", "b", RoleRef.role("r"), BOB, BOB));

    assertThat(result.operation()).isEqualTo(Operation.UPDATE);
    assertThat(result.result().subjects()).containsExactly(ALICE, BOB);
    assertThat(result.extraSubjects()).containsExactly(ALICE);
    assertThat(result.text()).isEqualTo("""
            rolebinding.rbac.authorization.k8s.io/b reconciled (dry run)
            \treconciliation required update
            \tmissing subjects added:
            \t\t{Kind:User APIGroup:rbac.authorization.k8s.io Name:bob Namespace:}
            """);
  }

  @Test
  void extraSubjectsAreRemovedWhenAskedTo() {
    Rbac rbac = withBindings(RoleBinding.of("shop", "b", RoleRef.role("r"), ALICE, BOB));

    Reconciliation.OfBinding result = Reconciler.of(rbac, ReconcileOptions.REMOVE_EXTRA)
        .reconcile(RoleBinding.of("shop", "b", RoleRef.role("r"), BOB));

    assertThat(result.result().subjects()).containsExactly(BOB);
    assertThat(result.text()).contains("\textra subjects removed:\n").contains("Name:alice");
  }

  @Test
  void bindingToAnotherRoleIsMadeAnew() {
    Rbac rbac = withBindings(RoleBinding.of("shop", "b", RoleRef.role("r"), ALICE));

    Reconciliation.OfBinding result =
        Reconciler.of(rbac).reconcile(RoleBinding.of("shop", "b", RoleRef.clusterRole("r"), BOB));

    assertThat(result.operation()).isEqualTo(Operation.RECREATE);
    assertThat(result.missingSubjects()).isEmpty();
    assertThat(result.text()).contains("\treconciliation required recreate\n");
  }

  @Test
  void objectsAreReconciledOneAfterTheOther() {
    RoleRef view = RoleRef.clusterRole("view");

    List<Reconciliation> results = Reconciler.of(withRoles())
        .reconcile(List.of(
            ClusterRoleBinding.of("b", view, ALICE),
            new Namespace(ObjectMeta.builder().name("shop").build(), null),
            ClusterRoleBinding.of("b", view, ALICE, BOB)));

    assertThat(results)
        .extracting(Reconciliation::operation)
        .containsExactly(Operation.CREATE, Operation.UPDATE);
  }

  @Test
  void nothingFailsOnBindingsToNothing() {
    ClusterRoleBinding odd =
        ClusterRoleBinding.of("", new RoleRef("", "", ""), new Subject("", "", "", ""));
    Reconciler reconciler = Reconciler.of(Rbac.of(List.of(), List.of(), List.of(odd), List.of()));

    assertThat(reconciler.reconcile(odd).operation()).isEqualTo(Operation.RECREATE);
    assertThat(reconciler.reconcile(odd.withDefaults()).operation()).isEqualTo(Operation.NONE);
  }
}
