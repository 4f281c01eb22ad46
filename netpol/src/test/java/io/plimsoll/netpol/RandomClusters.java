package io.plimsoll.netpol;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small clusters with everything in them that the APIs know, few names each, so that much of it meets. */
public final class RandomClusters {

  public static final List<String> NAMESPACES = List.of("alpha", "beta", "gamma", "default");
  private static final List<String> KEYS = List.of("app", "tier", "track", "zone");
  private static final List<String> VALUES = List.of("a", "b", "c", "");
  private static final List<String> PORT_NAMES = List.of("http", "dns", "metrics");
  private static final List<String> PROTOCOLS = List.of("TCP", "UDP", "SCTP");
  public static final List<Integer> PORTS = List.of(1, 53, 80, 443, 8080, 65535);
  static final List<String> CIDRS = List.of(
      "0.0.0.0/0",
      "10.0.0.0/8",
      "10.1.0.0/16",
      "10.1.1.0/24",
      "172.18.0.0/24",
      "192.0.2.128/25",
      "192.0.2.7/32",
      "::/0",
      "fd00::/16",
      "fd00:1::/32",
      "2001:db8::1/128");
  static final List<String> DOMAINS = List.of("example.com", "*.example.com", "*.com");

  private final Random random;
  private final List<KubeObject> objects = new ArrayList<>();

  private RandomClusters(Random random) {
    this.random = random;
  }

  public static Cluster make(Random random) {
    RandomClusters maker = new RandomClusters(random);
    maker.namespaces();
    maker.nodes();
    maker.pods();
    maker.policies();
    return Cluster.of(maker.objects);
  }

  private void add(String apiVersion, String kind, Map<String, Object> body) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", apiVersion);
    object.put("kind", kind);
    object.putAll(body);
    objects.add(KubeObject.of((MappingValue) Value.from(object)));
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private <T> List<T> several(int least, int most, java.util.function.Supplier<T> item) {
    List<T> items = new ArrayList<>();
    int count = least + random.nextInt(most - least + 1);
    for (int i = 0; i < count; i++) {
      items.add(item.get());
    }
    return items;
  }

  private Map<String, Object> labels() {
    Map<String, Object> labels = new LinkedHashMap<>();
    for (String key : KEYS) {
      if (chance(0.5)) {
        labels.put(key, pick(VALUES));
      }
    }
    return labels;
  }

  private void namespaces() {
    for (String name : NAMESPACES) {
      if (chance(0.7)) {
        add("v1", "Namespace", Map.of("metadata", Map.of("name", name, "labels", labels())));
      }
    }
  }

  private void nodes() {
    for (int i = 0; i < 2; i++) {
      List<Object> addresses = new ArrayList<>();
      addresses.add(Map.of("type", "InternalIP", "address", "172.18.0." + (2 + i)));
      addresses.add(Map.of("type", "Hostname", "address", "node-" + i));
      if (chance(0.5)) {
        addresses.add(Map.of("type", "ExternalIP", "address", "192.0.2." + (7 + i)));
      }
      if (chance(0.4)) {
        addresses.add(Map.of("type", "InternalIP", "address", "fd00:172::" + (2 + i)));
      }
      add(
          "v1",
          "Node",
          Map.of(
              "metadata", Map.of("name", "node-" + i, "labels", labels()),
              "status", Map.of("addresses", addresses)));
    }
  }

  private void pods() {
    double addresses = random.nextDouble();
    double v6 = chance(0.5) ? 0.5 : 0;
    int count = 3 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      int node = random.nextInt(3);
      boolean host = chance(0.15);
      Map<String, Object> spec = new LinkedHashMap<>();
      spec.put("containers", several(1, 2, () -> container(false)));
      spec.put("initContainers", several(0, 2, () -> container(true)));
      if (host) {
        spec.put("hostNetwork", true);
      }
      if (node < 2) {
        spec.put("nodeName", "node-" + node);
      }
      Map<String, Object> status = new LinkedHashMap<>();
      status.put("phase", chance(0.1) ? pick(List.of("Succeeded", "Failed")) : "Running");
      List<Object> ips = new ArrayList<>();
      if (chance(addresses)) {
        ips.add(Map.of("ip", host && node < 2 ? "172.18.0." + (2 + node) : "10.1." + i + ".7"));
      }
      if (chance(v6)) {
        ips.add(Map.of("ip", host && node < 2 ? "fd00:172::" + (2 + node) : "fd00:1::" + (i + 1)));
      }
      status.put("podIPs", ips);
      if (chance(0.3) && node < 2) {
        status.put("hostIPs", List.of(Map.of("ip", "172.18.0." + (2 + node))));
      }
      Map<String, Object> metadata = new LinkedHashMap<>();
      metadata.put("name", "pod-" + i);
      metadata.put("namespace", pick(NAMESPACES));
      if (chance(0.9)) {
        metadata.put("labels", labels());
      }
      if (chance(0.3)) {
        metadata.put(
            "ownerReferences",
            List.of(Map.of("kind", "ReplicaSet", "name", "rs-" + i % 3, "controller", true)));
      }
      add("v1", "Pod", Map.of("metadata", metadata, "spec", spec, "status", status));
    }
  }

  private Map<String, Object> container(boolean init) {
    Map<String, Object> container = new LinkedHashMap<>();
    container.put("name", "c");
    container.put("ports", several(0, 3, () -> {
      Map<String, Object> port = new LinkedHashMap<>();
      port.put("containerPort", pick(PORTS));
      if (chance(0.8)) {
        port.put("name", pick(PORT_NAMES));
      }
      if (chance(0.6)) {
        port.put("protocol", pick(PROTOCOLS));
      }
      return port;
    }));
    if (init && chance(0.5)) {
      container.put("restartPolicy", "Always");
    }
    return container;
  }

  private Map<String, Object> selector() {
    Map<String, Object> selector = new LinkedHashMap<>();
    if (chance(0.4)) {
      selector.put("matchLabels", Map.of(pick(KEYS), pick(VALUES)));
    }
    if (chance(0.4)) {
      selector.put("matchExpressions", several(1, 2, () -> {
        String operator = pick(List.of("In", "NotIn", "Exists", "DoesNotExist"));
        Map<String, Object> expression = new LinkedHashMap<>();
        expression.put("key", pick(KEYS));
        expression.put("operator", operator);
        if (operator.endsWith("In")) {
          expression.put("values", several(1, 2, () -> pick(VALUES)));
        }
        return expression;
      }));
    }
    return selector;
  }

  private Map<String, Object> namespaceSelector() {
    return chance(0.3)
        ? Map.of("matchLabels", Map.of("kubernetes.io/metadata.name", pick(NAMESPACES)))
        : selector();
  }

  private void policies() {
    int count = random.nextInt(6);
    for (int i = 0; i < count; i++) {
      Map<String, Object> spec = new LinkedHashMap<>();
      spec.put("podSelector", chance(0.3) ? Map.of() : selector());
      if (chance(0.6)) {
        spec.put(
            "policyTypes",
            pick(List.of(
                List.of("Ingress"), List.of("Egress"), List.of("Ingress", "Egress"), List.of())));
      }
      spec.put("ingress", several(0, 2, () -> networkRule("from")));
      spec.put("egress", several(0, 2, () -> networkRule("to")));
      add(
          "networking.k8s.io/v1",
          "NetworkPolicy",
          Map.of(
              "metadata", Map.of("name", "np-" + i, "namespace", pick(NAMESPACES)), "spec", spec));
    }
    if (chance(0.5)) {
      clusterPolicies();
    } else {
      adminPolicies();
    }
  }

  private Map<String, Object> networkRule(String peers) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put(peers, several(0, 2, () -> {
      Map<String, Object> peer = new LinkedHashMap<>();
      if (chance(0.35)) {
        String cidr = pick(CIDRS);
        peer.put("ipBlock", Map.of("cidr", cidr, "except", several(0, 2, () -> pick(CIDRS))));
        return peer;
      }
      boolean namespaces = chance(0.5);
      if (namespaces) {
        peer.put("namespaceSelector", namespaceSelector());
      }
      if (!namespaces || chance(0.5)) {
        peer.put("podSelector", selector());
      }
      return peer;
    }));
    rule.put("ports", several(0, 2, () -> {
      Map<String, Object> port = new LinkedHashMap<>();
      if (chance(0.6)) {
        port.put("protocol", pick(PROTOCOLS));
      }
      if (chance(0.3)) {
        port.put("port", pick(PORT_NAMES));
      } else if (chance(0.8)) {
        int first = pick(PORTS);
        port.put("port", first);
        if (chance(0.4)) {
          port.put("endPort", first + random.nextInt(65536 - first));
        }
      }
      return port;
    }));
    return rule;
  }

  private void adminPolicies() {
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      add(
          "policy.networking.k8s.io/v1alpha1",
          "AdminNetworkPolicy",
          Map.of("metadata", Map.of("name", "anp-" + i), "spec", adminSpec(i, true)));
    }
    if (chance(0.6)) {
      add(
          "policy.networking.k8s.io/v1alpha1",
          "BaselineAdminNetworkPolicy",
          Map.of("metadata", Map.of("name", "default"), "spec", adminSpec(0, false)));
    }
  }

  private Map<String, Object> adminSpec(int priority, boolean admin) {
    List<String> actions = admin ? List.of("Allow", "Deny", "Pass") : List.of("Allow", "Deny");
    Map<String, Object> spec = new LinkedHashMap<>();
    if (admin) {
      spec.put("priority", priority);
    }
    spec.put("subject", subject());
    spec.put("ingress", several(0, 2, () -> tieredRule(actions, "from", "ports", false)));
    spec.put("egress", several(0, 2, () -> tieredRule(actions, "to", "ports", false)));
    return spec;
  }

  private void clusterPolicies() {
    int count = random.nextInt(5);
    List<String> actions = List.of("Accept", "Deny", "Pass");
    for (int i = 0; i < count; i++) {
      Map<String, Object> spec = new LinkedHashMap<>();
      spec.put("tier", pick(List.of("Admin", "Baseline")));
      spec.put("priority", i);
      spec.put("subject", subject());
      spec.put("ingress", several(0, 2, () -> tieredRule(actions, "from", "protocols", true)));
      spec.put("egress", several(0, 2, () -> tieredRule(actions, "to", "protocols", true)));
      add(
          "policy.networking.k8s.io/v1alpha2",
          "ClusterNetworkPolicy",
          Map.of("metadata", Map.of("name", "cnp-" + i), "spec", spec));
    }
  }

  private Map<String, Object> subject() {
    return chance(0.5)
        ? Map.of("namespaces", namespaceSelector())
        : Map.of(
            "pods", Map.of("namespaceSelector", namespaceSelector(), "podSelector", selector()));
  }

  private Map<String, Object> tieredRule(
      List<String> actions, String peers, String ports, boolean cluster) {
    Map<String, Object> rule = new LinkedHashMap<>();
    String action = pick(actions);
    boolean allow = action.equals("Allow") || action.equals("Accept");
    rule.put("action", action);
    rule.put(peers, several(1, 2, () -> {
      double kind = random.nextDouble();
      if (kind < 0.05) {
        return Map.of("futurePeer", Map.of());
      }
      if (kind < 0.5 || peers.equals("from")) {
        return subject();
      }
      if (kind < 0.75) {
        return Map.of("networks", several(1, 2, () -> pick(CIDRS)));
      }
      if (kind < 0.85 && allow) {
        return Map.of("domainNames", several(1, 2, () -> pick(DOMAINS)));
      }
      return Map.of("nodes", selector());
    }));
    if (chance(0.7)) {
      rule.put(ports, several(1, 2, () -> cluster ? protocol() : port()));
    }
    return rule;
  }

  private Map<String, Object> port() {
    if (chance(0.3)) {
      return Map.of("namedPort", pick(PORT_NAMES));
    }
    int first = pick(PORTS);
    return chance(0.5) || first == 65535
        ? Map.of("portNumber", Map.of("protocol", pick(PROTOCOLS), "port", first))
        : Map.of(
            "portRange", Map.of("start", first, "end", first + 1 + random.nextInt(65535 - first)));
  }

  private Map<String, Object> protocol() {
    if (chance(0.3)) {
      return Map.of("destinationNamedPort", pick(PORT_NAMES));
    }
    int first = pick(PORTS);
    Map<String, Object> ports = chance(0.2)
        ? Map.of()
        : Map.of(
            "destinationPort",
            chance(0.5) || first == 65535
                ? Map.of("number", first)
                : Map.of(
                    "range",
                    Map.of("start", first, "end", first + 1 + random.nextInt(65535 - first))));
    return Map.of(pick(List.of("tcp", "udp", "sctp")), ports);
  }
}
