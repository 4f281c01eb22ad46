package io.plimsoll.core.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.TestCall;
import io.plimsoll.core.request.Status;
import org.junit.jupiter.api.Test;

class PodResizePluginsTest {

  private static final String NODE = "{apiVersion: v1, kind: Node, metadata: {name: worker, labels:"
      + " {kubernetes.io/os: %s}}, status: {allocatable: {cpu: 2, memory: 4Gi}, declaredFeatures: [%s]}}";

  private static String pod(int generation, String spec) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop, generation: "
        + generation + "}, spec: {nodeName: worker, " + spec + "}}";
  }

  private static String requests(String cpu, String memory) {
    return "containers: [{name: c, resources: {requests: {cpu: " + cpu + ", memory: " + memory
        + "}}}]";
  }

  private static TestCall resize(String old, String spec) {
    return TestCall.update(pod(1, old), pod(2, spec)).subresource("resize");
  }

  @Test
  void podsGrowToWhatTheirNodeHas() {
    PodResizeValidator plugin = new PodResizeValidator();
    String node = NODE.formatted("linux", "");
    assertThat(resize("", requests("2", "4Gi")).amid(node).validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
    Admission answer = resize("", requests("2500m", "5Gi")).amid(node).validate(plugin);
    assertThat(TestCall.refusal(answer))
        .isEqualTo(TestCall.forbidden(
            "pods",
            "p",
            "node didn't have enough allocatable resources: cpu, requested: 2500, allocatable:"
                + " 2000; memory, requested: 5368709120, allocatable: 4294967296"));
    assertThat(answer.refusal().orElseThrow().causes())
        .containsExactly(new Status.Cause("NodeCapacity", "", ""));
  }

  @Test
  void podsOfOtherSystemsAreNotResized() {
    PodResizeValidator plugin = new PodResizeValidator();
    Admission answer =
        resize("", requests("1", "1Gi")).amid(NODE.formatted("windows", "")).validate(plugin);
    assertThat(TestCall.refusal(answer))
        .isEqualTo(TestCall.forbidden(
            "pods",
            "p",
            "pod resize is only supported on linux nodes, node \"worker\" is \"windows\""));
    assertThat(answer.refusal().orElseThrow().causes())
        .containsExactly(new Status.Cause("UnsupportedPlatform", "", ""));
    assertThat(TestCall.refusal(resize("", requests("1", "1Gi")).validate(plugin)))
        .isEqualTo(TestCall.forbidden("pods", "p", "node \"worker\" not found"));
  }

  @Test
  void otherUpdatesAndPodsWithoutNodeAreFine() {
    PodResizeValidator plugin = new PodResizeValidator();
    assertThat(TestCall.update(pod(1, ""), pod(2, requests("9", "9Gi"))).validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.update(pod(1, ""), pod(1, requests("9", "9Gi")))
            .subresource("resize")
            .validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void kubeletsMustKnowWhatAnUpdateNeeds() {
    NodeDeclaredFeatureValidator plugin = new NodeDeclaredFeatureValidator();
    String old = "initContainers: [{name: i, resources: {requests: {cpu: 1}}}]";
    String spec = "resources: {requests: {cpu: 1}}, initContainers: [{name: i, resources:"
        + " {requests: {cpu: 2}}}]";
    assertThat(
            TestCall.refusal(resize(old, spec).amid(NODE.formatted("linux", "")).validate(plugin)))
        .isEqualTo(TestCall.forbidden(
            "pods",
            "p",
            "pod update requires features InPlacePodLevelResourcesVerticalScaling,"
                + " InPlacePodVerticalScalingInitContainers which are not available on node"
                + " \"worker\""));
    assertThat(resize(old, spec)
            .amid(NODE.formatted(
                "linux",
                "InPlacePodLevelResourcesVerticalScaling, InPlacePodVerticalScalingInitContainers"))
            .validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
    assertThat(resize(requests("1", "1Gi"), requests("2", "1Gi")).validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void sidecarsNeedNothingAndMemoryVolumesDo() {
    NodeDeclaredFeatureValidator plugin = new NodeDeclaredFeatureValidator();
    String sidecar =
        "initContainers: [{name: i, restartPolicy: Always, resources: {requests: {cpu: %s}}}]";
    assertThat(resize(sidecar.formatted("1"), sidecar.formatted("2")).validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
    String volume = "volumes: [{name: v, emptyDir: {medium: Memory, sizeLimit: %s}}]";
    assertThat(TestCall.refusal(resize(volume.formatted("1Gi"), volume.formatted("2Gi"))
            .amid(NODE.formatted("linux", ""))
            .validate(plugin)))
        .contains("requires features InPlacePodVerticalScalingMemoryBackedVolumes which");
    assertThat(TestCall.refusal(
            resize(volume.formatted("1Gi"), volume.formatted("2Gi")).validate(plugin)))
        .isEqualTo(TestCall.forbidden("pods", "p", "node \"worker\" not found"));
  }
}
