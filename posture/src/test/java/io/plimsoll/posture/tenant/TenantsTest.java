package io.plimsoll.posture.tenant;

import static io.plimsoll.posture.tenant.Shops.account;
import static io.plimsoll.posture.tenant.Shops.clusterRoleBinding;
import static io.plimsoll.posture.tenant.Shops.deployment;
import static io.plimsoll.posture.tenant.Shops.namespace;
import static io.plimsoll.posture.tenant.Shops.policy;
import static io.plimsoll.posture.tenant.Shops.role;
import static io.plimsoll.posture.tenant.Shops.roleBinding;
import static io.plimsoll.posture.tenant.Shops.tenants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.request.User;
import io.plimsoll.netpol.border.NamespaceIsolation.Coverage;
import io.plimsoll.netpol.border.WorkloadIsolation.State;
import io.plimsoll.posture.Posture;
import io.plimsoll.psa.Level;
import io.plimsoll.psa.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantsTest {

  private static final String PLAIN = "{app: any}";

  @Test
  void namespacesAreThoseDefinedOrWithThingsInThem() {
    Tenants tenants =
        tenants(namespace("b", PLAIN), account("a", "web", ""), namespace("c", PLAIN));

    assertThat(tenants.all()).extracting(Tenant::name).containsExactly("a", "b", "c");
    assertThat(tenants).hasToString("tenants [a, b, c]");
    assertThat(tenants.all()).extracting(Tenant::defined).containsExactly(false, true, true);
    assertThat(place(tenants.tenant("b").place())).isEqualTo("case.yaml:1:1");
    assertThat(tenants.tenant("a").place().location()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tenants.tenant("d"))
        .withMessage("there is no namespace \"d\"");
  }

  @Test
  void theLabelsOfPodSecurityAreToldByModeWithTheirPlaces() {
    PodSecurityFacts facts = tenants(
            namespace(
                "a",
                "{pod-security.kubernetes.io/enforce: baseline, pod-security.kubernetes.io/enforce-version: v1.25, pod-security.kubernetes.io/audit: strict}"))
        .tenant("a")
        .podSecurity();

    assertThat(facts.mode(Mode.ENFORCE).policy()).hasToString("baseline:v1.25");
    assertThat(facts.mode(Mode.ENFORCE).labelled()).isTrue();
    assertThat(facts.mode(Mode.ENFORCE).location()).hasToString("Optional[case.yaml:5:12]");
    assertThat(facts.mode(Mode.AUDIT).policy()).hasToString("privileged:latest");
    assertThat(facts.mode(Mode.AUDIT).labelled()).isTrue();
    assertThat(facts.mode(Mode.WARN).policy()).hasToString("baseline:v1.25");
    assertThat(facts.mode(Mode.WARN).labelled()).isFalse();
    assertThat(facts.mode(Mode.WARN).location()).isEmpty();
    assertThat(facts.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message())
            .isEqualTo(
                "Invalid value: \"strict\": must be one of privileged, baseline, restricted"));
    assertThat(facts.met()).isEmpty();
  }

  @Test
  void theLevelThatAllWorkloadsMeetIsThatOfTheWorst() {
    String root = deployment("a", "root", "").replace("runAsNonRoot: true, ", "");
    String host = deployment("a", "host", "hostPID: true");
    String enforced = namespace("a", "{pod-security.kubernetes.io/enforce: baseline}");

    PodSecurityFacts one =
        tenants(enforced, deployment("a", "web", "")).tenant("a").podSecurity();
    PodSecurityFacts two =
        tenants(enforced, deployment("a", "web", ""), root).tenant("a").podSecurity();
    PodSecurityFacts three = tenants(enforced, root, host).tenant("a").podSecurity();

    assertThat(one.met()).contains(Level.RESTRICTED);
    assertThat(one.below()).isEmpty();
    assertThat(two.met()).contains(Level.BASELINE);
    assertThat(two.below()).hasToString("[Deployment a/root]");
    assertThat(two.refused()).isEmpty();
    assertThat(three.met()).contains(Level.PRIVILEGED);
    assertThat(three.below()).hasToString("[Deployment a/host]");
    assertThat(three.refused()).hasToString("[Deployment a/host]");
  }

  @Test
  void policiesAreToldWithWhatTheyLeaveOpen() {
    Tenants tenants = tenants(
        namespace("a", PLAIN),
        deployment("a", "web", ""),
        deployment("a", "db", ""),
        deployment("b", "client", ""),
        policy("a", "deny", "{podSelector: {}, policyTypes: [Ingress]}"),
        policy(
            "a",
            "web",
            "{podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress, Egress], ingress: [{from: [{namespaceSelector: {}}], ports: [{port: 80}]}]}"));

    Tenant a = tenants.tenant("a");
    assertThat(a.ingress().isolation().coverage()).isEqualTo(Coverage.DEFAULT_DENY);
    assertThat(a.ingress().deciding()).hasToString("[NetworkPolicy a/deny (case.yaml:52:1)]");
    assertThat(a.egress().isolation().coverage()).isEqualTo(Coverage.SOME_PODS);
    assertThat(a.egress().deciding()).hasToString("[NetworkPolicy a/web (case.yaml:57:1)]");
    assertThat(a.egress().isolation().in(State.OPEN)).hasToString("[a/db[Deployment]]");
    assertThat(a.ingress().crossings()).hasToString("[a: [a/web[Deployment]] <= [b] : TCP 80]");
    assertThat(a.egress().crossings())
        .hasToString("[a: [a/db[Deployment]] => [b] : All Connections]");
  }

  @Test
  void quotasAndLimitsAreToldAsTheyAreWritten() {
    Tenant a = tenants("""
            apiVersion: v1
            kind: ResourceQuota
            metadata: {name: compute, namespace: a}
            spec:
              hard: {requests.cpu: "4", pods: 10}
              scopes: [NotTerminating]
              scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: In, values: [high, low]}]}
            ---
            apiVersion: v1
            kind: ResourceQuota
            metadata: {name: empty, namespace: a}
            ---
            apiVersion: v1
            kind: LimitRange
            metadata: {name: sizes, namespace: a}
            spec:
              limits:
                - type: Container
                  max: {memory: 1Gi}
                  default: {memory: 256Mi}
            """).tenant("a");

    assertThat(a.quotas()).hasSize(2);
    assertThat(a.quotas().get(0).hard()).hasToString("{requests.cpu=4, pods=10}");
    assertThat(a.quotas().get(0).scopes())
        .containsExactly("NotTerminating", "PriorityClass In high|low");
    assertThat(place(a.quotas().get(0).place())).isEqualTo("case.yaml:1:1");
    assertThat(a.quotas().get(1).hard()).isEmpty();
    assertThat(a.limitRanges())
        .singleElement()
        .satisfies(limits -> assertThat(limits.items())
            .hasToString(
                "[Item[type=Container, limits={max={memory=1Gi}, default={memory=256Mi}}]]"));
  }

  @Test
  void thePodsWordAboutTheTokenCountsMoreThanTheAccounts() {
    Tenant a = tenants(
            account("a", "quiet", "automountServiceAccountToken: false"),
            deployment("a", "one", "serviceAccountName: quiet"),
            deployment(
                "a",
                "two",
                "{serviceAccountName: quiet}".replaceAll("[{}]", "")
                    + "\n      automountServiceAccountToken: true"),
            deployment("a", "three", "automountServiceAccountToken: false"),
            deployment("a", "four", "serviceAccount: gone"))
        .tenant("a");

    assertThat(a.accounts())
        .extracting(AccountFacts::name)
        .containsExactly("default", "gone", "quiet");
    AccountFacts quiet = a.accounts().get(2);
    assertThat(quiet.automount()).isFalse();
    assertThat(place(quiet.place())).isEqualTo("case.yaml:4:1");
    assertThat(quiet.mountedBy()).hasToString("[Deployment a/two]");
    assertThat(quiet.pods().get(0).override()).isEmpty();
    assertThat(quiet.pods().get(1).override().map(Placed::path))
        .hasToString("Optional[spec.template.spec.automountServiceAccountToken]");
    assertThat(a.defaultAccount().automount()).isTrue();
    assertThat(a.defaultAccount().defined()).isFalse();
    assertThat(a.defaultAccount().mountedBy()).isEmpty();
    assertThat(a.accounts().get(1).defined()).isFalse();
    assertThat(a.accounts().get(1).mountedBy()).hasToString("[Deployment a/four]");
  }

  @Test
  void grantsAreToldOfTheAccountAndOfTheNamespaceTheyHoldIn() {
    Tenants tenants = tenants(
        namespace("a", PLAIN),
        namespace("b", PLAIN),
        role("b", "reader", "[{apiGroups: [\"\"], resources: [pods], verbs: [get, list]}]"),
        roleBinding(
            "b",
            "of-a",
            "kind: Role, name: reader",
            "[{kind: ServiceAccount, name: default, namespace: a}]"),
        roleBinding(
            "b",
            "group",
            "kind: ClusterRole, name: edit",
            "[{apiGroup: rbac.authorization.k8s.io, kind: Group, name: \"system:serviceaccounts:a\"}]"),
        roleBinding("b", "own", "kind: Role, name: reader", "[{kind: ServiceAccount, name: web}]"),
        clusterRoleBinding(
            "everybody",
            "view",
            "[{apiGroup: rbac.authorization.k8s.io, kind: Group, name: \"system:serviceaccounts\"}]"),
        clusterRoleBinding("ci", "view", "[{kind: ServiceAccount, name: ci, namespace: b}]"));

    Tenant a = tenants.tenant("a");
    Tenant b = tenants.tenant("b");
    assertThat(a.defaultAccount().grants()).singleElement().satisfies(grant -> {
      assertThat(grant.scope()).isEqualTo("b");
      assertThat(grant.accesses())
          .hasToString(
              "[ResourceAccess[resource=pods, resourceNames=[], isUrl=false, verbs=[get, list]]]");
      assertThat(grant.place()).hasToString("RoleBinding b/of-a (case.yaml:22:12)");
    });
    assertThat(refs(a.groupGrants())).containsExactly("RoleBinding b/group");
    assertThat(refs(a.grantsElsewhere()))
        .containsExactly("RoleBinding b/of-a", "RoleBinding b/group");
    assertThat(refs(b.foreignGrants()))
        .containsExactly("RoleBinding b/of-a", "RoleBinding b/group");
    assertThat(refs(b.grantsElsewhere())).containsExactly("ClusterRoleBinding ci");
    assertThat(b.accounts()).extracting(AccountFacts::name).containsExactly("ci", "default", "web");
    assertThat(refs(tenants.clusterWideGrants()))
        .containsExactly("ClusterRoleBinding everybody", "ClusterRoleBinding ci");
    assertThat(refs(tenants.grantsToEverybody())).containsExactly("ClusterRoleBinding everybody");
  }

  @Test
  void whatTheApiServerGrantsByItselfIsNotTold() {
    Tenants tenants = Tenants.of(Posture.running(Shops.cluster(namespace("a", PLAIN))));

    assertThat(tenants.clusterWideGrants()).isEmpty();
    assertThat(tenants.grantsToEverybody()).isEmpty();
    assertThat(tenants.clusterWideSecretAccess()).isEmpty();
    assertThat(tenants.tenant("kube-system").secretAccess()).isEmpty();
  }

  @Test
  void waysToSecretsAreToldWithRuleAndBinding() {
    Tenants tenants = tenants(
        role(
            "a",
            "many",
            "[{apiGroups: [\"\"], resources: [pods/exec], verbs: [create]}, {apiGroups: [\"\"], resources: [secrets], resourceNames: [one], verbs: [get]}, {apiGroups: [\"\"], resources: [pods], resourceNames: [one], verbs: [create]}]"),
        roleBinding(
            "a",
            "many",
            "kind: Role, name: many",
            "[{apiGroup: rbac.authorization.k8s.io, kind: User, name: alice}]"),
        clusterRoleBinding(
            "root",
            "cluster-admin",
            "[{apiGroup: rbac.authorization.k8s.io, kind: User, name: bob}]"));

    List<SecretAccess> ways = tenants.tenant("a").secretAccess();
    assertThat(ways).extracting(SecretAccess::way).containsExactly(SecretWay.READ, SecretWay.EXEC);
    assertThat(ways.get(0).resourceNames()).containsExactly("one");
    assertThat(ways.get(0).subject()).hasToString("User alice");
    assertThat(ways.get(0).rule().path()).hasToString("rules[1]");
    assertThat(ways.get(1).resourceNames()).isEmpty();
    assertThat(ways.get(1).rule()).hasToString("Role a/many (case.yaml:4:9)");
    assertThat(tenants.clusterWideSecretAccess())
        .extracting(SecretAccess::way)
        .containsExactly(SecretWay.values());
  }

  @Test
  void whatATenantMayDoElsewhereIsAnswered() {
    Tenants tenants = tenants(
        role("b", "reader", "[{apiGroups: [\"\"], resources: [pods], verbs: [get, list]}]"),
        roleBinding(
            "b",
            "of-a",
            "kind: Role, name: reader",
            "[{kind: ServiceAccount, name: web, namespace: a}]"));

    assertThat(tenants.allowed(User.serviceAccount("a", "web"), "b"))
        .extracting(access -> access.resource() + " " + access.verbs())
        .contains("pods [get, list]")
        .contains("selfsubjectaccessreviews.authorization.k8s.io [create]");
    assertThat(tenants.allowed(User.serviceAccount("a", "web"), "a"))
        .extracting(access -> access.resource())
        .doesNotContain("pods");
  }

  private static List<String> refs(List<AccessGrant> grants) {
    return grants.stream().map(grant -> grant.binding().ref().toString()).toList();
  }

  private static String place(Placed placed) {
    return placed.location().map(Location::toString).orElse("nowhere");
  }
}
