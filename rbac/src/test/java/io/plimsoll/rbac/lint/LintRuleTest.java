package io.plimsoll.rbac.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.KubeObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule by an example: where it finds what, and that its fix mends it. */
class LintRuleTest {

  private static final String ROLE = """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: r, namespace: shop}
      rules:
      """;
  private static final String CLUSTER_ROLE = """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: r}
      rules:
      """;
  private static final String BINDING = """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: b, namespace: shop}
      """;
  private static final String CLUSTER_BINDING = """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: b}
      """;
  private static final String WEB = """
      ---
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: web, namespace: shop}
      """;
  private static final String VIEW = "roleRef: {kind: ClusterRole, name: view}\n";

  /** A rule, manifests, and all that it finds in them. */
  record Example(LintRule rule, String yaml, List<String> found) {
    @Override
    public String toString() {
      return rule.id() + " in " + yaml.lines().skip(3).findFirst().orElse("");
    }
  }

  private static Example example(LintRule rule, String yaml, String... found) {
    List<String> lines = new ArrayList<>();
    for (String one : found) {
      lines.add(one.replaceFirst(" (error|warning|info) ", " $1 " + rule.id() + " "));
    }
    return new Example(rule, yaml, lines);
  }

  static List<Example> examples() {
    List<Example> all = new ArrayList<>();
    all.addAll(references());
    all.addAll(withoutEffect());
    all.addAll(words());
    all.addAll(superfluous());
    all.addAll(power());
    return all;
  }

  private static List<Example> references() {
    return List.of(
        example(
            LintRule.MISSING_ROLE,
            BINDING + "roleRef: {kind: ClusterRole, name: veiw}\nsubjects: []",
            "4:30 error roleRef.name: there is no ClusterRole \"veiw\"; did you mean ClusterRole"
                + " \"view\""),
        example(
            LintRule.MISSING_ROLE,
            BINDING + "roleRef: {kind: Role, name: view}\nsubjects: []",
            "4:11 error roleRef.kind: there is no Role \"view\" in namespace \"shop\"; did you mean"
                + " ClusterRole \"view\""),
        example(
            LintRule.MISSING_ROLE,
            CLUSTER_BINDING + "roleRef: {kind: ClusterRole, name: cert-manager}\nsubjects: []",
            "4:30 warning roleRef.name: there is no ClusterRole \"cert-manager\" here, so the binding"
                + " grants nothing"),
        example(
            LintRule.MISSING_SERVICE_ACCOUNT,
            BINDING + VIEW + "subjects: [{kind: ServiceAccount, name: wbe}]\n" + WEB,
            "5:35 error subjects[0].name: there is no ServiceAccount \"wbe\" in namespace \"shop\";"
                + " did you mean \"web\""),
        example(
            LintRule.MISSING_SERVICE_ACCOUNT,
            BINDING + VIEW + "subjects: [{kind: ServiceAccount, name: mailer}]\n" + WEB,
            "5:35 warning subjects[0].name: there is no ServiceAccount \"mailer\" in namespace"
                + " \"shop\""),
        example(
            LintRule.MISSING_SERVICE_ACCOUNT,
            BINDING + VIEW + "subjects: [{kind: ServiceAccount, name: web, namespace: shpo}]\n"
                + WEB,
            "5:46 warning subjects[0].namespace: there is no ServiceAccount \"web\" in namespace"
                + " \"shpo\"; did you mean namespace \"shop\""),
        example(
            LintRule.MISSING_SERVICE_ACCOUNT,
            BINDING + VIEW + "subjects: [{kind: ServiceAccount, name: ci, namespace: build}]",
            "5:35 info subjects[0].name: there is no ServiceAccount \"ci\" in namespace \"build\""
                + " here; it may come from elsewhere, as the namespace does"),
        example(
            LintRule.MISSING_SERVICE_ACCOUNT,
            BINDING + VIEW + "subjects: [{kind: User, name: 'system:serviceaccount:shop:x'}]\n"
                + WEB,
            "5:25 warning subjects[0].name: there is no ServiceAccount \"x\" in namespace \"shop\""),
        example(
            LintRule.CLUSTER_ROLE_BINDING_OF_ROLE,
            CLUSTER_BINDING + "roleRef: {kind: Role, name: view}\nsubjects: []",
            "4:11 error roleRef.kind: a ClusterRoleBinding grants ClusterRoles only, and the API"
                + " server refuses it; there is a ClusterRole of this name"),
        example(
            LintRule.WRONG_API_GROUP,
            BINDING + VIEW + "subjects:\n- {kind: User, name: a, apiGroup: v1}\n"
                + "- {kind: ServiceAccount, name: web, apiGroup: rbac.authorization.k8s.io}",
            "6:25 error subjects[0].apiGroup: the API group must be \"rbac.authorization.k8s.io\","
                + " not \"v1\", and the API server refuses it",
            "7:37 error subjects[1].apiGroup: the API group must be left out, not"
                + " \"rbac.authorization.k8s.io\", and the API server refuses it"),
        example(
            LintRule.SERVICE_ACCOUNT_WITHOUT_NAMESPACE,
            CLUSTER_BINDING + VIEW + "subjects: [{kind: ServiceAccount, name: web}]\n" + WEB,
            "5:12 error subjects[0].namespace: a service account in a ClusterRoleBinding needs its"
                + " namespace, the API server refuses it without; did you mean ServiceAccount"
                + " shop/web"),
        example(
            LintRule.NAMESPACE_OF_USER,
            BINDING + VIEW + "subjects: [{kind: User, name: alice, namespace: shop}]",
            "5:38 warning subjects[0].namespace: a User is in no namespace, the field means nothing"),
        example(
            LintRule.MISSING_SERVICE_ACCOUNT,
            BINDING + VIEW + "subjects: [{kind: ServiceAccount, name: Web}]\n" + WEB,
            "5:35 error subjects[0].name: there is no ServiceAccount \"Web\" in namespace \"shop\";"
                + " did you mean \"web\""),
        example(
            LintRule.SUBJECT_PATTERN,
            BINDING + VIEW + "subjects:\n- {kind: User, name: '*'}\n- {kind: Group, name: 'dev-*'}",
            "6:16 warning subjects[0].name: \"*\" is taken as the name of one user; all users are in"
                + " the group \"system:authenticated\", the service accounts of a namespace in"
                + " \"system:serviceaccounts:NAMESPACE\"",
            "7:17 warning subjects[1].name: \"dev-*\" is taken as the name of one group; all users are"
                + " in the group \"system:authenticated\", the service accounts of a namespace in"
                + " \"system:serviceaccounts:NAMESPACE\""),
        example(
            LintRule.NO_SUBJECTS,
            BINDING + VIEW + "subjects: []",
            "5:1 info subjects: the binding has no subjects, it is for nobody"),
        example(
            LintRule.REFUSED,
            BINDING + VIEW + "subjects: [{kind: Robot, name: r2}]",
            "5:13 error subjects[0].kind: Unsupported value: \"Robot\": supported values:"
                + " \"ServiceAccount\", \"User\", \"Group\""));
  }

  private static List<Example> withoutEffect() {
    return List.of(
        example(
            LintRule.EMPTY_RULE,
            ROLE + "- {apiGroups: [''], resources: [], verbs: [get]}\n- {apiGroups: ['']}",
            "5:3 error rules[0]: the rule has no resources, it allows nothing, and the API server"
                + " refuses it",
            "6:3 error rules[1]: the rule has no verbs and no resources, it allows nothing, and the"
                + " API server refuses it"),
        example(
            LintRule.EMPTY_ROLE, ROLE, "4:1 info rules: the role has no rules, it allows nothing"),
        example(
            LintRule.URL_WITHOUT_EFFECT,
            ROLE + "- {nonResourceURLs: [/metrics], verbs: [get]}",
            "5:4 error rules[0].nonResourceURLs: URLs are in no namespace, and a Role allows nothing"
                + " outside of its namespace"),
        example(
            LintRule.URL_WITHOUT_EFFECT,
            CLUSTER_ROLE + "- {nonResourceURLs: [/metrics], verbs: [get]}\n---\n" + BINDING
                + "roleRef: {kind: ClusterRole, name: r}",
            "5:4 warning rules[0].nonResourceURLs: URLs are in no namespace, and only RoleBindings"
                + " grant this ClusterRole, such as RoleBinding shop/b"),
        example(
            LintRule.CLUSTER_SCOPE_WITHOUT_EFFECT,
            ROLE + "- {apiGroups: [''], resources: [pods, nodes], verbs: [get]}",
            "5:39 warning rules[0].resources[1]: \"nodes\" is cluster-scoped, and a Role allows"
                + " nothing outside of its namespace"),
        example(
            LintRule.CLUSTER_SCOPE_WITHOUT_EFFECT,
            ROLE + "- {apiGroups: [''], resources: [namespaces], verbs: [get, delete]}\n"
                + "- {apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles], verbs: [bind]}\n"
                + "- {apiGroups: [metrics.k8s.io], resources: [nodes], verbs: [get]}\n"
                + "- {apiGroups: [''], resources: [namespaces], verbs: [list]}",
            "8:33 warning rules[3].resources[0]: \"namespaces\" is cluster-scoped, and a Role allows"
                + " nothing outside of its namespace"),
        example(
            LintRule.PATTERN_WITHOUT_EFFECT,
            CLUSTER_ROLE
                + "- {apiGroups: [''], resources: ['pods/*', '*/log', '*'], verbs: ['get*', get]}\n"
                + "- {apiGroups: ['*.io'], resources: [x], verbs: [get]}\n"
                + "- {nonResourceURLs: [/a/*/b, a, /c*, '*'], verbs: [get]}",
            "5:33 warning rules[0].resources[0]: \"pods/*\" matches nothing: there is \"*\" for all"
                + " resources and their subresources, and \"*/scale\" for one subresource of all",
            "5:66 warning rules[0].verbs[0]: \"get*\" matches nothing: a verb is written in full, or"
                + " \"*\" for all",
            "6:16 warning rules[1].apiGroups[0]: \"*.io\" matches nothing: a group is written in"
                + " full, or \"*\" for all",
            "7:22 warning rules[2].nonResourceURLs[0]: \"/a/*/b\" matches no path but itself: a star"
                + " counts at the end",
            "7:30 warning rules[2].nonResourceURLs[1]: \"a\" matches nothing: all paths start with a"
                + " slash"),
        example(
            LintRule.NAMES_WITHOUT_EFFECT,
            ROLE
                + "- {apiGroups: [''], resources: [pods], resourceNames: [a], verbs: [get, deletecollection]}",
            "5:73 warning rules[0].verbs[1]: \"deletecollection\" has no name, so resourceNames never"
                + " match it"),
        example(
            LintRule.NAMES_WITH_CREATE,
            ROLE + "- {apiGroups: [''], resources: [pods], resourceNames: [a], verbs: [create]}\n"
                + "- {apiGroups: [''], resources: [pods/exec], resourceNames: [a], verbs: [create]}",
            "5:68 warning rules[0].verbs[0]: \"create\" has a name only when an object is applied on"
                + " the server or put; with resourceNames, creating by POST is denied"),
        example(
            LintRule.NAMES_WITH_LIST,
            ROLE
                + "- {apiGroups: [''], resources: [pods], resourceNames: [a], verbs: [watch, list]}",
            "5:75 info rules[0].verbs[1]: \"list\" and \"watch\" have a name only with the field"
                + " selector metadata.name=NAME; with resourceNames, all other lists are denied"),
        example(
            LintRule.NAME_PATTERN,
            ROLE + "- {apiGroups: [''], resources: [pods], resourceNames: [web-*], verbs: [get]}\n"
                + "- {apiGroups: [certificates.k8s.io], resources: [signers], resourceNames: [a.io/*], verbs: [sign]}",
            "5:56 warning rules[0].resourceNames[0]: \"web-*\" is taken as the name of one object:"
                + " leave resourceNames out for all names"),
        example(
            LintRule.REPLACED_RULES,
            CLUSTER_ROLE + "- {apiGroups: [''], resources: [pods], verbs: [get]}\n"
                + "aggregationRule: {clusterRoleSelectors: [{matchLabels: {a: b}}]}",
            "4:1 warning rules: the rules that an aggregated ClusterRole has of its own are replaced"
                + " by those it collects"),
        example(
            LintRule.AGGREGATION_CYCLE,
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: a, labels: {to: b}}
            aggregationRule: {clusterRoleSelectors: [{matchLabels: {to: a}}]}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: b, labels: {to: a}}
            aggregationRule: {clusterRoleSelectors: [{matchLabels: {to: b}}]}
            """,
            "4:1 warning aggregationRule: the roles \"a\", \"b\" collect from one another: what they"
                + " have in the end depends on the order in which the controller works"));
  }

  private static List<Example> words() {
    return List.of(
        example(
            LintRule.UNKNOWN_API_GROUP,
            ROLE
                + "- {apiGroups: [apps/v1, core, app, networking.k8s.io], resources: [pods], verbs: [get]}\n"
                + "- {apiGroups: [networking.gke.io, scheduling.x-k8s.io], resources: [x], verbs: [get]}",
            "5:16 warning rules[0].apiGroups[0]: \"apps/v1\" is no API group; rules have no versions,"
                + " write \"apps\"",
            "5:25 warning rules[0].apiGroups[1]: \"core\" is no API group; the core group is written"
                + " \"\"",
            "5:31 warning rules[0].apiGroups[2]: \"app\" is no API group; did you mean \"apps\""),
        example(
            LintRule.UNKNOWN_RESOURCE,
            ROLE
                + "- {apiGroups: ['', batch], resources: [Pod, cm, pods/logs, cronjob, services], verbs: [get]}\n"
                + "- {apiGroups: ['', acme.io], resources: [widgets, services/finalizers], verbs: [update]}\n"
                + "- {apiGroups: [''], resources: [deployments, deploy, pods/frob], verbs: [get]}",
            "5:40 warning rules[0].resources[0]: \"Pod\" is no resource of these API groups; did you"
                + " mean \"pods\"",
            "5:45 warning rules[0].resources[1]: \"cm\" is no resource of these API groups; did you"
                + " mean \"configmaps\"",
            "5:49 warning rules[0].resources[2]: \"pods/logs\" is no resource of these API groups;"
                + " did you mean \"pods/log\"",
            "5:60 warning rules[0].resources[3]: \"cronjob\" is no resource of these API groups; did"
                + " you mean \"cronjobs\"",
            "7:33 warning rules[2].resources[0]: \"deployments\" is no resource of the core group; it"
                + " is in the API group \"apps\"",
            "7:46 warning rules[2].resources[1]: \"deploy\" is no resource of the core group; did you"
                + " mean \"deployments\" of the API group \"apps\"",
            "7:54 warning rules[2].resources[2]: \"pods/frob\" is no resource of the core group"),
        example(
            LintRule.UNKNOWN_VERB,
            CLUSTER_ROLE
                + "- {apiGroups: [''], resources: [pods], verbs: [GET, lst, post, frob, use]}\n"
                + "- {apiGroups: [acme.io], resources: [x], verbs: [sync, creat]}\n"
                + "- {nonResourceURLs: [/x], verbs: [POST, create]}",
            "5:48 warning rules[0].verbs[0]: \"GET\" is no verb; did you mean \"get\"",
            "5:53 warning rules[0].verbs[1]: \"lst\" is no verb; did you mean \"list\"",
            "5:58 warning rules[0].verbs[2]: \"post\" is no verb; did you mean \"create\"",
            "5:64 warning rules[0].verbs[3]: \"frob\" is no verb",
            "6:56 warning rules[1].verbs[1]: \"creat\" is no verb; did you mean \"create\"",
            "7:35 warning rules[2].verbs[0]: \"POST\" is no verb of a URL, which are HTTP methods in"
                + " lower case; did you mean \"post\"",
            "7:41 warning rules[2].verbs[1]: \"create\" is no verb of a URL, which are HTTP methods in"
                + " lower case; did you mean \"post\""),
        example(
            LintRule.REMOVED_API,
            ROLE + "- {apiGroups: [extensions, apps], resources: [deployments], verbs: [get]}\n"
                + "- {apiGroups: [policy], resources: [podsecuritypolicies], verbs: [use]}",
            "5:16 info rules[0].apiGroups[0]: nothing is in the API group \"extensions\" since"
                + " Kubernetes 1.22",
            "6:37 info rules[1].resources[0]: PodSecurityPolicy was removed in Kubernetes 1.25"),
        example(
            LintRule.UNSUPPORTED_VERB,
            CLUSTER_ROLE + "- {apiGroups: [''], resources: [pods/eviction], verbs: [delete]}\n"
                + "- {apiGroups: [''], resources: [pods/exec], verbs: [create, delete]}\n"
                + "- {apiGroups: [''], resources: [pods/log], verbs: [get, list, watch]}\n"
                + "- {nonResourceURLs: [/x], verbs: [get, list]}",
            "5:33 warning rules[0].resources[0]: \"pods/eviction\" takes none of the verbs, only"
                + " create",
            "6:61 info rules[1].verbs[1]: \"pods/exec\" does not take \"delete\"",
            "8:40 info rules[3].verbs[1]: the verbs of URLs are HTTP methods, \"list\" is none"));
  }

  private static List<Example> superfluous() {
    String bob = "subjects: [{kind: User, name: bob}, {kind: User, name: eve}]\n";
    return List.of(
        example(
            LintRule.REDUNDANT_RULE,
            ROLE + "- {apiGroups: [''], resources: [pods], verbs: [get, list]}\n"
                + "- {apiGroups: [''], resources: [services], verbs: ['*']}\n"
                + "- {apiGroups: [''], resources: [pods, services], verbs: [get]}\n"
                + "- {apiGroups: [''], resources: [pods], verbs: [get]}",
            "7:3 info rules[2]: rules[0] and rules[1] allow all that this rule does",
            "8:3 info rules[3]: rules[0] allows all that this rule does"),
        example(
            LintRule.SHADOWED_RULE,
            ROLE + "- {apiGroups: [''], resources: [secrets], resourceNames: [web], verbs: [get]}\n"
                + "- {apiGroups: [''], resources: [secrets], verbs: [get]}",
            "5:43 warning rules[0].resourceNames: rules[1] allows the same for all names"),
        example(
            LintRule.DUPLICATE_GRANT,
            BINDING + VIEW + bob + "---\n" + BINDING.replace("name: b,", "name: c,") + VIEW
                + "subjects: [{kind: User, name: bob}, {kind: User, name: zoe}, {kind: User, name: zoe}]",
            "11:12 info subjects[0]: User bob has ClusterRole \"view\" already, by RoleBinding shop/b",
            "11:62 info subjects[2]: User zoe is subjects[1] already"),
        example(
            LintRule.SHADOWED_GRANT,
            BINDING + VIEW + bob + "---\n" + CLUSTER_BINDING + VIEW
                + "subjects: [{kind: User, name: bob}]",
            "5:12 warning subjects[0]: User bob has ClusterRole \"view\" everywhere, by"
                + " ClusterRoleBinding b"),
        example(
            LintRule.REPEATED_WORD,
            ROLE + "- {apiGroups: [''], resources: [pods, pods], verbs: [get, list, get, get]}",
            "5:39 info rules[0].resources[1]: \"pods\" is resources[0] already",
            "5:65 info rules[0].verbs[2]: \"get\" is verbs[0] already",
            "5:70 info rules[0].verbs[3]: \"get\" is verbs[0] already"),
        example(
            LintRule.REDEFINED_ROLE,
            CLUSTER_ROLE.replace("{name: r}", "{name: cluster-admin}")
                + "- {apiGroups: [''], resources: [pods], verbs: [get]}\n---\n"
                + CLUSTER_ROLE.replace(
                    "{name: r}",
                    "{name: view, annotations: {rbac.authorization.kubernetes.io/autoupdate: 'false'}}"),
            "3:12 warning metadata.name: the API server has a role of this name with other rules, and"
                + " adds what this one lacks of them when it starts",
            "9:12 warning metadata.name: the API server has a role of this name with other rules, and"
                + " leaves this one as it is, also where an upgrade needs more"),
        example(
            LintRule.UNUSED_ROLE,
            ROLE + "- {apiGroups: [''], resources: [pods], verbs: [get]}",
            "3:12 info metadata.name: no binding here grants this role"));
  }

  private static List<Example> power() {
    return List.of(
        example(
            LintRule.WILDCARD_ALL,
            ROLE + "- {apiGroups: ['*'], resources: ['*'], verbs: ['*']}",
            "5:3 warning rules[0]: the rule allows every verb on every resource of every API group, as"
                + " cluster-admin does"),
        example(
            LintRule.WILDCARD_VERBS,
            ROLE + "- {apiGroups: [''], resources: [pods], verbs: ['*']}\n"
                + "- {apiGroups: [''], resources: [serviceaccounts], verbs: ['*']}",
            "5:48 info rules[0].verbs[0]: \"*\" is every verb, and those still to come",
            "6:59 warning rules[1].verbs[0]: \"*\" is every verb, impersonate included, and those"
                + " still to come"),
        example(
            LintRule.WILDCARD_RESOURCES,
            ROLE + "- {apiGroups: [''], resources: ['*'], verbs: [get]}\n"
                + "- {apiGroups: ['*'], resources: ['*'], verbs: [get]}\n"
                + "- {apiGroups: [acme.io], resources: ['*'], verbs: [get]}",
            "5:33 warning rules[0].resources[0]: \"*\" is every resource of the core group, Secrets"
                + " and subresources such as pods/exec included",
            "6:34 warning rules[1].resources[0]: \"*\" is every resource of every API group, Secrets"
                + " included",
            "7:38 info rules[2].resources[0]: \"*\" is every resource of the group, subresources and"
                + " those still to come included"),
        example(
            LintRule.WILDCARD_API_GROUPS,
            ROLE + "- {apiGroups: ['*'], resources: [pods], verbs: [get]}",
            "5:16 info rules[0].apiGroups[0]: \"*\" is every API group, those of custom resources"
                + " too"),
        example(
            LintRule.WILDCARD_URLS,
            CLUSTER_ROLE + "- {nonResourceURLs: ['*'], verbs: [get]}",
            "5:22 info rules[0].nonResourceURLs[0]: \"*\" is every URL that is no resource, metrics"
                + " and profiles of the API server too"),
        example(
            LintRule.DEFAULT_SERVICE_ACCOUNT,
            BINDING + VIEW + "subjects: [{kind: ServiceAccount, name: default}]",
            "5:35 warning subjects[0].name: every pod in namespace \"shop\" that names no service"
                + " account gets this role"),
        example(
            LintRule.ANONYMOUS,
            BINDING + VIEW + "subjects:\n- {kind: Group, name: 'system:unauthenticated'}\n"
                + "- {kind: User, name: 'system:anonymous'}",
            "6:17 error subjects[0].name: everybody who reaches the API server gets this role unasked",
            "7:16 error subjects[1].name: everybody who reaches the API server gets this role unasked"),
        example(
            LintRule.EVERYBODY,
            BINDING + VIEW + "subjects:\n- {kind: Group, name: 'system:authenticated'}\n"
                + "- {kind: Group, name: 'system:serviceaccounts'}\n"
                + "- {kind: Group, name: 'system:serviceaccounts:shop'}",
            "6:17 warning subjects[0].name: all users and all service accounts get this role",
            "7:17 warning subjects[1].name: all service accounts of all namespaces get this role"),
        example(
            LintRule.MASTERS,
            BINDING + VIEW + "subjects: [{kind: Group, name: 'system:masters'}]",
            "5:26 warning subjects[0].name: system:masters may do everything without any role, and"
                + " taking this one away changes nothing"),
        example(
            LintRule.CLUSTER_ADMIN,
            CLUSTER_BINDING + "roleRef: {kind: ClusterRole, name: cluster-admin}\nsubjects: []",
            "4:30 warning roleRef.name: cluster-admin allows everything"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aRuleFindsItsExample(Example example) {
    List<String> found = Manifest.lint(example.yaml(), example.rule());

    assertThat(found).containsExactlyElementsOf(example.found());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aFixTakesItsFindingAway(Example example) {
    Cluster cluster = Manifest.cluster(example.yaml());

    for (Finding finding : RbacLint.of(cluster).findings()) {
      finding.fix().ifPresent(fix -> {
        KubeObject object = cluster.find(finding.object()).orElseThrow();
        Cluster mended = cluster.with(KubeObject.of((MappingValue) fix.apply(object.tree())));
        assertThat(count(mended, finding)).as("%s", finding).isLessThan(count(cluster, finding));
      });
    }
  }

  /** Returns how often a rule finds something in an object. */
  private static long count(Cluster cluster, Finding finding) {
    return RbacLint.of(cluster).findings().stream()
        .filter(
            other -> other.rule().equals(finding.rule()) && other.object().equals(finding.object()))
        .count();
  }

  @Test
  void everyRuleHasAnExample() {
    Set<LintRule> rules = EnumSet.noneOf(LintRule.class);
    examples().forEach(example -> rules.add(example.rule()));

    assertThat(rules).containsExactlyInAnyOrder(LintRule.values());
  }

  @Test
  void everyRuleHasItsOwnNameAndASummary() {
    assertThat(LintRule.values())
        .allSatisfy(rule -> assertThat(rule.id()).matches("rbac/[a-z]+(-[a-z]+)*"))
        .allSatisfy(rule ->
            assertThat(rule.summary()).isNotBlank().doesNotContain("\n").doesNotEndWith("."));
    assertThat(LintRule.values()).extracting(LintRule::id).doesNotHaveDuplicates();
    assertThat(LintRule.values()).extracting(LintRule::summary).doesNotHaveDuplicates();
  }
}
