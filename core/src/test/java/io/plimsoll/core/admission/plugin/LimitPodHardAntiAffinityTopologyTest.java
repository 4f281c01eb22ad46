package io.plimsoll.core.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.TestCall;
import org.junit.jupiter.api.Test;

class LimitPodHardAntiAffinityTopologyTest {

  private final LimitPodHardAntiAffinityTopology plugin = new LimitPodHardAntiAffinityTopology();

  private static String pod(String key) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop}, spec: {affinity:"
        + " {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
        + " [{topologyKey: kubernetes.io/hostname}, {topologyKey: " + key + "}]}}}}";
  }

  @Test
  void podsMayShunOthersOnTheirNode() {
    assertThat(TestCall.create(pod("kubernetes.io/hostname")).validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void podsMustNotShunOthersInTheirZone() {
    assertThat(TestCall.refusal(TestCall.create(pod("zone")).validate(plugin)))
        .isEqualTo(TestCall.forbidden(
            "pods",
            "p",
            "affinity.PodAntiAffinity.RequiredDuringScheduling has TopologyKey zone"
                + " but only key kubernetes.io/hostname is allowed"));
    assertThat(TestCall.update(pod("zone"), pod("zone")).subresource("status").validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }
}
