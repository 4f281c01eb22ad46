package io.plimsoll.rbac.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.ServiceAccount;
import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.schema.ResourceCatalog;
import io.plimsoll.rbac.BootstrapPolicy;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.RoleRef;
import io.plimsoll.rbac.Subject;
import io.plimsoll.rbac.manifest.RbacTrees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RbacLintTest {

  @Test
  void nothingIsFoundInAnEmptyCluster() {
    assertThat(RbacLint.of(Cluster.empty()).findings()).isEmpty();
  }

  @Test
  void nothingIsFoundInWhatTheApiServerMakes() {
    Cluster cluster = BootstrapPolicy.addTo(Cluster.empty());

    assertThat(RbacLint.of(cluster).findings()).isEmpty();
  }

  @Test
  void aBootstrapBindingThatWasExtendedIsLookedAt() {
    List<String> found = Manifest.lint("""
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: 'system:discovery'}
        roleRef: {kind: ClusterRole, name: 'system:discovery'}
        subjects:
        - {kind: Group, name: 'system:authenticated'}
        - {kind: Group, name: 'system:unauthenticated'}
        """);

    assertThat(found)
        .containsExactly(
            "6:17 warning rbac/everybody subjects[0].name: all users and all service accounts get"
                + " this role",
            "7:17 error rbac/anonymous subjects[1].name: everybody who reaches the API server gets"
                + " this role unasked");
  }

  @Test
  void aBootstrapRoleFromAClusterIsAsTheApiServerMakesIt() {
    List<String> found = Manifest.lint("""
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: view, resourceVersion: "12", uid: 1-2}
        aggregationRule:
          clusterRoleSelectors: [{matchLabels: {rbac.authorization.k8s.io/aggregate-to-view: "true"}}]
        rules:
        - {apiGroups: [""], resources: [pods], verbs: [get]}
        """);

    assertThat(found).isEmpty();
  }

  @Test
  void aDecentChartHasNoFindings() {
    List<String> found = Manifest.lint("""
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: metrics-server, namespace: kube-system}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: system:aggregated-metrics-reader
          labels: {rbac.authorization.k8s.io/aggregate-to-view: "true"}
        rules:
        - {apiGroups: [metrics.k8s.io], resources: [pods, nodes], verbs: [get, list, watch]}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: metrics-server-auth-reader, namespace: kube-system}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: extension-apiserver-authentication-reader}
        subjects:
        - {kind: ServiceAccount, name: metrics-server, namespace: kube-system}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: system:metrics-server}
        rules:
        - {apiGroups: [""], resources: [nodes/metrics, pods, nodes], verbs: [get, list, watch]}
        - {apiGroups: [""], resources: [serviceaccounts/token], resourceNames: [x], verbs: [create]}
        - {apiGroups: [""], resources: [services/finalizers], verbs: [update]}
        - {apiGroups: [certificates.k8s.io], resources: [signers], resourceNames: [acme.io/*], verbs: [approve]}
        - {nonResourceURLs: [/metrics, /healthz/*], verbs: [get]}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: system:metrics-server}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: system:metrics-server}
        subjects:
        - {kind: ServiceAccount, name: metrics-server, namespace: kube-system}
        """);

    assertThat(found).isEmpty();
  }

  @Test
  void aRoleThatAnotherCollectsIsUsedAndReachesAsFarAsThatDoes() {
    String roles = """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: part, labels: {to: whole}}
        rules: [{apiGroups: [""], resources: [nodes], verbs: [get]}]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: whole}
        aggregationRule: {clusterRoleSelectors: [{matchLabels: {to: whole}}]}
        ---
        """;
    String binding = """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: %s
        metadata: {name: b, namespace: shop}
        roleRef: {kind: ClusterRole, name: whole}
        subjects: [{kind: User, name: alice}]
        """;

    assertThat(Manifest.lint(roles + binding.formatted("ClusterRoleBinding"))).isEmpty();
    assertThat(Manifest.lint(roles + binding.formatted("RoleBinding")))
        .containsExactly(
            "4:39 warning rbac/cluster-scope-without-effect rules[0].resources[0]: \"nodes\" is"
                + " cluster-scoped, and only RoleBindings grant this ClusterRole, such as RoleBinding"
                + " shop/b");
  }

  @Test
  void whatDefinitionsDefineIsKnown() {
    String crd = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: widgets.acme.io}
        spec:
          group: acme.io
          scope: Cluster
          names: {plural: widgets, singular: widget, kind: Widget, shortNames: [wd]}
          versions: [{name: v1, served: true, subresources: {status: {}}}]
        ---
        """;
    String role = """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: r, namespace: shop}
        rules:
        - {apiGroups: [acme.io], resources: [widgets, wd, widgts, gizmos, gadgets], verbs: [get]}
        """;

    assertThat(Manifest.lint(
            crd + role, LintRule.UNKNOWN_RESOURCE, LintRule.CLUSTER_SCOPE_WITHOUT_EFFECT))
        .containsExactly(
            "14:38 warning rbac/cluster-scope-without-effect rules[0].resources[0]: \"widgets\" is"
                + " cluster-scoped, and a Role allows nothing outside of its namespace",
            "14:47 warning rbac/unknown-resource rules[0].resources[1]: \"wd\" is no resource of the"
                + " API group \"acme.io\"; did you mean \"widgets\"",
            "14:51 warning rbac/unknown-resource rules[0].resources[2]: \"widgts\" is no resource of"
                + " the API group \"acme.io\"; did you mean \"widgets\"");
    assertThat(Manifest.lint(role, LintRule.UNKNOWN_RESOURCE)).isEmpty();
    assertThat(Manifest.lint(crd + role.replace("[acme.io]", "['']"), LintRule.UNKNOWN_RESOURCE))
        .first()
        .asString()
        .endsWith(
            "\"widgets\" is no resource of the core group; it is in the API group \"acme.io\"");
  }

  @Test
  void whatADefinitionAddsToAGroupOfKubernetesIsKnown() {
    String manifests = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: deployment.apps}
        spec:
          group: apps
          scope: Namespaced
          names: {plural: deployment, singular: deployment, kind: Deploy}
          versions: [{name: v1, served: true}]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: r, namespace: shop}
        rules:
        - {apiGroups: [apps], resources: [deployment], verbs: [get]}
        """;

    assertThat(Manifest.lint(manifests, LintRule.UNKNOWN_RESOURCE)).isEmpty();
  }

  @Test
  void aNameThatIsMissingIsTheReadersAffair() {
    String role = Manifest.RBAC + "kind: Role\nmetadata: {namespace: a}\n";

    assertThat(Manifest.lint(role, LintRule.REFUSED, LintRule.UNUSED_ROLE)).isEmpty();
  }

  @Test
  void aNameThatIsRefusedIsNotMissedToo() {
    String binding = Manifest.RBAC + """
        kind: RoleBinding
        metadata: {name: b, namespace: a}
        roleRef: {kind: ClusterRole, name: view}
        subjects: [{kind: ServiceAccount, name: not_one}]
        """;

    assertThat(Manifest.lint(binding))
        .singleElement()
        .asString()
        .contains(" rbac/refused subjects[0].name: Invalid value: \"not_one\": ");
  }

  @Test
  void aCatalogueSaysWhatIsServed() {
    ApiResource widgets = new ApiResource(
        "acme.io", "v1", "widgets", "widget", "Widget", List.of(), true, List.of("get"), List.of());
    Cluster cluster = Cluster.of(KubeObject.of(RbacTrees.of(
        Role.of("a", "r", PolicyRule.of(List.of("get"), List.of("acme.io"), List.of("gizmos"))))));

    RbacLint lint = RbacLint.of(cluster, ResourceCatalog.kubernetes().with(List.of(widgets)));

    assertThat(lint.findings())
        .extracting(Finding::message)
        .contains("\"gizmos\" is no resource of the API group \"acme.io\"");
  }

  @Test
  void aFindingHasTheValueThePlaceAndTheFix() {
    Cluster cluster = Manifest.cluster("""
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: b, namespace: shop}
        roleRef: {kind: ClusterRole, name: veiw}
        subjects: [{kind: User, name: alice}]
        """);

    Finding finding = RbacLint.of(cluster).findings().get(0);

    assertThat(finding.path()).isEqualTo(FieldPath.of("roleRef", "name"));
    assertThat(finding.place()).hasToString("Optional[m.yaml:4:30]");
    assertThat(finding.observed()).hasToString("\"veiw\"");
    assertThat(finding.allowed()).containsExactly("view");
    assertThat(finding.fix()).hasToString("Optional[add /roleRef/name \"view\"]");
  }

  @Test
  void findingsAreInTheOrderOfObjectsAndFieldsWhateverOrderTheObjectsCameIn() {
    List<KubeObject> objects = new ArrayList<>();
    for (String name : List.of("z", "a", "m")) {
      objects.add(KubeObject.of(RbacTrees.of(Role.of(
          "shop",
          name,
          PolicyRule.of(List.of("lst", "*"), List.of(""), List.of("Pod", "pods/*"))))));
    }
    List<KubeObject> reversed = new ArrayList<>(objects);
    Collections.reverse(reversed);

    List<Finding> findings = RbacLint.of(Cluster.of(objects)).findings();

    assertThat(findings).isEqualTo(RbacLint.of(Cluster.of(reversed)).findings());
    assertThat(findings).extracting(finding -> finding.object().name()).isSorted();
  }

  /** Every binding names a role and an account that do not exist, and every role a verb and a resource that are none. */
  @Test
  @Timeout(60)
  void theCostOfTenThousandBindingsIsNotThatOfComparingThemAll() {
    List<KubeObject> objects = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      String namespace = "team-" + i % 50;
      PolicyRule rule = PolicyRule.of(List.of("gte"), List.of(""), List.of("pod" + i));
      objects.add(KubeObject.of(RbacTrees.of(Role.of(namespace, "role-x" + i, rule))));
      objects.add(KubeObject.of(RbacTrees.of(RoleBinding.of(
          namespace,
          "binding-" + i,
          RoleRef.role("role-y" + i),
          Subject.serviceAccount(namespace, "account-y" + i),
          Subject.user("user-" + i),
          Subject.group("group-" + i % 100)))));
      objects.add(KubeObject.of((MappingValue) Value.from(Map.of(
          "apiVersion", "v1",
          "kind", ServiceAccount.KIND.kind(),
          "metadata", Map.of("name", "account-x" + i, "namespace", namespace)))));
    }

    List<Finding> findings = RbacLint.of(Cluster.of(objects)).findings();

    assertThat(findings)
        .extracting(Finding::rule)
        .filteredOn(rule -> !rule.equals(LintRule.UNUSED_ROLE.id()))
        .hasSize(40_000);
  }

  @Test
  @Timeout(60)
  void theCostOfTenThousandRulesIsNotThatOfComparingThemAll() {
    PolicyRule[] rules = new PolicyRule[10_000];
    for (int i = 0; i < rules.length; i++) {
      rules[i] = PolicyRule.of(List.of("get", "update"), List.of(""), List.of("secrets"))
          .named("secret-" + i, "key-" + i);
    }
    Cluster cluster = Cluster.of(KubeObject.of(RbacTrees.of(Role.of("a", "r", rules))));

    assertThat(RbacLint.of(cluster).findings())
        .extracting(Finding::rule)
        .containsExactly(LintRule.UNUSED_ROLE.id());
  }
}
