package io.plimsoll.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.LabelSelectorRequirement;
import io.plimsoll.core.model.ObjectMeta;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API server refuses. */
class RbacValidationTest {

  private static final PolicyRule FINE =
      PolicyRule.of(List.of("get"), List.of(""), List.of("pods"));
  private static final PolicyRule URLS = PolicyRule.ofUrls(List.of("get"), List.of("/x"));

  @Test
  void rulesMustSayWhatTheyAllow() {
    PolicyRule empty = PolicyRule.of(List.of(), List.of(), List.of());

    assertThat(texts(RbacValidation.validate(Role.of("shop", "r", FINE, empty))))
        .containsExactly(
            "rules[1].apiGroups: Required value: resource rules must supply at least one api group",
            "rules[1].resources: Required value: resource rules must supply at least one resource",
            "rules[1].verbs: Required value");
  }

  @Test
  void onlyClusterRolesHaveUrlsAndNotBesideResources() {
    PolicyRule mixed =
        new PolicyRule(List.of("get"), List.of(), List.of(), List.of("a"), List.of("/x", "/<y>"));

    assertThat(RbacValidation.validate(ClusterRole.of("r", URLS))).isEmpty();
    assertThat(texts(RbacValidation.validate(Role.of("shop", "r", URLS))))
        .containsExactly(
            "rules[0].nonResourceURLs: Invalid value: [\"/x\"]: namespaced rules cannot apply to"
                + " non-resource URLs");
    assertThat(texts(RbacValidation.validate(ClusterRole.of("r", mixed))))
        .containsExactly(
            "rules[0].nonResourceURLs: Invalid value: [\"/x\",\"/\\u003cy\\u003e\"]: rules cannot apply"
                + " to both regular resources and non-resource URLs");
  }

  @ParameterizedTest(name = "the name \"{0}\": {1}")
  @CsvSource({
    ".,          may not be '.'",
    "..,         may not be '..'",
    "a/b,        may not contain '/'",
    "a%b,        may not contain '%'",
    "system:A_b, ''",
    "ünïcode,    ''",
  })
  void namesNeedOnlyFitIntoAUrl(String name, String expected) {
    List<String> errors = texts(RbacValidation.validate(ClusterRole.of(name, FINE)));

    if (expected.isEmpty()) {
      assertThat(errors).isEmpty();
    } else {
      assertThat(errors)
          .containsExactly(
              "metadata.name: Invalid value: \"" + name + "\": " + expected.replace("''", "'"));
    }
  }

  @Test
  void aNameOrAGeneratedOneIsRequired() {
    ClusterRole generated =
        new ClusterRole(ObjectMeta.builder().generateName("a/").build(), List.of(), null);

    assertThat(texts(RbacValidation.validate(ClusterRole.of(""))))
        .containsExactly("metadata.name: Required value: name or generateName is required");
    assertThat(texts(RbacValidation.validate(generated)))
        .containsExactly("metadata.generateName: Invalid value: \"a/\": may not contain '/'");
  }

  @Test
  void anAggregationRuleNeedsSelectorsThatAreOnes() {
    LabelSelector invalid =
        new LabelSelector(Map.of(), List.of(new LabelSelectorRequirement("a", "x", List.of())));

    assertThat(texts(RbacValidation.validate(aggregated())))
        .containsExactly("aggregationRule.clusterRoleSelectors: Required value: at least one"
            + " clusterRoleSelector required if aggregationRule is non-nil");
    assertThat(texts(RbacValidation.validate(aggregated(LabelSelector.EVERYTHING, invalid))))
        .containsExactly(
            "aggregationRule.clusterRoleSelectors[1].matchExpressions[0].operator: Invalid value: \"x\":"
                + " not a valid selector operator",
            "aggregationRule.clusterRoleSelectors[1]: Invalid value: null: invalid label selector.");
  }

  @Test
  void aRoleBindingGrantsRolesAndClusterRoles() {
    assertThat(RbacValidation.validate(binding(RoleRef.role("r")))).isEmpty();
    assertThat(RbacValidation.validate(binding(RoleRef.clusterRole("r")))).isEmpty();
    assertThat(texts(RbacValidation.validate(binding(new RoleRef("x", "User", "a/b")))))
        .containsExactly(
            "roleRef.apiGroup: Unsupported value: \"x\": supported values:"
                + " \"rbac.authorization.k8s.io\"",
            "roleRef.kind: Unsupported value: \"User\": supported values: \"Role\", \"ClusterRole\"",
            "roleRef.name: Invalid value: \"a/b\": may not contain '/'");
  }

  @Test
  void aClusterRoleBindingGrantsClusterRolesOnly() {
    assertThat(texts(RbacValidation.validate(
            ClusterRoleBinding.of("b", RoleRef.role(""), Subject.serviceAccount("", "web")))))
        .containsExactly(
            "roleRef.kind: Unsupported value: \"Role\": supported values: \"ClusterRole\"",
            "subjects[0].namespace: Required value",
            "roleRef.name: Required value");
  }

  @Test
  void subjectsAreChecked() {
    RoleBinding binding = binding(
        RoleRef.role("r"),
        new Subject("ServiceAccount", "x", "A_B", ""),
        new Subject("User", "apps", "", ""),
        new Subject("Group", "", "g", ""),
        new Subject("Robot", "", "r2", ""));

    assertThat(texts(RbacValidation.validate(binding)))
        .containsExactly(
            "subjects[0].name: Invalid value: \"A_B\": a lowercase RFC 1123 subdomain must consist of"
                + " lower case alphanumeric characters, '-' or '.', and must start and end with an"
                + " alphanumeric character (e.g. 'example.com', regex used for validation is"
                + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
            "subjects[0].apiGroup: Unsupported value: \"x\": supported values: \"\"",
            "subjects[1].apiGroup: Unsupported value: \"apps\": supported values:"
                + " \"rbac.authorization.k8s.io\"",
            "subjects[2].apiGroup: Unsupported value: \"\": supported values:"
                + " \"rbac.authorization.k8s.io\"",
            "subjects[3].kind: Unsupported value: \"Robot\": supported values: \"ServiceAccount\","
                + " \"User\", \"Group\"",
            "subjects[1].name: Required value");
  }

  @Test
  void theRoleOfABindingCannotChange() {
    RoleBinding old = binding(RoleRef.role("a"));

    assertThat(RbacValidation.validateUpdate(old, binding(RoleRef.role("a"), Subject.user("u"))))
        .isEmpty();
    assertThat(texts(RbacValidation.validateUpdate(old, binding(RoleRef.clusterRole("a")))))
        .containsExactly("roleRef: Invalid value: {\"APIGroup\":\"rbac.authorization.k8s.io\","
            + "\"Kind\":\"ClusterRole\",\"Name\":\"a\"}: field is immutable");
  }

  @Test
  void whatStaysAsItIsIsSaidInOlderWords() {
    Role lacking = Role.of("shop", "r", PolicyRule.of(List.of(), List.of(""), List.of("pods")));
    RoleBinding nameless = binding(RoleRef.role("r"), Subject.user(""));

    assertThat(texts(RbacValidation.validateUpdate(lacking, lacking)))
        .containsExactly("rules[0].verbs: Required value: verbs must contain at least one value");
    assertThat(texts(RbacValidation.validateUpdate(Role.of("shop", "r"), lacking)))
        .containsExactly("rules[0].verbs: Required value");
    assertThat(texts(RbacValidation.validateUpdate(nameless, nameless)))
        .containsExactly("subjects[0].name: Required value");
  }

  @Test
  void problemsNameTheObjectAndTheKindOfError() {
    Problem problem = RbacValidation.validate(binding(RoleRef.role(""))).get(0);

    assertThat(problem.code()).isEqualTo("field-required");
    assertThat(problem.object()).isEqualTo(RoleBinding.KIND.ref("shop", "b"));
  }

  private static ClusterRole aggregated(LabelSelector... selectors) {
    return new ClusterRole(
        ObjectMeta.builder().name("r").build(), List.of(), new AggregationRule(List.of(selectors)));
  }

  private static RoleBinding binding(RoleRef role, Subject... subjects) {
    return RoleBinding.of("shop", "b", role, subjects);
  }

  private static List<String> texts(List<Problem> problems) {
    return problems.stream()
        .map(problem -> problem.path() + ": " + problem.message())
        .toList();
  }
}
