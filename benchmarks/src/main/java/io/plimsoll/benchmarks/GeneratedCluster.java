package io.plimsoll.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The manifests of a realistic cluster, for timing: namespaces of about 20 Deployments with default deny and DNS, one policy of
 * both directions for each, with three rules each way. The same arguments give the same text everywhere.
 */
final class GeneratedCluster {

  private static final List<String> TIERS =
      List.of("frontend", "backend", "data", "cache", "queue", "batch");
  private static final List<String> TEAMS = List.of(
      "payments", "search", "identity", "catalog", "shipping", "risk", "growth", "platform");
  private static final List<String> ENVS = List.of("prod", "staging", "dev");
  private static final int PER_NAMESPACE = 20;

  private record Port(String name, int number) {}

  private record Block(String cidr, String except) {}

  private record Space(
      String name, String team, String env, String zone, boolean restricted, List<App> apps) {}

  private record App(
      Space space,
      String name,
      String tier,
      String version,
      List<Port> ports,
      String hash,
      boolean exposed,
      int replicas,
      List<App> calls,
      List<App> callers) {}

  private final SplitMix random;
  private final int workloads;
  private final List<Block> blocks = new ArrayList<>();
  private final Map<String, String> files = new TreeMap<>();
  private StringBuilder out = new StringBuilder();

  private GeneratedCluster(int workloads, int seed) {
    this.workloads = workloads;
    this.random = new SplitMix("perf", seed, workloads);
  }

  /** Returns the text of each file by its name. */
  static Map<String, String> files(int workloads, int seed) {
    GeneratedCluster cluster = new GeneratedCluster(workloads, seed);
    cluster.write();
    return cluster.files;
  }

  private void write() {
    makeBlocks();
    document(
        "apiVersion: v1",
        "kind: Namespace",
        "metadata:",
        "  name: kube-system",
        "  labels:",
        "    kubernetes.io/metadata.name: kube-system");
    deployment(
        "kube-system",
        "coredns",
        List.of("app: coredns", "k8s-app: kube-dns"),
        List.of("dns 53 UDP", "dns-tcp 53 TCP", "metrics 9153 TCP"),
        2);
    flush("kube-system");
    for (Space space : plan()) {
      space(space);
      flush(space.name);
    }
  }

  private void makeBlocks() {
    for (int i = 0; i < 40; i++) {
      int prefix = random.pick(List.of(8, 12, 16, 20, 24, 28, 32));
      long base = (random.next() & 0xFFFFFFFFL) >>> (32 - prefix) << (32 - prefix);
      String except = prefix <= 24 && random.chance(0.5)
          ? dotted(base + (1L << (32 - prefix - 2))) + "/" + (prefix + 2)
          : "";
      blocks.add(new Block(dotted(base) + "/" + prefix, except));
    }
    blocks.add(new Block("0.0.0.0/0", "10.0.0.0/8"));
  }

  private static String dotted(long ip) {
    return (ip >> 24) + "." + (ip >> 16 & 255) + "." + (ip >> 8 & 255) + "." + (ip & 255);
  }

  private List<Space> plan() {
    int count = Math.max(1, (workloads + PER_NAMESPACE - 1) / PER_NAMESPACE);
    List<Space> plan = new ArrayList<>();
    int left = workloads;
    for (int n = 0; n < count; n++) {
      Space space = new Space(
          String.format(Locale.ROOT, "team-%04d", n),
          random.pick(TEAMS),
          random.pick(ENVS),
          "z" + n % 10,
          random.chance(0.2),
          new ArrayList<>());
      for (int i = 0; i < Math.min(PER_NAMESPACE, left); i++) {
        space.apps.add(app(space, i));
      }
      left -= space.apps.size();
      plan.add(space);
    }
    for (Space space : plan) {
      for (App app : space.apps) {
        for (int k = 0; k < 3; k++) {
          Space target = k < 2 || count == 1 ? space : random.pick(plan);
          App callee = random.pick(target.apps);
          app.calls.add(callee);
          if (callee.callers.size() < 3) {
            callee.callers.add(app);
          }
        }
      }
    }
    return plan;
  }

  private App app(Space space, int number) {
    List<Port> ports = new ArrayList<>();
    ports.add(new Port("http", random.pick(List.of(80, 8080, 8081))));
    ports.add(new Port("metrics", 9090));
    if (random.chance(0.3)) {
      ports.add(new Port("grpc", random.pick(List.of(9000, 9092))));
    }
    return new App(
        space,
        name(number),
        random.pick(TIERS),
        "v" + random.between(1, 3),
        ports,
        String.format(Locale.ROOT, "%08x", random.next() & 0xFFFFFFFFL),
        random.chance(0.3),
        random.between(1, 10),
        new ArrayList<>(),
        new ArrayList<>());
  }

  private static String name(int number) {
    return String.format(Locale.ROOT, "app-%02d", number);
  }

  private void space(Space space) {
    document(
        "apiVersion: v1",
        "kind: Namespace",
        "metadata:",
        "  name: " + space.name,
        "  labels:",
        "    kubernetes.io/metadata.name: " + space.name,
        "    team: " + space.team,
        "    env: " + space.env,
        "    zone: " + space.zone + (space.restricted ? "\n    restricted: \"true\"" : ""));
    policy(space, "default-deny");
    lines("  podSelector: {}", "  policyTypes: [Ingress, Egress]");
    policy(space, "allow-dns");
    lines(
        "  podSelector: {}",
        "  policyTypes: [Egress]",
        "  egress:",
        "  - to:",
        "    - namespaceSelector:",
        "        matchLabels:",
        "          kubernetes.io/metadata.name: kube-system",
        "      podSelector:",
        "        matchLabels:",
        "          k8s-app: kube-dns",
        "    ports:",
        "    - protocol: UDP",
        "      port: 53",
        "    - protocol: TCP",
        "      port: 53");
    space.apps.forEach(this::app);
  }

  private void app(App app) {
    List<String> labels = new ArrayList<>(List.of(
        "app: " + app.name,
        "tier: " + app.tier,
        "version: " + app.version,
        "pod-template-hash: \"" + app.hash + "\""));
    if (app.exposed) {
      labels.add("exposed: \"true\"");
    }
    deployment(
        app.space.name,
        app.name,
        labels,
        app.ports.stream().map(port -> port.name + " " + port.number + " TCP").toList(),
        app.replicas);
    policy(app.space, app.name);
    lines("  podSelector:");
    matchLabels(4, "app: " + app.name);
    lines("  policyTypes: [Ingress, Egress]");
    List<App> callers = new ArrayList<>(app.callers);
    while (callers.size() < 3) {
      callers.add(random.pick(app.space.apps));
    }
    lines("  ingress:");
    for (App caller : callers) {
      ports(peers("from", app.space, caller), app.ports);
    }
    lines("  egress:");
    for (App callee : app.calls) {
      ports(peers("to", app.space, callee), callee.ports);
    }
  }

  /** Writes the peers of a rule, and returns whether they are addresses. */
  private boolean peers(String key, Space space, App other) {
    lines("  - " + key + ":");
    if (random.chance(0.05)) {
      Block block = random.pick(blocks);
      lines("    - ipBlock:", "        cidr: " + block.cidr);
      if (!block.except.isEmpty()) {
        lines("        except: [" + block.except + "]");
      }
      return true;
    }
    if (other.space.name.equals(space.name)) {
      lines("    - podSelector:");
      podSelector(other.name, other.tier);
    } else {
      lines("    - namespaceSelector:");
      namespaceSelector(other.space);
      if (random.chance(0.8)) {
        lines("      podSelector:");
        podSelector(other.name, other.tier);
      }
    }
    if (random.chance(0.3)) {
      lines("    - podSelector:");
      podSelector(name(random.below(PER_NAMESPACE)), random.pick(TIERS));
    }
    return false;
  }

  private void podSelector(String app, String tier) {
    int kind = random.below(10);
    if (kind < 5) {
      matchLabels(8, "app: " + app);
    } else if (kind < 7) {
      matchExpressions("tier In " + tier + ", " + random.pick(TIERS));
    } else if (kind < 8) {
      matchLabels(8, "tier: " + tier);
      matchExpressions("version NotIn v9");
    } else if (kind < 9) {
      matchLabels(8, "tier: " + tier);
      matchExpressions("exposed Exists");
    } else {
      matchExpressions("app In " + app + ", " + name(random.below(PER_NAMESPACE)) + ", "
          + name(random.below(PER_NAMESPACE)));
    }
  }

  private void namespaceSelector(Space space) {
    int kind = random.below(10);
    if (kind < 6) {
      matchLabels(8, "kubernetes.io/metadata.name: " + space.name);
    } else if (kind < 8) {
      matchLabels(8, "team: " + space.team, "env: " + space.env);
    } else if (kind < 9) {
      String team = random.pick(TEAMS);
      List<String> others = ENVS.stream().filter(env -> !env.equals(space.env)).toList();
      matchExpressions(
          "team In " + space.team + ", " + team,
          "env NotIn " + random.pick(others),
          "zone In " + space.zone);
    } else {
      matchLabels(8, "zone: " + space.zone);
      matchExpressions("restricted " + (space.restricted ? "Exists" : "DoesNotExist"));
    }
  }

  private void ports(boolean addresses, List<Port> callee) {
    lines("    ports:");
    Port port = random.pick(callee);
    int kind = random.below(20);
    lines("    - protocol: TCP");
    if (kind < 14 || addresses) {
      lines("      port: " + port.number);
    } else if (kind < 17) {
      lines("      port: " + port.name);
    } else {
      int thousand = port.number / 1000 * 1000;
      lines("      port: " + (thousand + 1), "      endPort: " + (thousand + 999));
    }
    if (random.chance(0.4)) {
      int tcp = random.pick(List.of(80, 443, 8080, 8443, 9090));
      int udp = random.pick(List.of(53, 123, 4789, 8125));
      if (random.below(4) < 3) {
        lines("    - port: " + tcp);
      } else {
        lines("    - protocol: UDP", "      port: " + udp);
      }
    }
  }

  private void matchLabels(int indent, String... labels) {
    String pad = " ".repeat(indent);
    lines(pad + "matchLabels:");
    for (String label : labels) {
      lines(pad + "  " + label);
    }
  }

  /** Each is {@code key operator values}. */
  private void matchExpressions(String... expressions) {
    lines("        matchExpressions:");
    for (String expression : expressions) {
      String[] parts = expression.split(" ", 3);
      lines("        - key: " + parts[0], "          operator: " + parts[1]);
      if (parts.length == 3) {
        lines("          values: [" + parts[2] + "]");
      }
    }
  }

  private void policy(Space space, String name) {
    document(
        "apiVersion: networking.k8s.io/v1",
        "kind: NetworkPolicy",
        "metadata:",
        "  name: " + name,
        "  namespace: " + space.name,
        "spec:");
  }

  /** Each port is {@code name number protocol}. */
  private void deployment(
      String namespace, String name, List<String> labels, List<String> ports, int replicas) {
    document(
        "apiVersion: apps/v1",
        "kind: Deployment",
        "metadata:",
        "  name: " + name,
        "  namespace: " + namespace,
        "spec:",
        "  replicas: " + replicas,
        "  selector:",
        "    matchLabels:",
        "      app: " + name,
        "  template:",
        "    metadata:",
        "      labels:");
    labels.forEach(label -> lines("        " + label));
    lines(
        "    spec:",
        "      containers:",
        "      - name: main",
        "        image: registry.example/" + name + ":1",
        "        ports:");
    for (String port : ports) {
      String[] parts = port.split(" ", 3);
      lines(
          "        - name: " + parts[0],
          "          containerPort: " + parts[1],
          "          protocol: " + parts[2]);
    }
  }

  private void document(String... lines) {
    out.append(out.isEmpty() ? "" : "---\n");
    lines(lines);
  }

  private void lines(String... lines) {
    for (String line : lines) {
      out.append(line).append('\n');
    }
  }

  private void flush(String name) {
    files.put(name + ".yaml", out.toString());
    out = new StringBuilder();
  }
}
