package io.plimsoll.posture.tenant;

import static io.plimsoll.posture.tenant.Shops.account;
import static io.plimsoll.posture.tenant.Shops.clusterRoleBinding;
import static io.plimsoll.posture.tenant.Shops.deployment;
import static io.plimsoll.posture.tenant.Shops.namespace;
import static io.plimsoll.posture.tenant.Shops.policy;
import static io.plimsoll.posture.tenant.Shops.role;
import static io.plimsoll.posture.tenant.Shops.roleBinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantLintTest {

  private static final String CLOSED =
      namespace("a", "{pod-security.kubernetes.io/enforce: restricted}")
          + policy("a", "deny", "{podSelector: {}, policyTypes: [Ingress, Egress]}")
          + """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: q, namespace: a}
        spec: {hard: {pods: 10}}
        ---
        apiVersion: v1
        kind: LimitRange
        metadata: {name: l, namespace: a}
        spec: {limits: [{type: Container, max: {cpu: 1}}]}
        ---
        """;

  @Test
  void aNamespaceThatIsClosedOnAllSidesIsFine() {
    assertThat(found(CLOSED, deployment("a", "web", "automountServiceAccountToken: false")))
        .isEmpty();
  }

  @Test
  void aNamespaceThatSaysNothingLacksEverything() {
    assertThat(found(namespace("a", "{team: a}")))
        .containsExactly(
            "5:3 warning tenant/no-enforce-label: no label says what Pod Security enforces, so that every pod is admitted",
            "4:3 info tenant/no-default-deny-egress: no policy denies egress of all pods by default; pods to come are open",
            "4:3 warning tenant/no-default-deny-ingress: no policy denies ingress of all pods by default; pods to come are open",
            "4:3 info tenant/no-limit-range: no LimitRange gives limits to containers that have none",
            "4:3 warning tenant/no-quota: no ResourceQuota limits what its pods take together");
  }

  @Test
  void whatIsNotDefinedMayBeClosedElsewhere() {
    assertThat(found(deployment("a", "web", "automountServiceAccountToken: false")))
        .isEmpty();
    assertThat(found(namespace("kube-system", "{team: a}"))).isEmpty();
  }

  @Test
  void levelsAreComparedWithWhatWorkloadsMeet() {
    String baseline = CLOSED.replace("restricted", "baseline");
    String web = deployment("a", "web", "automountServiceAccountToken: false");

    assertThat(found(baseline, web))
        .containsExactly(
            "5:12 info tenant/stricter-level-met: baseline is enforced, and all workloads meet restricted");
    assertThat(found(CLOSED, web.replace("runAsNonRoot: true, ", "")))
        .containsExactly(
            "5:12 warning tenant/refused-pods: restricted:latest is enforced and refuses the pods of Deployment a/web");
  }

  @Test
  void podsThatAreOpenAreNamed() {
    String some = CLOSED.replace("{podSelector: {}", "{podSelector: {matchLabels: {app: web}}");
    List<String> found = found(
        some,
        deployment("a", "web", "automountServiceAccountToken: false"),
        deployment("a", "db", "automountServiceAccountToken: false"));

    assertThat(found)
        .containsExactly(
            "4:3 info tenant/no-default-deny-egress: no policy denies egress of all pods by default; open: a/db[Deployment]",
            "4:3 warning tenant/no-default-deny-ingress: no policy denies ingress of all pods by default; open: a/db[Deployment]");
  }

  @Test
  void administratorsMayCloseWhatTheNamespaceDoesNot() {
    String admin = """
        apiVersion: policy.networking.k8s.io/v1alpha1
        kind: BaselineAdminNetworkPolicy
        metadata: {name: default}
        spec:
          subject: {namespaces: {}}
          ingress: [{action: Deny, from: [{namespaces: {}}]}]
          egress: [{action: Deny, to: [{namespaces: {}}]}]
        ---
        """;

    assertThat(found(
            CLOSED.replace("{podSelector: {}", "{podSelector: {matchLabels: {app: nobody}}"),
            admin,
            deployment("a", "web", "automountServiceAccountToken: false")))
        .isEmpty();
  }

  @Test
  void aQuotaOfNothingIsNone() {
    assertThat(found(CLOSED.replace("{hard: {pods: 10}}", "{hard: {}}")))
        .containsExactly("15:8 warning tenant/empty-quota: the quota limits nothing");
  }

  @Test
  void theDefaultAccountIsGivenNothing() {
    String reader = role("a", "r", "[{apiGroups: [\"\"], resources: [pods], verbs: [get]}]");
    String name =
        roleBinding("a", "x", "kind: Role, name: r", "[{kind: ServiceAccount, name: default}]");
    String group = roleBinding(
        "a",
        "xy",
        "kind: Role, name: r",
        "[{apiGroup: rbac.authorization.k8s.io, kind: Group, name: \"system:serviceaccounts:a\"}]");
    String everybody = clusterRoleBinding(
        "z",
        "view",
        "[{apiGroup: rbac.authorization.k8s.io, kind: Group, name: \"system:serviceaccounts\"}]");

    assertThat(found(CLOSED, reader, name, group, everybody))
        .containsExactly(
            "43:12 warning tenant/default-account-grants: every default service account has what Group system:serviceaccounts is given: ClusterRole view",
            "31:12 warning tenant/default-account-grants: pods that ask for no other account have what the default one is given: Role r",
            "37:12 warning tenant/default-account-grants: the default service account has what Group system:serviceaccounts:a is given: Role r");
  }

  @Test
  void aTokenThatIsGoodForNothingIsNotNeeded() {
    assertThat(found(
            CLOSED,
            account("a", "web", "automountServiceAccountToken: true"),
            deployment("a", "web", "serviceAccountName: web"),
            deployment("a", "db", "")))
        .containsExactly(
            "42:1 info tenant/needless-token: no binding is for service account \"default\", and the pods of Deployment a/db get its token",
            "25:1 info tenant/needless-token: no binding is for service account \"web\", and the pods of Deployment a/web get its token");
  }

  @Test
  void nothingIsSaidOfTokensWhereNeitherTheNamespaceNorTheAccountIsDescribed() {
    assertThat(found(deployment("b", "web", "")))
        .noneMatch(line -> line.contains("needless-token"));
    assertThat(found(
            account("b", "web", "automountServiceAccountToken: true"),
            deployment("b", "web", "serviceAccountName: web")))
        .anyMatch(line -> line.contains("needless-token"));
  }

  @Test
  void accountsOfOthersMatterMoreWhereTheyComeToSecrets() {
    String other = "[{kind: ServiceAccount, name: ci, namespace: b}]";

    assertThat(found(
            CLOSED,
            roleBinding("a", "edit", "kind: ClusterRole, name: edit", other),
            roleBinding("a", "view", "kind: ClusterRole, name: view", other)))
        .containsExactly(
            "26:12 warning tenant/foreign-account: ServiceAccount b/ci of another namespace is given ClusterRole edit, a way to the secrets: read, create-pod, exec, impersonate, token",
            "32:12 info tenant/foreign-account: ServiceAccount b/ci of another namespace is given ClusterRole view");
    assertThat(found(
            CLOSED,
            roleBinding(
                "a",
                "edit",
                "kind: ClusterRole, name: edit",
                "[{kind: ServiceAccount, name: operator, namespace: kube-system}]")))
        .singleElement()
        .asString()
        .contains(" info tenant/foreign-account: ");
  }

  private static List<String> found(String... documents) {
    return Shops.tenants(documents).findings().stream()
        .map(TenantLintTest::text)
        .toList();
  }

  private static String text(Finding finding) {
    String place =
        finding.place().map(at -> at.toString().replace("case.yaml:", "")).orElse("nowhere");
    return place + " " + finding.severity().label() + " " + finding.rule() + ": "
        + finding.message();
  }
}
