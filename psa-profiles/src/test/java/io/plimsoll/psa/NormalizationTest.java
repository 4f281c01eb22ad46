package io.plimsoll.psa;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.pod.AppArmorProfile;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.Volume;
import io.plimsoll.core.pod.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

class NormalizationTest {

  private static final String KEY = "container.apparmor.security.beta.kubernetes.io/";

  @Test
  void aVolumeWithoutSourceIsAnEmptyDirectory() {
    Workload job = workload("""
        {'apiVersion': 'batch/v1', 'kind': 'Job', 'spec': {'template': {'spec': {
          'volumes': [{'name': 'a'}, {'name': 'b', 'nfs': {}}, {'name': 'c', 'new': {}}]}}}}""");

    List<Volume> volumes = Normalization.of(job).spec().volumes();

    assertThat(volumes).map(volume -> volume.emptyDir() != null).containsExactly(true, false, true);
  }

  @Test
  void portsInTheHostsNetworkAreTheHosts() {
    String spec = """
        {'hostNetwork': true,
         'initContainers': [{'ports': [{'containerPort': 1}]}],
         'containers': [{'ports': [{'containerPort': 2, 'hostPort': 3}, {'containerPort': 4, 'hostPort': 0}, {}]}],
         'ephemeralContainers': [{'ports': [{'containerPort': 5}]}]}""";

    assertThat(detail("{'apiVersion': 'v1', 'kind': 'Pod', 'spec': " + spec + "}"))
        .isEqualTo(
            "host namespaces (hostNetwork=true), hostPort (containers \"\", \"\" use hostPorts"
                + " 1, 3, 4)");
    assertThat(detail(
            "{'apiVersion': 'v1', 'kind': 'PodTemplate', 'template': {'spec': " + spec + "}}"))
        .isEqualTo("host namespaces (hostNetwork=true), hostPort (container \"\" uses hostPort 3)");
  }

  @Test
  void annotatedProfilesBecomeThoseOfContainers() {
    String pod = pod("'a': 'unconfined', 'b': 'localhost/x', 'c': 'nonsense'", """
        {'containers': [{'name': 'a'}, {'name': 'b'}, {'name': 'c'}, {'name': 'd'}]}""");

    PodSpec spec = Normalization.of(workload(pod)).spec();

    assertThat(spec.containers())
        .map(c -> c.securityContext() == null ? null : c.securityContext().appArmorProfile())
        .containsExactly(
            new AppArmorProfile("Unconfined", null),
            new AppArmorProfile("Localhost", "x"),
            null,
            null);
    assertThat(detail(pod))
        .startsWith("forbidden AppArmor profiles (container \"a\" and annotations must not set");
  }

  @Test
  void aFieldGoesBeforeTheAnnotationAndThePodsOwnProfileIsNotRepeated() {
    Workload pod = workload(pod("'a': 'runtime/default', 'b': 'unconfined'", """
        {'securityContext': {'appArmorProfile': {'type': 'RuntimeDefault'}},
         'containers': [{'name': 'a'},
                        {'name': 'b', 'securityContext': {'appArmorProfile': {'type': 'Localhost'}}}]}"""));

    assertThat(Normalization.of(pod)).isSameAs(pod.template());
  }

  @Test
  void podsForWindowsAndTemplatesKeepTheirAnnotationsToThemselves() {
    Workload windows = workload(
        pod("'a': 'unconfined'", "{'os': {'name': 'windows'}, 'containers': [{'name': 'a'}]}"));
    Workload template = workload("""
        {'apiVersion': 'v1', 'kind': 'PodTemplate', 'template': {
          'metadata': {'annotations': {'%sa': 'unconfined'}},
          'spec': {'containers': [{'name': 'a'}]}}}""".formatted(KEY));

    assertThat(Normalization.of(windows)).isSameAs(windows.template());
    assertThat(Normalization.of(template)).isSameAs(template.template());
  }

  @Test
  void aPodIsFilledInLikeItsWorkload() {
    MappingValue tree =
        Trees.json("{'apiVersion': 'v1', 'kind': 'Pod', 'spec': {'volumes': [{'name': 'a'}]}}");
    Pod pod = Trees.pod(tree);

    Pod normal = Normalization.of(pod);

    assertThat(normal.spec()).isEqualTo(Normalization.of(Trees.workload(tree)).spec());
    assertThat(Normalization.of(normal)).isSameAs(normal);
  }

  @Test
  void whatTheServerFilledInIsMendedWhereItCameFrom() {
    MappingValue pod = Trees.json(pod("'a': 'unconfined'", """
        {'hostNetwork': true, 'containers': [{'name': 'a', 'ports': [{'containerPort': 80}]}]}"""));

    PodSecurityResult result =
        PodSecurity.evaluate(Trees.workload(pod), LevelVersion.parse("baseline"));

    assertThat(result.findings())
        .extracting(Finding::message)
        .containsExactly(
            "securityContext.appArmorProfile.type of container \"a\" is \"Unconfined\" because of"
                + " metadata.annotations[" + KEY + "a]; allowed: absent, RuntimeDefault, Localhost",
            "metadata.annotations[" + KEY + "a] is \"unconfined\"; allowed: absent, \"\","
                + " runtime/default, localhost/*",
            "spec.hostNetwork is true; allowed: absent, false",
            "ports[0].hostPort of container \"a\" is 80 because of spec.hostNetwork; allowed: absent, 0");
    Fixes fixes = result.fixes();
    assertThat(fixes.patch().operations())
        .extracting(operation -> operation.path().toString())
        .containsExactly("metadata.annotations[" + KEY + "a]", "spec.hostNetwork");
    assertThat(detail(fixes.patch().apply(pod).toString())).isEmpty();
  }

  private static String pod(String annotations, String spec) {
    return "{'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'annotations': {"
        + annotations.replaceAll("'(\\w)'", "'" + KEY + "$1'") + "}}, 'spec': " + spec + "}";
  }

  private static Workload workload(String object) {
    return Trees.workload(Trees.json(object));
  }

  private static String detail(String object) {
    return PodSecurity.evaluate(workload(object), LevelVersion.parse("baseline"))
        .forbiddenDetail();
  }
}
