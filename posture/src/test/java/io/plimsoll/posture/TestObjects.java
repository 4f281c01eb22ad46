package io.plimsoll.posture;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.model.KubeObject;

/** Objects of these tests. */
final class TestObjects {

  private TestObjects() {}

  static KubeObject of(String yaml) {
    return Manifests.read("test.yaml", yaml).orThrow().objects().get(0);
  }

  static Cluster cluster(String... yaml) {
    Cluster cluster = Cluster.empty();
    for (String text : yaml) {
      cluster = cluster.with(of(text));
    }
    return cluster;
  }
}
