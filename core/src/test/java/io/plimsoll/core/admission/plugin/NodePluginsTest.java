package io.plimsoll.core.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.TestCall;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodePluginsTest {

  private static final String NODE =
      "{apiVersion: v1, kind: Node, metadata: {name: worker, labels: {topology.kubernetes.io/zone: z,"
          + " topology.kubernetes.io/region: r, other: o}}}";

  @Test
  void newNodesAreTainted() {
    TaintNodesByCondition plugin = new TaintNodesByCondition();
    MappingValue node = TestCall.create(
            "{apiVersion: v1, kind: Node, metadata: {name: worker}, spec:"
                + " {taints: [{key: k, effect: NoSchedule}]}}")
        .admit(plugin)
        .object()
        .orElseThrow();
    assertThat(node)
        .isEqualTo(
            TestCall.tree("{apiVersion: v1, kind: Node, metadata: {name: worker}, spec: {taints:"
                + " [{key: k, effect: NoSchedule}, {key: node.kubernetes.io/not-ready, effect:"
                + " NoSchedule}]}}"));
    assertThat(TestCall.create(node.toString()).admit(plugin)).isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.update(NODE, NODE).admit(plugin)).isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void podsTellWhereTheirNodeIs() {
    PodTopologyLabels plugin = new PodTopologyLabels();
    String pod = "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop, labels: {a: b}},"
        + " spec: {nodeName: worker}}";
    MappingValue changed =
        TestCall.create(pod).amid(NODE).admit(plugin).object().orElseThrow();
    assertThat(Trees.metadata(changed).stringMap("labels"))
        .containsExactlyInAnyOrderEntriesOf(Map.of(
            "a", "b",
            "topology.kubernetes.io/zone", "z",
            "topology.kubernetes.io/region", "r"));
    assertThat(TestCall.create(pod).admit(plugin)).isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.create(pod.replace("nodeName: worker", "")).amid(NODE).admit(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void bindingsTellWhereTheNodeIs() {
    String binding = "{apiVersion: v1, kind: Binding, metadata: {name: p, namespace: shop}, target:"
        + " {kind: Node, name: worker}}";
    assertThat(TestCall.create(binding)
            .partOf("v1", "Pod", "binding")
            .amid(NODE)
            .admit(new PodTopologyLabels())
            .object())
        .hasValueSatisfying(object -> assertThat(Trees.metadata(object).stringMap("labels"))
            .containsEntry("topology.kubernetes.io/zone", "z"));
  }
}
