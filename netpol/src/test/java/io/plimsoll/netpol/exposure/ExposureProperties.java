package io.plimsoll.netpol.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.RandomClusters;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class ExposureProperties {

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void podsThatRulesDescribeConnectAsSaidAsSoonAsTheyExist(@ForAll long seed) {
    Cluster cluster = RandomClusters.make(new Random(seed));
    List<ExposureLine> lines = Exposure.of(Connectivity.of(cluster)).lines().toList();

    for (ExposureLine line : lines) {
      if (line.peer() instanceof ExposedPeer.Pods pods && pods.namespace().isEmpty()) {
        Connectivity network = Connectivity.of(cluster
            .with(object("Namespace", "", "far", labels(pods.namespaces())))
            .with(object("Pod", "far", "stranger", labels(pods.pods()))));
        Endpoint stranger = network.endpoint("far/stranger");

        ConnectionSet between = line.direction() == Direction.EGRESS
            ? network.between(line.workload(), stranger)
            : network.between(stranger, line.workload());

        assertThat(between).as("%s", line).isEqualTo(line.connections());
      }
    }
  }

  /** Labels that may have any value have one that no rule of the random clusters names. */
  private static Map<String, String> labels(LabelSelector term) {
    Map<String, String> labels = new HashMap<>(term.matchLabels());
    term.matchExpressions().forEach(one -> labels.put(one.key(), "any"));
    return labels;
  }

  private static KubeObject object(
      String kind, String namespace, String name, Map<String, String> labels) {
    return KubeObject.of((MappingValue) Value.from(Map.of(
        "apiVersion",
        "v1",
        "kind",
        kind,
        "metadata",
        Map.of("name", name, "namespace", namespace, "labels", labels),
        "spec",
        Map.of())));
  }
}
