package io.plimsoll.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.request.User;
import io.plimsoll.rbac.WriteCheck.Basis;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody grants what they do not hold. */
class WriteCheckTest {

  private static final User BOB = User.of("bob", "g1");
  private static final PolicyRule GET_PODS =
      PolicyRule.of(List.of("get"), List.of(""), List.of("pods"));
  private static final PolicyRule GET_SECRETS =
      PolicyRule.of(List.of("get"), List.of(""), List.of("secrets"));
  private static final PolicyRule ALL = PolicyRule.of(List.of("*"), List.of("*"), List.of("*"));

  private final Policy policy = new Policy()
      .clusterRole("pods", GET_PODS)
      .clusterRole("secrets", GET_SECRETS)
      .role("shop", "secrets", GET_SECRETS)
      .bindIn("shop", "bob", RoleRef.clusterRole("pods"), Subject.user("bob"));

  @Test
  void whoHoldsTheRulesMayWriteThem() {
    assertThat(policy.rbac().mayCreate(BOB, Role.of("shop", "r", GET_PODS)).basis())
        .isEqualTo(Basis.HELD);
  }

  @Test
  void whoDoesNotIsToldWhatIsMissing() {
    WriteCheck check =
        policy.rbac().mayCreate(BOB, Role.of("shop", "r", GET_SECRETS, GET_PODS, GET_SECRETS));

    assertThat(check.basis()).isEqualTo(Basis.NOT_HELD);
    assertThat(check.isAllowed()).isFalse();
    assertThat(check.missing()).containsExactly(GET_SECRETS, GET_SECRETS);
    assertThat(check.message())
        .isEqualTo("roles.rbac.authorization.k8s.io \"r\" is forbidden: user \"bob\""
            + " (groups=[\"g1\" \"system:authenticated\"]) is attempting to grant RBAC permissions not"
            + " currently held:\n"
            + "{APIGroups:[\"\"], Resources:[\"secrets\"], Verbs:[\"get\" \"get\"]}");
  }

  @Test
  void rolesOfTheUserThatDoNotExistAreSaid() {
    WriteCheck check = policy
        .bind("b", "gone", Subject.user("bob"))
        .rbac()
        .mayCreate(BOB, Role.of("shop", "", GET_SECRETS));

    assertThat(check.message())
        .startsWith("roles.rbac.authorization.k8s.io is forbidden: user \"bob\"")
        .endsWith("; resolution errors: [roles.rbac.authorization.k8s.io \"gone\" not found]");
  }

  @Test
  void whatIsHeldInANamespaceDoesNotCountForAClusterRole() {
    assertThat(policy.rbac().mayCreate(BOB, ClusterRole.of("r", GET_PODS)).basis())
        .isEqualTo(Basis.NOT_HELD);
  }

  @Test
  void mastersMayWriteEverything() {
    User root = User.of("root", User.MASTERS);

    assertThat(policy.rbac().mayCreate(root, ClusterRole.of("r", ALL)).basis())
        .isEqualTo(Basis.MASTERS);
    assertThat(policy
            .rbac()
            .mayCreate(root, ClusterRoleBinding.of("b", RoleRef.clusterRole("gone")))
            .basis())
        .isEqualTo(Basis.MASTERS);
  }

  @Test
  void escalateHelpsWithRolesAndNotWithBindings() {
    Rbac rbac = policy
        .clusterRole("escalate", rbacRule("escalate", "roles", "clusterroles"))
        .bind("b", "escalate", Subject.user("bob"))
        .rbac();

    assertThat(rbac.mayCreate(BOB, ClusterRole.of("r", ALL)).basis()).isEqualTo(Basis.ESCALATE);
    assertThat(rbac.mayCreate(BOB, Role.of("shop", "r", ALL)).basis()).isEqualTo(Basis.ESCALATE);
    assertThat(rbac.mayCreate(BOB, bindingTo(RoleRef.clusterRole("secrets"))).basis())
        .isEqualTo(Basis.NOT_HELD);
  }

  @Test
  void escalateOnANameHelpsToUpdateOnly() {
    Rbac rbac = policy
        .clusterRole("escalate", rbacRule("escalate", "roles").named("r"))
        .bind("b", "escalate", Subject.user("bob"))
        .rbac();
    Role role = Role.of("shop", "r", ALL);

    assertThat(rbac.mayCreate(BOB, role).basis()).isEqualTo(Basis.NOT_HELD);
    assertThat(rbac.mayUpdate(BOB, Role.of("shop", "r"), role).basis()).isEqualTo(Basis.ESCALATE);
  }

  @Test
  void bindOnANameHelpsWithBindingsOfThatRole() {
    Rbac rbac = policy
        .clusterRole("bind", rbacRule("bind", "clusterroles").named("secrets"))
        .bindIn("shop", "b", RoleRef.clusterRole("bind"), Subject.user("bob"))
        .rbac();

    assertThat(rbac.mayCreate(BOB, bindingTo(RoleRef.clusterRole("secrets"))).basis())
        .isEqualTo(Basis.BIND);
    assertThat(rbac.mayCreate(BOB, bindingTo(RoleRef.role("secrets"))).basis())
        .isEqualTo(Basis.NOT_HELD);
    assertThat(rbac.mayCreate(BOB, ClusterRoleBinding.of("b", RoleRef.clusterRole("secrets")))
            .basis())
        .isEqualTo(Basis.NOT_HELD);
    assertThat(rbac.mayCreate(BOB, Role.of("shop", "r", GET_SECRETS)).basis())
        .isEqualTo(Basis.NOT_HELD);
  }

  @Test
  void theGroupOfTheReferenceIsAskedFor() {
    Rbac rbac = policy
        .clusterRole("bind", rbacRule("bind", "clusterroles"))
        .bind("b", "bind", Subject.user("bob"))
        .rbac();

    RoleRef undefaulted = new RoleRef("", "ClusterRole", "secrets");

    assertThat(rbac.mayCreate(BOB, bindingTo(undefaulted)).basis()).isEqualTo(Basis.NOT_HELD);
    assertThat(rbac.mayCreate(BOB, bindingTo(undefaulted).withDefaults()).basis())
        .isEqualTo(Basis.BIND);
  }

  @Test
  void whoHoldsTheRulesOfARoleMayBindIt() {
    assertThat(
            policy.rbac().mayCreate(BOB, bindingTo(RoleRef.clusterRole("pods"))).basis())
        .isEqualTo(Basis.HELD);
    assertThat(policy.rbac().mayCreate(BOB, bindingTo(RoleRef.role("secrets"))).message())
        .startsWith("rolebindings.rbac.authorization.k8s.io \"b\" is forbidden: user \"bob\"");
  }

  @Test
  void aRoleThatDoesNotExistCannotBeBound() {
    WriteCheck check = policy.rbac().mayCreate(BOB, bindingTo(RoleRef.role("gone")));

    assertThat(check.basis()).isEqualTo(Basis.NO_ROLE);
    assertThat(check.message())
        .isEqualTo("rolebindings.rbac.authorization.k8s.io \"gone\" not found");
    assertThat(
            policy.rbac().mayCreate(BOB, bindingTo(new RoleRef("", "X", "y"))).message())
        .isEqualTo("unsupported role reference kind: \"X\"");
  }

  @Test
  void changesOfOwnersAndFinalizersAreFree() {
    Role old = Role.of("shop", "r", GET_SECRETS);
    Role finalized = old.withMetadata(
        old.metadata().toBuilder().finalizers("example.com/hold").build());
    Role labelled = old.withMetadata(
            ObjectMeta.builder().namespace("shop").name("r").build())
        .withMetadata(old.metadata().toBuilder().labels(Map.of("a", "b")).build());
    RoleBinding binding = bindingTo(RoleRef.role("secrets"));

    assertThat(policy.rbac().mayUpdate(BOB, old, finalized).basis()).isEqualTo(Basis.OWNERS_ONLY);
    assertThat(policy.rbac().mayUpdate(BOB, old, labelled).basis()).isEqualTo(Basis.NOT_HELD);
    assertThat(policy.rbac().mayUpdate(BOB, binding, binding).basis()).isEqualTo(Basis.OWNERS_ONLY);
  }

  @Test
  void anAggregationRuleNeedsAllRights() {
    ClusterRole aggregated = new ClusterRole(
        ObjectMeta.builder().name("r").build(),
        List.of(),
        new AggregationRule(List.of(LabelSelector.EVERYTHING)));
    ClusterRole plain = ClusterRole.of("r");
    Rbac rbac = policy.rbac();

    assertThat(rbac.mayCreate(BOB, aggregated).basis()).isEqualTo(Basis.AGGREGATION);
    assertThat(rbac.mayCreate(BOB, aggregated).message())
        .isEqualTo("clusterroles.rbac.authorization.k8s.io \"r\" is forbidden: must have"
            + " cluster-admin privileges to use the aggregationRule");
    assertThat(rbac.mayUpdate(BOB, plain, aggregated).basis()).isEqualTo(Basis.AGGREGATION);
    assertThat(rbac.mayUpdate(BOB, aggregated, plain).basis()).isEqualTo(Basis.AGGREGATION);
    assertThat(rbac.mayCreate(BOB, plain).basis()).isEqualTo(Basis.HELD);
  }

  @Test
  void whoMayDoEverythingMayEscalate() {
    Rbac rbac =
        policy.clusterRole("all", ALL).bind("b", "all", Subject.user("bob")).rbac();

    assertThat(rbac.mayCreate(BOB, ClusterRole.of("r", ALL)).basis()).isEqualTo(Basis.ESCALATE);
  }

  private static PolicyRule rbacRule(String verb, String... resources) {
    return PolicyRule.of(List.of(verb), List.of("rbac.authorization.k8s.io"), List.of(resources));
  }

  private static RoleBinding bindingTo(RoleRef role) {
    return RoleBinding.of("shop", "b", role, Subject.user("eve"));
  }
}
