package io.plimsoll.netpol.synthesis;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.netpol.ConnectionLine;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.connection.Protocol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Clusters of workloads all of which labels tell apart, and connections that somebody wants among them. */
final class RandomShops {

  private static final List<String> NAMESPACES = List.of("shop", "bank", "kube-system");
  private static final List<String> RANGES = List.of(
      "0.0.0.0/0",
      "10.0.0.0/8",
      "10.1.0.0/16",
      "192.0.2.7",
      "10.0.0.0-10.3.2.1",
      "::/0",
      "2001:db8::/33");

  private final Random random;

  RandomShops(Random random) {
    this.random = random;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  Cluster cluster() {
    List<KubeObject> objects = new ArrayList<>();
    Set<Object> known = new HashSet<>();
    int count = 2 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      String namespace = pick(NAMESPACES);
      Map<String, Object> labels = labels();
      if (known.add(List.of(namespace, labels))) {
        objects.add(workload(namespace, "w" + i, labels));
      }
    }
    if (random.nextInt(3) == 0) {
      objects.add(workload("kube-system", "dns", Map.of("k8s-app", "kube-dns")));
    }
    return Cluster.of(objects);
  }

  private Map<String, Object> labels() {
    Map<String, Object> labels = new LinkedHashMap<>();
    for (String key : List.of("app", "tier", "track")) {
      if (random.nextInt(3) > 0) {
        labels.put(key, pick(List.of("a", "b", "c", "")));
      }
    }
    return labels;
  }

  private KubeObject workload(String namespace, String name, Map<String, Object> labels) {
    Map<String, Object> template =
        Map.of("metadata", Map.of("labels", labels), "spec", Map.of("containers", List.of()));
    boolean pod = random.nextInt(3) == 0;
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", pod ? "v1" : "apps/v1");
    object.put("kind", pod ? "Pod" : "Deployment");
    object.put(
        "metadata",
        pod
            ? Map.of("name", name, "namespace", namespace, "labels", labels)
            : Map.of("name", name, "namespace", namespace));
    object.put("spec", pod ? Map.of("containers", List.of()) : Map.of("template", template));
    return KubeObject.of((MappingValue) Value.from(object));
  }

  List<ConnectionLine> wanted(List<Endpoint> endpoints) {
    List<ConnectionLine> wanted = new ArrayList<>();
    int count = random.nextInt(3 * endpoints.size());
    for (int i = 0; i < count; i++) {
      Endpoint one = pick(endpoints);
      Endpoint other = random.nextInt(3) == 0
          ? new Endpoint.External(AddressRange.parse(pick(RANGES)))
          : pick(endpoints);
      boolean turn = random.nextBoolean();
      wanted.add(new ConnectionLine(turn ? other : one, turn ? one : other, connections()));
    }
    if (random.nextInt(4) == 0) {
      // Everybody to one, which may become a rule for all pods.
      Endpoint one = pick(endpoints);
      endpoints.forEach(
          other -> wanted.add(new ConnectionLine(other, one, ConnectionSet.of(Protocol.TCP, 80))));
    }
    return wanted;
  }

  private ConnectionSet connections() {
    return switch (random.nextInt(6)) {
      case 0 -> ConnectionSet.ALL;
      case 1 -> ConnectionSet.of(Protocol.UDP);
      case 2 -> ConnectionSet.of(Protocol.TCP, 8000, 8080);
      case 3 -> ConnectionSet.of(Protocol.SCTP, 1).union(ConnectionSet.of(Protocol.UDP, 50, 60));
      default -> ConnectionSet.of(Protocol.TCP, pick(List.of(53, 80, 443)));
    };
  }
}
