package io.plimsoll.psa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.psa.ConfigurationReading.Refused;
import io.plimsoll.psa.ConfigurationReading.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PodSecurityConfigurationTest {

  private static final String HEADER =
      "\"apiVersion\":\"pod-security.admission.config.k8s.io/v1\",\"kind\":\"PodSecurityConfiguration\"";

  private static final String NO_LABEL =
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must"
          + " start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used"
          + " for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

  private static final String NO_SUBDOMAIN =
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.',"
          + " and must start and end with an alphanumeric character (e.g. 'example.com', regex used for"
          + " validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v1beta1", "v1alpha1"})
  void allVersionsAreReadAlike(String version) {
    Value tree = json("""
        {"apiVersion": "pod-security.admission.config.k8s.io/%s", "kind": "PodSecurityConfiguration",
         "defaults": {"enforce": "baseline", "enforce-version": "v1.7", "audit": "restricted",
                      "audit-version": "latest", "warn": "restricted", "warn-version": "v1.20"},
         "exemptions": {"usernames": ["alice", "bob"], "namespaces": ["kube-system"],
                        "runtimeClasses": ["special"]}}""".formatted(version));

    PodSecurityConfiguration configuration = PodSecurityConfiguration.read(tree).orThrow();

    assertThat(configuration)
        .isEqualTo(new PodSecurityConfiguration(
            new Policy(
                LevelVersion.parse("baseline:v1.7"),
                LevelVersion.parse("restricted:latest"),
                LevelVersion.parse("restricted:v1.20")),
            Exemptions.NONE
                .withUsernames("alice", "bob")
                .withNamespaces("kube-system")
                .withRuntimeClasses("special")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{%s}",
        "{%s, \"defaults\": {}, \"exemptions\": {}}",
        "{%s, \"defaults\": null, \"exemptions\": null}",
        "{%s, \"defaults\": {\"enforce\": \"\", \"warn-version\": null}}",
        "{%s, \"exemptions\": {\"usernames\": null, \"namespaces\": []}}"
      })
  void whatIsLeftOutIsPrivilegedAndLatest(String text) {
    assertThat(read(text.formatted(HEADER)).orThrow()).isEqualTo(PodSecurityConfiguration.DEFAULT);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {"kind":"A"}                     | Object 'apiVersion' is missing in '{"kind":"A"}'
      {"apiVersion":"/","kind":"A"}    | Object 'apiVersion' is missing in '{"apiVersion":"/","kind":"A"}'
      {"apiVersion":"a/","kind":"A"}   | Object 'apiVersion' is missing in '{"apiVersion":"a/","kind":"A"}'
      {"apiVersion":"v1"}              | Object 'Kind' is missing in '{"apiVersion":"v1"}'
      {}                               | Object 'Kind' is missing in '{}'
      {"apiVersion":"a/b/c"}           | unexpected GroupVersion string: a/b/c
      {"apiVersion":"v1","kind":"A"}   | no kind "A" is registered for version "v1" in scheme "pkg/runtime/scheme.go:111"
      {"apiVersion":"/v1","kind":"A"}  | no kind "A" is registered for version "v1" in scheme "pkg/runtime/scheme.go:111"
      {"apiVersion":1,"kind":"A"}      | couldn't get version/kind; json parse error: json: cannot unmarshal number into Go struct field .apiVersion of type string
      {"apiVersion":"v1","kind":[]}    | couldn't get version/kind; json parse error: json: cannot unmarshal array into Go struct field .kind of type string
      """)
  void anotherKindIsNotLoaded(String text, String message) {
    Refused refused = refuse(text);

    assertThat(refused.stage()).isEqualTo(Stage.LOAD);
    assertThat(refused.message()).isEqualTo(message);
    assertThat(refused.problems()).extracting(Problem::message).containsExactly(message);
  }

  @Test
  void whatIsNoObjectIsNotLoaded() {
    assertThat(PodSecurityConfiguration.read(Value.from(null)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.message()).isEqualTo("Object 'Kind' is missing in 'null'"));
    assertThat(PodSecurityConfiguration.read(Value.from(List.of(1))))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.message())
                .isEqualTo("couldn't get version/kind; json parse error: json: cannot unmarshal"
                    + " array into Go value of type struct { APIVersion string"
                    + " \"json:\\\"apiVersion,omitempty\\\"\"; Kind string"
                    + " \"json:\\\"kind,omitempty\\\"\" }"));
  }

  @ParameterizedTest(name = "{0} of another version")
  @ValueSource(strings = {"v2", "v99", "__internal"})
  void anotherVersionIsNotLoaded(String version) {
    Refused refused = refuse("{\"apiVersion\":\"pod-security.admission.config.k8s.io/" + version
        + "\",\"kind\":\"PodSecurityConfiguration\"}");

    assertThat(refused.message())
        .isEqualTo("no kind \"PodSecurityConfiguration\" is registered for version"
            + " \"pod-security.admission.config.k8s.io/" + version
            + "\" in scheme \"pkg/runtime/scheme.go:111\"");
  }

  @Test
  void unknownFieldsAreAllNamed() {
    Refused refused = refuse(
        "{" + HEADER
            + ",\"deflaults\":{},\"defaults\":{\"enfroce\":\"x\",\"Enforce\":\"x\"},\"exemptions\":{\"groups\":[]}}");

    assertThat(refused.stage()).isEqualTo(Stage.LOAD);
    assertThat(refused.message())
        .isEqualTo("strict decoding error: unknown field \"deflaults\", unknown field"
            + " \"defaults.enfroce\", unknown field \"defaults.Enforce\", unknown field"
            + " \"exemptions.groups\"");
    assertThat(refused.problems())
        .hasSize(4)
        .allSatisfy(problem -> assertThat(problem.place()).isPresent())
        .extracting(Problem::code)
        .containsOnly("unknown-field");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      "defaults":"x"                       | PodSecurityConfiguration.defaults of type v1.PodSecurityDefaults              | string
      "exemptions":[]                      | PodSecurityConfiguration.exemptions of type v1.PodSecurityExemptions          | array
      "defaults":{"enforce":1}             | PodSecurityDefaults.defaults.enforce of type string                           | number
      "defaults":{"warn-version":true}     | PodSecurityDefaults.defaults.warn-version of type string                      | bool
      "exemptions":{"usernames":"a"}       | PodSecurityExemptions.exemptions.usernames of type []string                   | string
      "exemptions":{"namespaces":["a",{}]} | PodSecurityExemptions.exemptions.namespaces of type string                    | object
      """)
  void aFieldOfAWrongTypeIsNamedBeforeUnknownFields(String fields, String field, String type) {
    Refused refused = refuse("{" + HEADER + ",\"unknown\":1," + fields + "}");

    assertThat(refused.stage()).isEqualTo(Stage.LOAD);
    assertThat(refused.message())
        .isEqualTo("json: cannot unmarshal " + type + " into Go struct field " + field);
    assertThat(refused.problems())
        .extracting(Problem::code)
        .containsExactly("unknown-field", "wrong-type");
  }

  @Test
  void defaultsThatAreNoneAreAConfigurationError() {
    Refused refused = refuse("{" + HEADER + ",\"defaults\":{\"enforce-version\":\"v1\"}}");

    assertThat(refused.stage()).isEqualTo(Stage.COMPLETE);
    assertThat(refused.message())
        .isEqualTo(
            "PodSecurity configuration error: enforce-version: must be \"latest\" or \"v1.x\"");
  }

  @Test
  void severalErrorsAreListedInTheOrderOfCompletionAndReportedInThatOfValidation() {
    Refused refused = refuse("{" + HEADER
        + ",\"defaults\":{\"warn\":\"lorem\",\"audit\":\"ipsum\",\"enforce\":\"baslein\",\"warn-version\":\"1\"},"
        + "\"exemptions\":{\"usernames\":[\"\"]}}");

    assertThat(refused.message())
        .isEqualTo("PodSecurity configuration error: ["
            + "enforce: must be one of privileged, baseline, restricted, "
            + "audit: must be one of privileged, baseline, restricted, "
            + "warn: must be one of privileged, baseline, restricted, "
            + "warn-version: must be \"latest\" or \"v1.x\"]");
    assertThat(refused.problems())
        .extracting(FieldErrors::text)
        .containsExactly(
            "defaults.enforce: Invalid value: \"baslein\": must be one of privileged, baseline, restricted",
            "defaults.warn: Invalid value: \"lorem\": must be one of privileged, baseline, restricted",
            "defaults.warn-version: Invalid value: \"1\": must be \"latest\" or \"v1.x\"",
            "defaults.audit: Invalid value: \"ipsum\": must be one of privileged, baseline, restricted",
            "exemptions.usernames[0]: Invalid value: \"\": username must not be empty");
  }

  @Test
  void exemptionsAreValidatedAfterTheDefaults() {
    Refused refused = refuse("{" + HEADER + ",\"exemptions\":{"
        + "\"usernames\":[\"\",\"testing\",\"testing\"],"
        + "\"runtimeClasses\":[\"My Class\",\"a.b\",\"a.b\"],"
        + "\"namespaces\":[\"Kube_System\",\"a.b\",\"ok\",\"ok\"]}}");

    assertThat(refused.stage()).isEqualTo(Stage.VALIDATE);
    assertThat(refused.message())
        .isEqualTo("PodSecurity invalid: ["
            + "exemptions.namespaces[0]: Invalid value: \"Kube_System\": " + NO_LABEL + ", "
            + "exemptions.namespaces[1]: Invalid value: \"a.b\": must not contain dots, "
            + "exemptions.namespaces[3]: Duplicate value: \"ok\", "
            + "exemptions.runtimeClasses[0]: Invalid value: \"My Class\": " + NO_SUBDOMAIN + ", "
            + "exemptions.runtimeClasses[2]: Duplicate value: \"a.b\", "
            + "exemptions.usernames[0]: Invalid value: \"\": username must not be empty, "
            + "exemptions.usernames[2]: Duplicate value: \"testing\"]");
    assertThat(refused.problems())
        .hasSize(7)
        .allSatisfy(problem -> assertThat(problem.place()).isPresent());
  }

  @Test
  void aRefusedConfigurationThrowsWhenItIsNeeded() {
    ConfigurationReading reading = read("{}");

    assertThat(reading.toOptional()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(reading::orThrow)
        .withMessage("Object 'Kind' is missing in '{}'");
  }

  @Test
  void exemptionsAreCheckedHoweverTheyAreMade() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Exemptions.NONE.withNamespaces("ok", ""))
        .withMessage("exemptions.namespaces[1]: Invalid value: \"\": " + NO_LABEL);
  }

  private static Refused refuse(String text) {
    ConfigurationReading reading = read(text);
    assertThat(reading).isInstanceOf(Refused.class);
    return (Refused) reading;
  }

  private static ConfigurationReading read(String text) {
    return PodSecurityConfiguration.read(json(text));
  }

  private static Value json(String text) {
    return Documents.read(Source.of("psa.json", text), Limits.DEFAULT).roots().get(0);
  }
}
