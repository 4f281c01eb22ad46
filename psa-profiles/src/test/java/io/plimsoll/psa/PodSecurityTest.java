package io.plimsoll.psa;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.pod.ContainerKind;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.pod.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PodSecurityTest {

  private static final LevelVersion RESTRICTED = LevelVersion.parse("restricted:latest");
  private static final String NGINX =
      "{'metadata': {'name': 'nginx'}, 'spec': {'containers': [{'name': 'nginx'}]}}";
  private static final String COMPLIANT = """
      {'apiVersion': 'v1', 'kind': 'Pod',
       'spec': {'securityContext': {'runAsNonRoot': true, 'seccompProfile': {'type': 'RuntimeDefault'}},
                'containers': [{'name': 'a', 'securityContext': {
                  'allowPrivilegeEscalation': false, 'capabilities': {'drop': ['ALL']}}}]}}""";

  @Test
  void aBarePodViolatesFourRestrictedChecks() {
    PodSecurityResult result = PodSecurity.evaluate(Trees.pod(Trees.json(NGINX)), RESTRICTED);

    assertThat(result.allowed()).isFalse();
    assertThat(result.forbiddenReason())
        .isEqualTo("allowPrivilegeEscalation != false, unrestricted capabilities,"
            + " runAsNonRoot != true, seccompProfile");
    assertThat(result.forbiddenDetail())
        .isEqualTo("allowPrivilegeEscalation != false (container \"nginx\" must set"
            + " securityContext.allowPrivilegeEscalation=false), unrestricted capabilities"
            + " (container \"nginx\" must set securityContext.capabilities.drop=[\"ALL\"]),"
            + " runAsNonRoot != true (pod or container \"nginx\" must set"
            + " securityContext.runAsNonRoot=true), seccompProfile (pod or container \"nginx\""
            + " must set securityContext.seccompProfile.type to \"RuntimeDefault\" or"
            + " \"Localhost\")");
  }

  @Test
  void theAnswerForAPodThatIsAllowedIsShared() {
    Pod pod = Trees.pod(Trees.json(COMPLIANT));

    PodSecurityResult result = PodSecurity.evaluate(pod, RESTRICTED);

    assertThat(result.allowed()).isTrue();
    assertThat(result.forbiddenReason()).isEmpty();
    assertThat(result.forbiddenDetail()).isEmpty();
    assertThat(result.findings()).isEmpty();
    assertThat(result.fixes().areComplete()).isTrue();
    assertThat(result).isSameAs(PodSecurity.evaluate(pod, LevelVersion.parse("baseline")));
  }

  @Test
  void findingsStandInTheObjectThatHoldsThePod() {
    Workload deployment = Trees.workload(Trees.json("""
        {'apiVersion': 'apps/v1', 'kind': 'Deployment',
         'metadata': {'namespace': 'shop', 'name': 'web'},
         'spec': {'template': {'spec': {
           'containers': [{'name': 'a'}, {'name': 'b', 'securityContext': {'privileged': true}}]}}}}"""));

    PodFinding found = PodSecurity.evaluate(deployment, LevelVersion.parse("baseline"))
        .violations()
        .get(0)
        .findings()
        .get(0);

    assertThat(found.container())
        .contains(new ContainerRef(ContainerKind.CONTAINER, 1, "b"))
        .hasToString("Optional[containers[1] \"b\"]");
    Finding finding = found.finding();
    assertThat(finding.rule()).isEqualTo("pod-security/privileged");
    assertThat(finding.object()).hasToString("Deployment shop/web");
    assertThat(finding.path())
        .hasToString("spec.template.spec.containers[1].securityContext.privileged");
    assertThat(finding.message())
        .isEqualTo("securityContext.privileged of container \"b\" is true; allowed: absent, false");
    assertThat(finding.observed()).isEqualTo(ScalarValue.of(true));
    assertThat(finding.allowed()).containsExactly("absent", "false");
    assertThat(finding.fix()).contains(Patch.of(new Patch.Operation.Remove(finding.path())));
  }

  @Test
  void fixesOfSeveralChecksShareTheObjectsTheyMake() {
    MappingValue pod = Trees.json("""
        {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'nginx'},
         'spec': {'securityContext': null, 'containers': [{'name': 'nginx'}]}}""");

    Fixes fixes = PodSecurity.evaluate(Trees.workload(pod), RESTRICTED).fixes();

    assertThat(fixes.areComplete()).isTrue();
    assertThat(fixes.patch().apply(pod)).isEqualTo(Trees.json("""
        {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'nginx'},
         'spec': {
           'securityContext': {'runAsNonRoot': true, 'seccompProfile': {'type': 'RuntimeDefault'}},
           'containers': [{'name': 'nginx', 'securityContext': {
             'allowPrivilegeEscalation': false, 'capabilities': {'drop': ['ALL']}}}]}}"""));
  }

  @Test
  void restrictedIsNotAlwaysStricterThanBaseline() {
    Pod pod = Trees.pod(Trees.json("""
        {'spec': {'os': {'name': 'windows'}, 'securityContext': {'runAsNonRoot': true},
                  'containers': [{'securityContext': {'capabilities': {'add': ['SYS_ADMIN']}}}]}}"""));

    assertThat(PodSecurity.evaluate(pod, RESTRICTED).allowed()).isTrue();
    assertThat(PodSecurity.evaluate(pod, LevelVersion.parse("baseline")).allowed())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"latest, baseline", "v1.37, baseline", "v1.36, privileged"})
  void theStrictestLevelDependsOnTheVersion(String version, String level) {
    Workload pod = Trees.workload(Trees.json("""
        {'apiVersion': 'v1', 'kind': 'Pod',
         'spec': {'securityContext': {'sysctls': [{'name': 'net.ipv4.tcp_notsent_lowat'}]},
                  'containers': [{'name': 'a'}]}}"""));

    assertThat(PodSecurity.strictestLevel(pod, Version.parse(version)))
        .isEqualTo(Level.parse(level));
  }

  @Test
  void theStrictestLevelOfACompliantPodIsRestricted() {
    Workload pod = Trees.workload(Trees.json(COMPLIANT));

    assertThat(PodSecurity.strictestLevel(pod, Version.LATEST)).isEqualTo(Level.RESTRICTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'spec': null}",
        "{'spec': 'nonsense', 'metadata': []}",
        "{'spec': {'containers': [null, 'x', 7, {}], 'volumes': [null], 'initContainers': {}}}",
        "{'spec': {'containers': [{'ports': [null], 'securityContext': {'capabilities': {'drop': [null]}}}]}}",
        "{'spec': {'securityContext': {'sysctls': [null, 1], 'seccompProfile': 'x'}}}"
      })
  void oddObjectsAreAnsweredAndNeverThrow(String object) {
    MappingValue tree = Trees.json(object);

    PodSecurityResult result = PodSecurity.evaluate(Trees.pod(tree), RESTRICTED);

    assertThat(result.violations())
        .map(Violation::toString)
        .isEqualTo(ReferencePodSecurity.evaluate(tree, Level.RESTRICTED, 37));
    assertThat(result.findings())
        .hasSameSizeAs(result.violations().stream()
            .flatMap(violation -> violation.findings().stream())
            .toList());
  }
}
