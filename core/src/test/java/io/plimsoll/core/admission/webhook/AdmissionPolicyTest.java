package io.plimsoll.core.admission.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.TestCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionPolicyTest {

  private static final String RULES =
      "matchConstraints: {resourceRules: [{operations: [CREATE], apiGroups: [''], apiVersions: [v1],"
          + " resources: [pods]}]}";

  private static String policy(String kind, String spec) {
    return "{apiVersion: admissionregistration.k8s.io/v1, kind: " + kind
        + "AdmissionPolicy, metadata: {name: strict}, spec: {" + spec + "}}";
  }

  private static String binding(String kind, String spec) {
    return "{apiVersion: admissionregistration.k8s.io/v1, kind: " + kind
        + "AdmissionPolicyBinding, metadata: {name: all}, spec: {policyName: strict" + spec + "}}";
  }

  private static String validate(TestCall call) {
    return TestCall.refusal(call.amid(Hooks.SHOP).validate(AdmissionPolicy.validating()));
  }

  @Test
  void policiesThatWouldHaveToBeEvaluatedAreSaidToBe() {
    assertThat(validate(TestCall.create(Hooks.POD)
            .amid(policy("Validating", RULES), binding("Validating", ""))))
        .isEqualTo("501 ValidatingAdmissionPolicy \"strict\" with the binding \"all\" is about this"
            + " request; its expressions in CEL are not evaluated");
    assertThat(TestCall.refusal(TestCall.create(Hooks.POD)
            .amid(Hooks.SHOP, policy("Mutating", RULES), binding("Mutating", ""))
            .admit(AdmissionPolicy.mutating())))
        .startsWith("501 MutatingAdmissionPolicy \"strict\"");
  }

  @Test
  void policiesWithoutBindingAreNotInForce() {
    assertThat(validate(TestCall.create(Hooks.POD).amid(policy("Validating", RULES))))
        .isEmpty();
    assertThat(validate(TestCall.create(Hooks.POD).amid(binding("Validating", ""))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          namespaceSelector: {matchLabels: {team: red}} | false
          objectSelector: {matchLabels: {app: web}} | false
          resourceRules: [{operations: [CREATE], apiGroups: [''], apiVersions: [v1], resources: [pods], resourceNames: [other]}] | false
          excludeResourceRules: [{operations: ['*'], apiGroups: ['*'], apiVersions: ['*'], resources: [pods]}] | false
          resourceRules: [{operations: [CREATE], apiGroups: [''], apiVersions: [v1], resources: [pods], resourceNames: [p]}] | true
          """)
  void bindingsNarrowWhatAPolicyIsFor(String resources, boolean matches) {
    assertThat(validate(TestCall.create(Hooks.POD)
                .amid(
                    policy("Validating", RULES),
                    binding("Validating", ", matchResources: {" + resources + "}")))
            .isEmpty())
        .isEqualTo(!matches);
  }

  @Test
  void otherRequestsGoOn() {
    assertThat(validate(TestCall.update(Hooks.POD, Hooks.POD)
            .amid(policy("Validating", RULES), binding("Validating", ""))))
        .isEmpty();
    assertThat(validate(TestCall.create(policy("Validating", RULES))
            .amid(policy("Validating", ""), binding("Validating", ""))))
        .isEmpty();
  }
}
