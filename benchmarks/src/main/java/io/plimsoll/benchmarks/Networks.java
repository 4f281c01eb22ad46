package io.plimsoll.benchmarks;

import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.model.KubeObject;
import java.util.ArrayList;
import java.util.List;

/** Clusters with network policies. */
final class Networks {

  private static final int SEED = 1;

  private Networks() {}

  /** Returns the objects of a {@link GeneratedCluster}. */
  static List<KubeObject> generated(int workloads) {
    List<KubeObject> objects = new ArrayList<>();
    GeneratedCluster.files(workloads, SEED)
        .forEach(
            (name, text) -> objects.addAll(Manifests.read(name, text).orThrow().objects()));
    return objects;
  }

  /** Returns a text of so many pods, and as many policies each of which lets one of them in to another. */
  static String small(int pods) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pods; i++) {
      text.append("""
          apiVersion: v1
          kind: Pod
          metadata: {name: pod-%1$d, namespace: shop, labels: {app: app-%1$d}}
          spec: {containers: [{name: main, image: "app:1", ports: [{containerPort: 8080}]}]}
          ---
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: policy-%1$d, namespace: shop}
          spec:
            podSelector: {matchLabels: {app: app-%1$d}}
            ingress:
            - from: [{podSelector: {matchLabels: {app: app-%2$d}}}]
              ports: [{port: 8080}]
          ---
          """.formatted(i, (i + 1) % pods));
    }
    return text.toString();
  }

  /** Returns a text of workloads whose one policy lets them out to so many single addresses. */
  static String blocks(int workloads, int blocks) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < workloads; i++) {
      text.append("""
          apiVersion: v1
          kind: Pod
          metadata: {name: pod-%1$d, namespace: shop, labels: {app: app-%1$d}}
          spec: {containers: [{name: main, image: "app:1"}]}
          ---
          """.formatted(i));
    }
    text.append("""
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: out, namespace: shop}
        spec:
          podSelector: {}
          policyTypes: [Egress]
          egress:
          - to:
        """);
    for (int i = 0; i < blocks; i++) {
      text.append("    - ipBlock: {cidr: 49.50.%d.%d/32}%n".formatted(i / 128, i % 128 * 2));
    }
    return text.toString();
  }
}
