package io.plimsoll.psa;

import static io.plimsoll.psa.Requests.createNamespace;
import static io.plimsoll.psa.Requests.exempting;
import static io.plimsoll.psa.Requests.keysAndValues;
import static io.plimsoll.psa.Requests.labels;
import static io.plimsoll.psa.Requests.namespace;
import static io.plimsoll.psa.Requests.pod;
import static io.plimsoll.psa.Requests.standard;
import static io.plimsoll.psa.Requests.updateNamespace;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.request.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamespaceReviewTest {

  private static final PodSecurityAdmission EXEMPTING_TEST =
      exempting(Exemptions.NONE.withNamespaces("test"));

  @Test
  void validLabelsAreAllowedOnCreation() {
    Namespace namespace = namespace("test", "enforce", "restricted", "warn-version", "v1.5");

    AdmissionResponse response = review(standard(), createNamespace(namespace));

    assertThat(response).isEqualTo(AdmissionResponse.ALLOWED);
  }

  @Test
  void invalidLabelsAreRefusedOnCreation() {
    Namespace namespace = namespace("test", "warn-version", "1", "enforce", "unknown");

    AdmissionResponse response = review(standard(), createNamespace(namespace));

    assertThat(response.status())
        .contains(new Status(
            422,
            "Invalid",
            "Namespace \"test\" is invalid: [metadata.labels[pod-security.kubernetes.io/enforce]:"
                + " Invalid value: \"unknown\": must be one of privileged, baseline, restricted,"
                + " metadata.labels[pod-security.kubernetes.io/warn-version]: Invalid value: \"1\":"
                + " must be \"latest\" or \"v1.x\"]",
            Optional.of(Status.Details.of("", "Namespace", "test")
                .withCauses(List.of(
                    new Status.Cause(
                        "FieldValueInvalid",
                        "Invalid value: \"unknown\": must be one of privileged, baseline, restricted",
                        "metadata.labels[pod-security.kubernetes.io/enforce]"),
                    new Status.Cause(
                        "FieldValueInvalid",
                        "Invalid value: \"1\": must be \"latest\" or \"v1.x\"",
                        "metadata.labels[pod-security.kubernetes.io/warn-version]"))))));
    assertThat(response.auditAnnotations()).isEmpty();
  }

  @Test
  void anExemptNamespaceNeedsValidLabelsToo() {
    AdmissionResponse response =
        review(EXEMPTING_TEST, createNamespace(namespace("test", "enforce", "unknown")));

    assertThat(response.status().map(Status::code)).contains(422);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      ''                                                               | -
      enforce=privileged                                               | -
      enforce=privileged,enforce-version=v1.0                          | -
      enforce-version=v1.0                                             | -
      enforce=restricted                                               | enforce=restricted:latest
      enforce=restricted,warn=baseline                                 | enforce=restricted:latest, warn=baseline:latest
      enforce=restricted,enforce-version=v1.0,audit=restricted,warn=baseline | enforce=restricted:v1.0, audit=restricted:latest, warn=baseline:latest
      audit=baseline,audit-version=v1.5                                | audit=baseline:v1.5
      warn=baseline,enforce=privileged                                 | warn=baseline:latest
      """)
  void labelsOfAnExemptNamespaceThatDemandSomethingAreWarnedAbout(String text, String ignored) {
    Namespace namespace = parse(text);
    List<String> expected = ignored == null
        ? List.of()
        : List.of("namespace \"test\" is exempt from Pod Security, and the policy (" + ignored
            + ") will be ignored");

    AdmissionResponse response = review(EXEMPTING_TEST, createNamespace(namespace));

    assertThat(response).isEqualTo(AdmissionResponse.allowed(expected));
  }

  @Test
  void modesThatOnlyTheDefaultsSetAreNotListed() {
    PodSecurityAdmission admission = PodSecurityAdmission.of(PodSecurityConfiguration.DEFAULT
        .withDefaults(Policy.of(LevelVersion.parse("baseline:latest")))
        .withExemptions(Exemptions.NONE.withNamespaces("test")));

    assertThat(review(admission, createNamespace(namespace("test"))).warnings()).isEmpty();
    assertThat(review(admission, createNamespace(namespace("test", "enforce", "privileged")))
            .warnings())
        .containsExactly(
            "namespace \"test\" is exempt from Pod Security, and the policy () will be ignored");
  }

  @Test
  void anExemptUserGetsNoExemptionForNamespaces() {
    AdmissionRequest.Builder request =
        createNamespace(namespace("test", "enforce", "unknown")).user("alice");

    AdmissionResponse response = review(exempting(Exemptions.NONE.withUsernames("alice")), request);

    assertThat(response.allowed()).isFalse();
  }

  @ParameterizedTest(name = "{0} to {1}: refused {2}")
  @CsvSource(delimiter = '|', textBlock = """
      enforce=unknown                    | enforce=unknown                   | false
      enforce=baseline                   | enforce=unknown                   | true
      ''                                 | warn=unknown                      | true
      enforce=unknown                    | enforce=bogus                     | true
      enforce=unknown                    | enforce=unknown,audit=unknown     | true
      enforce=unknown,audit=unknown      | enforce=unknown                   | true
      enforce=unknown                    | enforce=baseline                  | false
      enforce-version=1                  | enforce-version=1,enforce=baseline | false
      """)
  void onlyErrorsThatWereThereBeforeMayStay(String old, String labels, boolean refused) {
    AdmissionResponse response = review(standard(), updateNamespace(parse(old), parse(labels)));

    assertThat(response.allowed()).isEqualTo(!refused);
  }

  @ParameterizedTest(name = "{0} to {1}: pods are looked at {2}")
  @CsvSource(delimiter = '|', textBlock = """
      enforce=restricted                       | enforce=restricted                      | false
      enforce=restricted                       | enforce=baseline                        | false
      enforce=restricted                       | enforce=privileged                      | false
      enforce=restricted                       | enforce=privileged,enforce-version=v1.5 | false
      enforce=baseline                         | enforce=restricted                      | true
      ''                                       | enforce=restricted                      | true
      enforce=restricted                       | enforce=restricted,enforce-version=v1.30 | true
      enforce=restricted,enforce-version=v1.30 | enforce=restricted                      | true
      enforce=restricted,enforce-version=v1.30 | enforce=restricted,enforce-version=latest | true
      enforce=baseline,enforce-version=v1.30   | enforce=restricted,enforce-version=v1.29 | true
      enforce=unknown                          | enforce=restricted                      | false
      ''                                       | audit=restricted                        | false
      ''                                       | warn=restricted                         | false
      """)
  void podsAreLookedAtIfTheyMightBeForbiddenNow(String old, String labels, boolean lookedAt) {
    AdmissionResponse response = review(standard(), updateNamespace(parse(old), parse(labels)));

    assertThat(response.allowed()).isTrue();
    assertThat(!response.warnings().isEmpty()).isEqualTo(lookedAt);
  }

  @Test
  void anExemptNamespaceIsWarnedAboutOnlyIfItsPodsWouldHaveBeenLookedAt() {
    String ignored =
        "namespace \"test\" is exempt from Pod Security, and the policy (enforce=restricted:latest) will be ignored";

    assertThat(review(EXEMPTING_TEST, updateNamespace(parse(""), parse("enforce=restricted")))
            .warnings())
        .containsExactly(ignored);
    assertThat(review(
                EXEMPTING_TEST,
                updateNamespace(parse("enforce=restricted"), parse("enforce=restricted")))
            .warnings())
        .isEmpty();
  }

  @Test
  void theExemptNamespaceIsThatOfTheRequest() {
    AdmissionRequest.Builder request =
        createNamespace(namespace("other", "enforce", "restricted")).namespace("test");

    assertThat(review(EXEMPTING_TEST, request).warnings())
        .containsExactly(
            "namespace \"other\" is exempt from Pod Security, and the policy (enforce=restricted:latest) will be ignored");
  }

  @Test
  void subresourcesAreAllowed() {
    AdmissionRequest.Builder request =
        createNamespace(namespace("test", "enforce", "unknown")).subresource("finalize");

    assertThat(review(standard(), request)).isEqualTo(AdmissionResponse.ALLOWED);
  }

  @Test
  void objectsThatAreNoNamespacesAreBadRequests() {
    Value pod = Value.from(Map.of("apiVersion", "v1", "kind", "Pod"));
    RequestObject broken = new RequestObject.Undecodable("unexpected EOF");
    Namespace test = namespace("test");

    assertBad(createNamespace(test).object(pod), "failed to decode namespace", "");
    assertBad(createNamespace(test).object(broken), "failed to decode object", ": unexpected EOF");
    assertBad(updateNamespace(test, test).oldObject(pod), "failed to decode  old namespace", "");
    assertBad(
        updateNamespace(test, test).oldObject(broken),
        "failed to decode  old object",
        ": unexpected EOF");
  }

  private static void assertBad(
      AdmissionRequest.Builder request, String message, String auditSuffix) {
    AdmissionResponse response = review(standard(), request);

    assertThat(response.status())
        .contains(new Status(400, "BadRequest", message, Optional.empty()));
    assertThat(response.auditAnnotations()).isEqualTo(Map.of("error", message + auditSuffix));
  }

  @Test
  void valuesAreQuotedAsGoQuotesThem() {
    Namespace namespace = new Namespace(
        ObjectMeta.builder()
            .name("a\"b")
            .labels(labels("enforce", "x\n\u200b\"ä"))
            .build(),
        null);

    assertThat(review(standard(), createNamespace(namespace))
            .status()
            .orElseThrow()
            .message())
        .startsWith("Namespace \"a\\\"b\" is invalid: ")
        .contains("Invalid value: \"x\\n\\u200b\\\"ä\": must be");
  }

  private static AdmissionResponse review(
      PodSecurityAdmission admission, AdmissionRequest.Builder request) {
    return admission.review(request.build(), new Listing(List.of(pod("nginx"))));
  }

  private static Namespace parse(String labels) {
    return namespace("test", keysAndValues(labels));
  }
}
