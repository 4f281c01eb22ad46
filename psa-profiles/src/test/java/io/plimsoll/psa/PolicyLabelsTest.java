package io.plimsoll.psa;

import static io.plimsoll.psa.Requests.keysAndValues;
import static io.plimsoll.psa.Requests.labels;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.model.KubeObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyLabelsTest {

  private static final Policy DEFAULTS = new Policy(
      LevelVersion.parse("baseline:v1.20"),
      LevelVersion.parse("baseline:v1.21"),
      LevelVersion.parse("baseline:v1.22"));

  @ParameterizedTest(name = "{0} means {1}")
  @CsvSource(delimiter = '|', textBlock = """
      ''                                                | baseline:v1.20    | baseline:v1.21    | baseline:v1.22
      enforce=privileged                                | privileged:v1.20  | baseline:v1.21    | baseline:v1.22
      enforce=restricted                                | restricted:v1.20  | baseline:v1.21    | restricted:v1.20
      enforce=restricted,enforce-version=v1.30          | restricted:v1.30  | baseline:v1.21    | restricted:v1.30
      enforce=restricted,warn-version=v1.30             | restricted:v1.20  | baseline:v1.21    | restricted:v1.30
      enforce=restricted,warn=baseline                  | restricted:v1.20  | baseline:v1.21    | baseline:v1.22
      enforce=restricted,warn=bogus                     | restricted:v1.20  | baseline:v1.21    | privileged:v1.22
      enforce=baseline,enforce-version=latest           | baseline:latest   | baseline:v1.21    | baseline:v1.22
      enforce=bogus                                     | restricted:v1.20  | baseline:v1.21    | baseline:v1.22
      enforce=bogus,enforce-version=v1.30               | restricted:v1.30  | baseline:v1.21    | baseline:v1.22
      enforce=bogus,enforce-version=bogus               | restricted:latest | baseline:v1.21    | baseline:v1.22
      enforce-version=bogus                             | baseline:latest   | baseline:v1.21    | baseline:v1.22
      audit=restricted,audit-version=v1.5               | baseline:v1.20    | restricted:v1.5   | baseline:v1.22
      audit=bogus                                       | baseline:v1.20    | privileged:v1.21  | baseline:v1.22
      audit-version=bogus                               | baseline:v1.20    | baseline:latest   | baseline:v1.22
      warn=restricted                                   | baseline:v1.20    | baseline:v1.21    | restricted:v1.22
      warn=bogus,warn-version=bogus                     | baseline:v1.20    | baseline:v1.21    | privileged:latest
      enforced=restricted                               | baseline:v1.20    | baseline:v1.21    | baseline:v1.22
      """)
  void labelsChangeTheDefaults(String text, String enforce, String audit, String warn) {
    PolicyLabels labels = PolicyLabels.of(labels(keysAndValues(text)), DEFAULTS);

    assertThat(labels.policy())
        .isEqualTo(new Policy(
            LevelVersion.parse(enforce), LevelVersion.parse(audit), LevelVersion.parse(warn)));
  }

  @ParameterizedTest(name = "\"{0}\" is no level")
  @CsvSource({"''", "Restricted", "'restricted '", "baselin", "latest", "'privileged,baseline'"})
  void otherLevelsAreErrors(String level) {
    PolicyLabels labels = PolicyLabels.of(labels("enforce", level), DEFAULTS);

    assertThat(labels.errors())
        .extracting(FieldErrors::text)
        .containsExactly("metadata.labels[pod-security.kubernetes.io/enforce]: Invalid value: \""
            + level + "\": must be one of privileged, baseline, restricted");
  }

  @ParameterizedTest(name = "\"{0}\" is no version")
  @CsvSource({
    "''",
    "Latest",
    "v1",
    "v1.",
    "1.25",
    "v1.05",
    "v1.-1",
    "v1.25.1",
    "v2.0",
    "v1.99999999999999999999",
    "v1.\u0663"
  })
  void otherVersionsAreErrors(String version) {
    PolicyLabels labels = PolicyLabels.of(labels("audit-version", version), DEFAULTS);

    assertThat(labels.errors())
        .extracting(FieldErrors::text)
        .containsExactly(
            "metadata.labels[pod-security.kubernetes.io/audit-version]: Invalid value: \"" + version
                + "\": must be \"latest\" or \"v1.x\"");
  }

  @Test
  void errorsComeInTheOrderOfTheModes() {
    Map<String, String> labels = labels(
        "warn-version", "x",
        "warn", "x",
        "audit-version", "x",
        "audit", "x",
        "enforce-version", "x",
        "enforce", "x");

    List<Problem> errors = PolicyLabels.of(labels, DEFAULTS).errors();

    assertThat(errors)
        .extracting(error -> error.path().toString())
        .containsExactly(
            "metadata.labels[pod-security.kubernetes.io/enforce]",
            "metadata.labels[pod-security.kubernetes.io/enforce-version]",
            "metadata.labels[pod-security.kubernetes.io/audit]",
            "metadata.labels[pod-security.kubernetes.io/audit-version]",
            "metadata.labels[pod-security.kubernetes.io/warn]",
            "metadata.labels[pod-security.kubernetes.io/warn-version]");
  }

  @Test
  void aNullLabelIsAnEmptyOne() {
    Map<String, String> labels = new HashMap<>(labels("enforce", null));

    PolicyLabels read = PolicyLabels.of(labels, DEFAULTS);

    assertThat(read).isEqualTo(PolicyLabels.of(labels("enforce", ""), DEFAULTS));
  }

  @Test
  void aValueThatIsNoTextIsForWhoReadsTheManifest() {
    KubeObject namespace = read("""
        {"apiVersion": "v1", "kind": "Namespace", "metadata": {
          "name": "shop",
          "labels": {
            "pod-security.kubernetes.io/enforce": {},
            "pod-security.kubernetes.io/audit": 5,
            "pod-security.kubernetes.io/warn": null}}}
        """);

    assertThat(PolicyLabels.check(namespace))
        .extracting(Problem::path)
        .extracting(FieldPath::toString)
        .containsExactly("metadata.labels[pod-security.kubernetes.io/warn]");
  }

  @Test
  void checkFindsInvalidValuesAndUnknownKeysInTheirPlaces() {
    KubeObject namespace = read("""
        {"apiVersion": "v1", "kind": "Namespace", "metadata": {
          "name": "shop",
          "labels": {
            "pod-security.kubernetes.io/enfroce": "restricted",
            "pod-security.kubernetes.io/audit": "strict",
            "team": "a",
            "pod-security.kubernetes.io/Warn-Version": "latest",
            "pod-security.kubernetes.io/exempt": "true"}}}
        """);

    List<Problem> problems = PolicyLabels.check(namespace);

    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly(
            "shop.json:5:41: error: Namespace shop: metadata.labels[pod-security.kubernetes.io/audit]:"
                + " Invalid value: \"strict\": must be one of privileged, baseline, restricted [field-invalid]",
            "shop.json:4:5: warning: Namespace shop: metadata.labels[pod-security.kubernetes.io/enfroce]:"
                + " the label \"pod-security.kubernetes.io/enfroce\" has no effect;"
                + " did you mean \"pod-security.kubernetes.io/enforce\" [unknown-pod-security-label]",
            "shop.json:7:5: warning: Namespace shop: metadata.labels[pod-security.kubernetes.io/Warn-Version]:"
                + " the label \"pod-security.kubernetes.io/Warn-Version\" has no effect;"
                + " did you mean \"pod-security.kubernetes.io/warn-version\" [unknown-pod-security-label]",
            "shop.json:8:5: warning: Namespace shop: metadata.labels[pod-security.kubernetes.io/exempt]:"
                + " the label \"pod-security.kubernetes.io/exempt\" has no effect; known are"
                + " enforce, enforce-version, audit, audit-version, warn, warn-version"
                + " [unknown-pod-security-label]");
  }

  @Test
  void checkIsContentWithKnownLabelsAndOtherPrefixes() {
    KubeObject namespace = read("""
        {"kind": "Namespace", "metadata": {"labels": {
          "pod-security.kubernetes.io/enforce": "restricted",
          "pod-security.kubernetes.io/enforce-version": "v1.30",
          "pod-security.kubernetes.io.example/enfroce": "bogus"}}}
        """);

    assertThat(PolicyLabels.check(namespace)).isEmpty();
  }

  @Test
  void aHugeLabelMapIsReadAtOnce() {
    Map<String, String> labels = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      labels.put("pod-security.kubernetes.io/" + "x".repeat(i % 100) + i, "y".repeat(100));
    }
    labels.putAll(labels("enforce", "z".repeat(1_000_000)));

    PolicyLabels read = PolicyLabels.of(labels, DEFAULTS);

    assertThat(read.policy().enforce()).isEqualTo(LevelVersion.parse("restricted:v1.20"));
    assertThat(UnknownLabels.in(labels)).hasSize(20_000);
  }

  private static KubeObject read(String json) {
    Documents documents = Documents.read(Source.of("shop.json", json), Limits.DEFAULT);
    return KubeObject.of((MappingValue) documents.roots().get(0));
  }
}
