package io.plimsoll.psa;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.manifest.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodSecuritySurveyTest {

  private static final String MANIFESTS = """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels: {pod-security.kubernetes.io/enfroce: baseline}
      ---
      # Source: shop/templates/db.yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: db, namespace: shop}
      spec:
        hostNetwork: true
        containers: [{name: db, image: "db:1"}]
        volumes: [{name: data, hostPath: {path: /data}}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: cache, namespace: shop}
      spec:
        containers: [{name: cache, image: "cache:1"}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      spec:
        containers: [{name: web, image: "web:1"}]
      """;

  private static final PodSecuritySurvey SURVEY = PodSecuritySurvey.of(
      Cluster.of(Manifests.read("shop.yaml", MANIFESTS).orThrow().objects()),
      LevelVersion.parse("baseline"));

  @Test
  void podsThatShareTheBeginningOfANameHaveTheirOwnPlaces() {
    String pods = """
        apiVersion: v1
        kind: Pod
        metadata: {generateName: load-, namespace: shop}
        spec: {hostNetwork: true, containers: [{name: a, image: "a:1"}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {generateName: load-, namespace: shop}
        spec: {hostPID: true, containers: [{name: b, image: "b:1"}]}
        """;

    PodSecuritySurvey survey = PodSecuritySurvey.of(
        Cluster.of(Manifests.read("load.yaml", pods).objects()), LevelVersion.parse("baseline"));

    assertThat(survey.findings())
        .extracting(finding -> finding.location() + " " + finding.object() + " " + finding.path())
        .containsExactly(
            "load.yaml:4:8 Pod shop/load-* spec.hostNetwork",
            "load.yaml:9:8 Pod shop/load-* spec.hostPID");
    assertThat(survey.toText()).contains("Pod shop/load-* meets privileged").contains(":9:8: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v1 | Pod | spec: {} | 4:1: warning: Pod default/web: spec.containers: a pod needs at least one container, found none"
            + " [no-containers]",
        "v1 | Pod | spec: {containers: []} | 4:8: warning: Pod default/web: spec.containers: a pod needs at least one"
            + " container, found none [no-containers]",
        "v1 | Pod | status: {} | 1:1: warning: Pod default/web: spec.containers: a pod needs at least one container, found"
            + " none [no-containers]",
        "apps/v1 | Deployment | spec: {replicas: 1} | 4:1: warning: Deployment default/web: spec.template: it has no"
            + " template, so it makes no pods [no-template]",
        "apps/v1 | Deployment | spec: {template: {spec: {}}} | 4:19: warning: Deployment default/web:"
            + " spec.template.spec.containers: a pod needs at least one container, found none [no-containers]"
      })
  void whatHasNoPodInItIsNamed(String apiVersion, String kind, String rest, String line) {
    String text =
        "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: web}\n" + rest;

    PodSecuritySurvey survey = PodSecuritySurvey.of(
        Cluster.of(Manifests.read("web.yaml", text).objects()), LevelVersion.parse("baseline"));

    assertThat(survey.problems()).extracting(Problem::toString).containsExactly("web.yaml:" + line);
  }

  @Test
  void whatIsWrittenInPlaceOfAContainerIsNotOverwritten() {
    String pod = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec: {containers: [null, web, {name: web}]}
        """;

    PodSecuritySurvey survey = PodSecuritySurvey.of(
        Cluster.of(Manifests.read("web.yaml", pod).objects()), LevelVersion.parse("restricted"));

    assertThat(survey.verdicts().get(0).result().fixes().patch()).hasToString("""
        add /spec/containers/2/securityContext {}
        add /spec/containers/2/securityContext/allowPrivilegeEscalation false
        add /spec/containers/2/securityContext/capabilities {}
        add /spec/containers/2/securityContext/capabilities/drop ["ALL"]
        add /spec/securityContext {}
        add /spec/securityContext/runAsNonRoot true
        add /spec/securityContext/seccompProfile {"type":"RuntimeDefault"}""");
  }

  @Test
  void theTextNamesLevelsViolationsPlacesAndFixes() {
    assertThat(SURVEY.toText()).isEqualTo("""
        Pod shop/cache meets baseline

        Pod shop/db meets privileged, not baseline:latest
          template: shop/templates/db.yaml

          host namespaces (hostNetwork=true)
            shop.yaml:12:3: spec.hostNetwork is true; allowed: absent, false
               12 |   hostNetwork: true
                  |   ^
                  = fix: remove spec.hostNetwork

          hostPath volumes (volume "data")
            shop.yaml:14:26: volume "data" is of type hostPath; allowed: any other type
               14 |   volumes: [{name: data, hostPath: {path: /data}}]
                  |                          ^
                  = fix: by hand

        Pod shop/web meets baseline
        """);
  }

  @Test
  void aFixThatContainersShareIsNamedOnce() {
    String pod = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec: {containers: [{name: a, image: "a:1"}, {name: b, image: "b:1"}]}
        """;

    PodSecuritySurvey survey = PodSecuritySurvey.of(
        Cluster.of(Manifests.read("web.yaml", pod).objects()), LevelVersion.parse("restricted"));

    assertThat(survey.toText().lines())
        .filteredOn(line -> line.contains("= fix: set spec.securityContext"))
        .extracting(String::strip)
        .containsExactly(
            "= fix: set spec.securityContext.runAsNonRoot to true",
            "= fix: set spec.securityContext.seccompProfile to {\"type\":\"RuntimeDefault\"}");
  }

  @Test
  void theTreeHasWhatTheTextHas() {
    assertThat(SURVEY.toTree().toString()).isEqualTo("""
        [{"object":{"apiVersion":"v1","kind":"Pod","namespace":"shop","name":"cache"},\
        "level":"baseline","violations":[],"fix":[],"byHand":[]},\
        {"object":{"apiVersion":"v1","kind":"Pod","namespace":"shop","name":"db"},\
        "level":"privileged","violations":[\
        {"check":"hostNamespaces","reason":"host namespaces","detail":"hostNetwork=true"},\
        {"check":"hostPathVolumes","reason":"hostPath volumes","detail":"volume \\"data\\""}],\
        "fix":[{"op":"remove","path":"/spec/hostNetwork"}],"byHand":["hostPathVolumes"]},\
        {"object":{"apiVersion":"v1","kind":"Pod","namespace":"shop","name":"web"},\
        "level":"baseline","violations":[],"fix":[],"byHand":[]}]""");
  }

  @Test
  void violatorsFindingsAndLabelsAreKept() {
    assertThat(SURVEY.violators())
        .extracting(verdict -> verdict.workload().ref().name())
        .containsExactly("db");
    assertThat(SURVEY.findings())
        .extracting(Finding::rule)
        .containsExactly("pod-security/hostNamespaces", "pod-security/hostPathVolumes");
    assertThat(SURVEY.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem)
            .hasToString("shop.yaml:5:12: warning: Namespace shop:"
                + " metadata.labels[pod-security.kubernetes.io/enfroce]: the label"
                + " \"pod-security.kubernetes.io/enfroce\" has no effect;"
                + " did you mean \"pod-security.kubernetes.io/enforce\""
                + " [unknown-pod-security-label]"));
  }

  @Test
  void aClusterWithoutWorkloadsHasNoText() {
    PodSecuritySurvey survey = PodSecuritySurvey.of(Cluster.empty(), SURVEY.policy());

    assertThat(survey.toText()).isEmpty();
    assertThat(survey.toTree()).hasToString("[]");
  }
}
