package io.plimsoll.core.registry.admissionregistration;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.Written;
import io.plimsoll.core.validation.Strategies;
import io.plimsoll.core.validation.Strategy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Policies in CEL that change objects and their bindings, but for the expressions. */
class MutatingPolicyTest {

  private static final Strategy POLICIES = new MutatingPolicyStrategy();
  private static final Strategy BINDINGS = new MutatingPolicyBindingStrategy("v1", false);
  private static final String RULE =
      "{operations: [CREATE], apiGroups: [''], apiVersions: [v1]," + " resources: [pods]}";
  private static final String SUBJECT = "matchConstraints: {resourceRules: [" + RULE + "]}";
  private static final String PATCH =
      "mutations: [{patchType: JSONPatch, jsonPatch: {expression: '[]'}}]";
  private static final String NEVER = "reinvocationPolicy: Never";
  private static final String FINE = SUBJECT + ", " + PATCH + ", " + NEVER;

  private static String yaml(String name, String spec) {
    return "metadata: {name: " + name + "}\nspec: {" + spec + "}\n";
  }

  private static String yaml(String spec) {
    return yaml("p", spec);
  }

  private static List<String> errors(String spec) {
    return Written.errors(Written.create(POLICIES, yaml(spec)));
  }

  private static List<String> bindingErrors(String spec) {
    return Written.errors(Written.create(BINDINGS, yaml(spec)));
  }

  @Test
  void defaults() {
    MappingValue stored = Written.stored(POLICIES, yaml(FINE));

    assertThat(Written.json(POLICIES, stored, "spec"))
        .contains(
            "\"failurePolicy\":\"Fail\"",
            "\"matchPolicy\":\"Equivalent\"",
            "\"namespaceSelector\":{}",
            "\"objectSelector\":{}",
            "\"scope\":\"*\"");
    assertThat(Written.json(POLICIES, stored, "metadata")).contains("\"generation\":1");
    assertThat(Written.json(
            POLICIES, Written.stored(POLICIES, yaml(FINE + ", failurePolicy: Ignore")), "spec"))
        .contains("\"failurePolicy\":\"Ignore\"");
  }

  @Test
  void whatAPolicyMustSay() {
    assertThat(errors("failurePolicy: Maybe, paramKind: {}"))
        .containsExactly(
            "spec.failurePolicy: Unsupported value: \"Maybe\": supported values: \"Fail\", \"Ignore\"",
            "spec.paramKind.apiVersion: Required value",
            "spec.paramKind.kind: Required value",
            "spec.matchConstraints: Required value",
            "spec.mutations: Required value: mutations must contain at least one item",
            "spec.reinvocationPolicy: Required value");
    assertThat(errors(
            "matchConstraints: {}, reinvocationPolicy: Always, matchConditions: [{}], variables:"
                + " [{name: if, expression: a}], " + PATCH))
        .containsExactly(
            "spec.matchConstraints.resourceRules: Required value",
            "spec.matchConditions[0].expression: Required value",
            "spec.matchConditions[0].name: Required value",
            "spec.variables[0].name: Invalid value: \"if\": must be a valid CEL identifier",
            "spec.reinvocationPolicy: Unsupported value: \"Always\": supported values: \"IfNeeded\","
                + " \"Never\"");
  }

  @Test
  void onlyWhatChangesObjectsIsMatched() {
    String excluded = ", excludeResourceRules: [" + RULE.replace("CREATE", "DELETE") + "]";
    String rest = ", " + PATCH + ", " + NEVER;
    String unsupported =
        ".resourceRules.operations: Unsupported value: \"DELETE\": supported values:"
            + " \"*\", \"CONNECT\", \"CREATE\", \"UPDATE\"";

    assertThat(errors(SUBJECT.replace("CREATE", "DELETE, UPDATE") + rest))
        .containsExactly("spec.matchConstraints" + unsupported);
    assertThat(errors(SUBJECT.replace("CREATE", "'*'") + rest)).isEmpty();
    assertThat(errors(SUBJECT.replace("CREATE", "CONNECT") + rest)).isEmpty();
    assertThat(errors("matchConstraints: {resourceRules: [" + RULE + "]" + excluded + "}" + rest))
        .isEmpty();
    assertThat(bindingErrors("policyName: p, matchResources: {resourceRules: ["
            + RULE.replace("CREATE", "DELETE") + "]}"))
        .containsExactly("spec.matchResources" + unsupported);
    assertThat(bindingErrors("policyName: p, matchResources: {" + excluded.substring(2) + "}"))
        .isEmpty();
  }

  @Test
  void mutations() {
    String rest = SUBJECT + ", " + NEVER + ", mutations: ";

    assertThat(errors(rest + "[{}, {patchType: Merge}]"))
        .containsExactly(
            "spec.mutations[0].patchType: Required value",
            "spec.mutations[1].patchType: Unsupported value: \"Merge\": supported values:"
                + " \"ApplyConfiguration\", \"JSONPatch\"");
    assertThat(errors(rest + "[{patchType: JSONPatch}, {patchType: ApplyConfiguration}]"))
        .containsExactly(
            "spec.mutations[0].jsonPatch: Required value: must be specified when patchType is"
                + " JSONPatch",
            "spec.mutations[1].applyConfiguration: Required value: must be specified when patchType"
                + " is ApplyConfiguration");
    assertThat(errors(rest
            + "[{patchType: JSONPatch, jsonPatch: {expression: ' '}, applyConfiguration: {expression:"
            + " a}}, {patchType: ApplyConfiguration, applyConfiguration: {}, jsonPatch: {}}]"))
        .containsExactly(
            "spec.mutations[0].jsonPatch.expression: Required value",
            "spec.mutations[0].applyConfiguration: Invalid value: \"{applyConfiguration}\": must not"
                + " be specified when patchType is JSONPatch",
            "spec.mutations[1].applyConfiguration.expression: Required value",
            "spec.mutations[1].jsonPatch: Invalid value: \"{jsonPatch}\": must not be specified when"
                + " patchType is ApplyConfiguration");
  }

  @Test
  void conditionsThatWereThereAreNotCheckedAgain() {
    String conditions = ", matchConditions: [{name: a, expression: 'true'}]";
    MappingValue valid = Written.stored(POLICIES, yaml(FINE + conditions));
    MappingValue old = Written.updated(POLICIES, valid, yaml(FINE + conditions));
    MappingValue invalid = invalidConditions(old);

    assertThat(POLICIES.validateUpdate(invalid, invalid)).isEmpty();
    assertThat(POLICIES.validateUpdate(invalid, old))
        .extracting(Object::toString)
        .containsExactly("spec.matchConditions[0].name: Required value");
  }

  private static MappingValue invalidConditions(MappingValue policy) {
    MappingValue conditions = Written.object("matchConditions: [{name: '', expression: 'true'}]\n");
    MappingValue spec = (MappingValue) policy.get("spec");
    return policy.with("spec", spec.with("matchConditions", conditions.get("matchConditions")));
  }

  @Test
  void bindings() {
    assertThat(bindingErrors("")).containsExactly("spec.policyName: Required value");
    assertThat(bindingErrors("policyName: P"))
        .singleElement()
        .asString()
        .startsWith("spec.policyName: Invalid value: \"P\": a lowercase RFC 1123 subdomain");
    assertThat(bindingErrors("policyName: p, paramRef: {}"))
        .containsExactly(
            "spec.paramRef: Required value: one of name or selector must be specified",
            "spec.paramRef.parameterNotFoundAction: Required value");
    assertThat(bindingErrors(
            "policyName: p, paramRef: {name: a, selector: {}," + " parameterNotFoundAction: Deny}"))
        .containsExactly(
            "spec.paramRef.name: Forbidden: name and selector are mutually exclusive",
            "spec.paramRef.selector: Forbidden: name and selector are mutually exclusive");
    assertThat(bindingErrors("policyName: p")).isEmpty();
  }

  @Test
  void onlyTheFirstVersionSaysWhatHappensWithoutParameters() {
    String spec = "policyName: p, paramRef: {name: a}";
    Strategies strategies = Strategies.of(AdmissionRegistrations.strategies());
    String kind = "MutatingAdmissionPolicyBinding";
    Strategy alpha =
        strategies.ofVersion("admissionregistration.k8s.io/v1alpha1", kind).orElseThrow();

    assertThat(Written.json(alpha, Written.stored(alpha, yaml(spec)), "spec"))
        .contains("\"parameterNotFoundAction\":\"Deny\"");
    assertThat(bindingErrors(spec))
        .containsExactly("spec.paramRef.parameterNotFoundAction: Required value");
    assertThat(
            strategies.find("admissionregistration.k8s.io", kind).orElseThrow().apiVersion())
        .isEqualTo("admissionregistration.k8s.io/v1");
  }

  @Test
  void namesOfFilesAreReserved() {
    String reserved = "names ending with \".static.k8s.io\" are reserved for static manifest-based"
        + " configurations and cannot be managed via the API";
    String name = "a.static.k8s.io";

    assertThat(Written.errors(Written.create(POLICIES, yaml(name, FINE))))
        .containsExactly("metadata.name: Invalid value: \"" + name + "\": " + reserved);
    assertThat(Written.errors(Written.create(BINDINGS, yaml(name, "policyName: p"))))
        .containsExactly("metadata.name: Invalid value: \"" + name + "\": " + reserved);
    MappingValue object = Written.decoded(BINDINGS, yaml(name, "policyName: p"));
    assertThat(BINDINGS.warningsOnUpdate(object, object))
        .containsExactly("metadata.name: " + reserved);
    assertThat(POLICIES.warningsOnUpdate(object, object))
        .containsExactly("metadata.name: " + reserved);
    assertThat(BINDINGS.validateUpdate(object, object)).isEmpty();
  }

  @Test
  void onlyAnotherSpecificationIsAnotherGeneration() {
    MappingValue policy = Written.stored(POLICIES, yaml(FINE));
    MappingValue binding = Written.stored(BINDINGS, yaml("policyName: p, matchResources: {}"));

    assertThat(generation(POLICIES, policy, FINE)).contains("\"generation\":1");
    assertThat(generation(POLICIES, policy, FINE.replace("Never", "IfNeeded")))
        .contains("\"generation\":2");
    assertThat(generation(BINDINGS, binding, "policyName: p, matchResources: {}"))
        .contains("\"generation\":1");
    assertThat(generation(BINDINGS, binding, "policyName: q, matchResources: {}"))
        .contains("\"generation\":2");
  }

  private static String generation(Strategy strategy, MappingValue old, String spec) {
    return Written.json(strategy, Written.updated(strategy, old, yaml(spec)), "metadata");
  }

  @Test
  void thatExpressionsAreNotCompiledIsSaid() {
    assertThat(POLICIES.unvalidated()).contains("expressions are not compiled");
    assertThat(POLICIES.allowsUnconditionalUpdate()).isFalse();
    assertThat(BINDINGS.allowsUnconditionalUpdate()).isFalse();
  }
}
