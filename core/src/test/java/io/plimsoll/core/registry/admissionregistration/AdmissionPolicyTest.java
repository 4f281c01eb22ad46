package io.plimsoll.core.registry.admissionregistration;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.Written;
import io.plimsoll.core.validation.Strategy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Policies in CEL and their bindings, but for the expressions. */
class AdmissionPolicyTest {

  private static final Strategy POLICIES = new AdmissionPolicyStrategy();
  private static final Strategy BINDINGS = new AdmissionPolicyBindingStrategy();
  private static final String FINE = "matchConstraints: {resourceRules: [{operations: [CREATE],"
      + " apiGroups: [''], apiVersions: [v1], resources: [pods]}]}";

  private static String policy(String spec) {
    return "metadata: {name: p}\nspec: {" + spec + "}\n";
  }

  private static List<String> errors(String spec) {
    return Written.errors(Written.create(POLICIES, policy(spec)));
  }

  private static List<String> bindingErrors(String spec) {
    return Written.errors(Written.create(BINDINGS, policy(spec)));
  }

  @Test
  void defaults() {
    MappingValue stored =
        Written.stored(POLICIES, policy(FINE + ", validations: [{expression: 'true'}]"));

    assertThat(Written.json(POLICIES, stored, "spec"))
        .contains(
            "\"failurePolicy\":\"Fail\"",
            "\"matchPolicy\":\"Equivalent\"",
            "\"namespaceSelector\":{}",
            "\"scope\":\"*\"");
    assertThat(Written.json(POLICIES, stored, "metadata")).contains("\"generation\":1");
  }

  @Test
  void whatAPolicyMustSay() {
    String none = "validations or auditAnnotations must contain at least one item";

    assertThat(errors("failurePolicy: Never"))
        .containsExactly(
            "spec.failurePolicy: Unsupported value: \"Never\": supported values: \"Fail\", \"Ignore\"",
            "spec.matchConstraints: Required value",
            "spec.validations: Required value: " + none,
            "spec.auditAnnotations: Required value: " + none);
    assertThat(errors("matchConstraints: {}, validations: [{expression: 'true'}]"))
        .containsExactly("spec.matchConstraints.resourceRules: Required value");
    assertThat(
            errors(FINE + ", validations: [{expression: ' ', message: \"a\\nb\", messageExpression:"
                + " ' ', reason: None}]"))
        .containsExactly(
            "spec.validations[0].expression: Required value: expression is not specified",
            "spec.validations[0].messageExpression: Invalid value: \" \": must be non-empty if"
                + " specified",
            "spec.validations[0].message: Invalid value: \"a\\nb\": must not contain line breaks",
            "spec.validations[0].reason: Unsupported value: \"None\": supported values: \"Forbidden\","
                + " \"Invalid\", \"RequestEntityTooLarge\"");
    assertThat(errors(
            FINE + ", variables: [{name: in, expression: a}, {}], auditAnnotations: [{key: k,"
                + " valueExpression: a}, {key: k}]"))
        .containsExactly(
            "spec.variables[0].name: Invalid value: \"in\": must be a valid CEL identifier",
            "spec.variables[1].name: Required value: name is not specified",
            "spec.variables[1].expression: Required value: expression is not specified",
            "spec.auditAnnotations[1].valueExpression: Required value: valueExpression is not"
                + " specified",
            "spec.auditAnnotations[1].key: Duplicate value: \"k\"");
  }

  @Test
  void kindsOfParameters() {
    String rest = ", " + FINE + ", validations: [{expression: 'true'}]";

    assertThat(errors("paramKind: {}" + rest))
        .containsExactly(
            "spec.paramKind.apiVersion: Required value", "spec.paramKind.kind: Required value");
    assertThat(errors("paramKind: {apiVersion: a/b/c, kind: A}" + rest))
        .containsExactly(
            "spec.paramKind.apiVersion: Invalid value: \"a/b/c\": unexpected GroupVersion"
                + " string: a/b/c");
    assertThat(errors("paramKind: {apiVersion: a/, kind: A}" + rest))
        .containsExactly(
            "spec.paramKind.apiVersion: Invalid value: \"a/\": version must be specified");
    assertThat(errors("paramKind: {apiVersion: v1, kind: ConfigMap}" + rest)).isEmpty();
  }

  @Test
  void bindings() {
    assertThat(bindingErrors(""))
        .containsExactly(
            "spec.policyName: Required value", "spec.validationActions: Required value");
    assertThat(bindingErrors("policyName: p, validationActions: [Deny, Warn, Deny, Stop]"))
        .containsExactly(
            "spec.validationActions[2]: Duplicate value: \"Deny\"",
            "spec.validationActions[3]: Unsupported value: \"Stop\": supported values: \"Audit\","
                + " \"Deny\", \"Warn\"",
            "spec.validationActions: Invalid value: [\"Deny\",\"Warn\",\"Deny\",\"Stop\"]: must not"
                + " contain both Deny and Warn (repeating the same validation failure information in the"
                + " API response and headers serves no purpose)");
    assertThat(bindingErrors("policyName: p, validationActions: [Deny], paramRef: {}"))
        .containsExactly(
            "spec.paramRef: Required value: one of name or selector must be specified",
            "spec.paramRef.parameterNotFoundAction: Required value");
    assertThat(
            bindingErrors("policyName: p, validationActions: [Deny], paramRef: {name: a, selector:"
                + " {}, parameterNotFoundAction: Deny}"))
        .containsExactly(
            "spec.paramRef.name: Forbidden: name and selector are mutually exclusive",
            "spec.paramRef.selector: Forbidden: name and selector are mutually exclusive");
  }

  @Test
  void onlyAnotherSpecificationIsAnotherGeneration() {
    String yaml = policy("policyName: p, validationActions: [Deny], matchResources: {}");
    MappingValue old = Written.stored(BINDINGS, yaml);

    assertThat(Written.json(BINDINGS, Written.updated(BINDINGS, old, yaml), "metadata"))
        .contains("\"generation\":1");
    assertThat(Written.json(
            BINDINGS, Written.updated(BINDINGS, old, yaml.replace("Deny", "Audit")), "metadata"))
        .contains("\"generation\":2");
  }
}
