package io.plimsoll.netpol;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.IntOrString;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.pod.Container;
import io.plimsoll.core.pod.ContainerPort;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.netpol.ConnectivityOptions.CidrScope;
import io.plimsoll.netpol.ConnectivityOptions.HostNetwork;
import io.plimsoll.netpol.ConnectivityOptions.LocalNode;
import io.plimsoll.netpol.PluginProfile.Gap;
import io.plimsoll.netpol.api.NetworkPolicy;
import io.plimsoll.netpol.api.NetworkPolicyPeer;
import io.plimsoll.netpol.api.NetworkPolicyPort;
import io.plimsoll.netpol.api.Node;
import io.plimsoll.netpol.policy.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Judges one connection after the other, straight from the text of the APIs: no classes, no sets, no memory. It shares nothing
 * with the engine but the records of the API.
 */
public final class NaiveEvaluator {

  /** What one side says: whether it allows, why, and the policies that decide. */
  record Verdict(boolean allowed, String reason, Set<String> by) {}

  /** One end: a pod, or an address outside. */
  public record End(
      String namespace,
      String name,
      PodSpec spec,
      Map<String, String> labels,
      List<String> ips,
      List<String> hostIps) {

    static End outside(String address) {
      return new End(null, null, null, Map.of(), List.of(address), List.of());
    }

    boolean isPod() {
      return spec != null;
    }

    boolean hostNetwork() {
      return isPod() && Boolean.TRUE.equals(spec.hostNetwork());
    }
  }

  /** What is asked. */
  record Question(
      End source, End destination, String protocol, int port, String domain, boolean v6) {

    End other(boolean ingress) {
      return ingress ? source : destination;
    }

    End subject(boolean ingress) {
      return ingress ? destination : source;
    }
  }

  private final Cluster cluster;
  private final ConnectivityOptions options;
  private final Map<String, End> pods = new TreeMap<>();

  public NaiveEvaluator(Cluster cluster, ConnectivityOptions options) {
    this.cluster = cluster;
    this.options = options;
    for (Pod pod : cluster.all(Pod.KIND)) {
      String phase = pod.status() == null ? "" : String.valueOf(pod.status().phase());
      if (!phase.equals("Succeeded") && !phase.equals("Failed")) {
        End end = end(pod);
        pods.put(end.namespace() + "/" + end.name(), end);
      }
    }
  }

  private End end(Pod pod) {
    List<String> ips = new ArrayList<>();
    List<String> hostIps = new ArrayList<>();
    if (pod.status() != null) {
      pod.status().podIPs().forEach(ip -> ips.add(ip.ip()));
      pod.status().hostIPs().forEach(ip -> hostIps.add(ip.ip()));
    }
    nodes()
        .filter(node -> node.metadata().name().equals(pod.spec().nodeName()))
        .forEach(node -> hostIps.addAll(node.ips()));
    boolean node = Boolean.TRUE.equals(pod.spec().hostNetwork())
        && options.hostNetwork() == HostNetwork.AS_NODE;
    if (node) {
      // One address of each family: its own, or else the first of its node.
      for (boolean v6 : new boolean[] {false, true}) {
        if (ips.stream().noneMatch(ip -> NaiveCidr.isV6(ip) == v6)) {
          hostIps.stream().filter(ip -> NaiveCidr.isV6(ip) == v6).findFirst().ifPresent(ips::add);
        }
      }
    }
    return new End(
        pod.metadata().namespace(),
        pod.metadata().name(),
        pod.spec(),
        pod.metadata().labels(),
        ips,
        hostIps);
  }

  private java.util.stream.Stream<Node> nodes() {
    return cluster.all(Node.KIND).stream();
  }

  public Map<String, End> pods() {
    return pods;
  }

  /** Whether two ends talk over IPv6: if not both may have an address of IPv4. */
  static boolean v6(End a, End b) {
    return !(may(a) && may(b));
  }

  private static boolean may(End end) {
    return may(end, false);
  }

  /** Whether an end may talk over a family: if it has such an address, or none that is known. */
  static boolean may(End end, boolean v6) {
    return end.ips().isEmpty() || end.ips().stream().anyMatch(ip -> NaiveCidr.isV6(ip) == v6);
  }

  Verdict judge(Question question, boolean ingress) {
    End subject = question.subject(ingress);
    if (subject.isPod() && subject.equals(question.other(ingress))) {
      return new Verdict(true, "SELF", Set.of());
    }
    if (!inPodNetwork(subject)) {
      return new Verdict(true, "NOT_A_POD", Set.of());
    }
    if (lacks(Gap.SCTP) && question.protocol().equals("SCTP")) {
      return new Verdict(true, "NOT_FILTERED", Set.of());
    }
    if (lacks(Gap.EGRESS) && !ingress) {
      return new Verdict(true, "DEFAULT", Set.of());
    }
    NaiveTiers tiers = new NaiveTiers(this, cluster, question, ingress);
    Verdict admin = tiers.judge(Tier.ADMIN);
    if (admin != null) {
      return admin;
    }
    Verdict isolated = networkPolicies(question, ingress);
    if (isolated != null) {
      return isolated;
    }
    Verdict baseline = tiers.judge(Tier.BASELINE);
    return baseline != null ? baseline : new Verdict(true, "DEFAULT", Set.of());
  }

  boolean lacks(Gap gap) {
    return options.plugin().lacks(gap);
  }

  public boolean inPodNetwork(End end) {
    return end.isPod() && !(end.hostNetwork() && options.hostNetwork() == HostNetwork.AS_NODE);
  }

  private Verdict networkPolicies(Question question, boolean ingress) {
    End subject = question.subject(ingress);
    if (lacks(Gap.NETWORK_POLICY)) {
      return null;
    }
    Set<String> selecting = new TreeSet<>();
    Set<String> allowing = new TreeSet<>();
    for (NetworkPolicy policy : cluster.all(NetworkPolicy.KIND)) {
      List<String> types = policy.spec().policyTypes();
      boolean applies = types.isEmpty()
          ? ingress || !policy.spec().egress().isEmpty()
          : types.contains(ingress ? "Ingress" : "Egress");
      if (applies
          && policy.metadata().namespace().equals(subject.namespace())
          && policy.spec().podSelector().matches(subject.labels())) {
        String name = "NetworkPolicy/" + policy.metadata().namespace() + "/"
            + policy.metadata().name();
        selecting.add(name);
        if (allows(policy, question, ingress)) {
          allowing.add(name);
        }
      }
    }
    if (selecting.isEmpty()) {
      return null;
    }
    if (ingress && options.localNode() == LocalNode.ALLOWED && fromOwnNode(question)) {
      return new Verdict(true, "LOCAL_NODE", Set.of());
    }
    return new Verdict(
        !allowing.isEmpty(), "NETWORK_POLICY", allowing.isEmpty() ? selecting : allowing);
  }

  private boolean fromOwnNode(Question question) {
    if (inPodNetwork(question.source())) {
      return false;
    }
    return addresses(question.source(), question).stream()
        .anyMatch(ip -> question.destination().hostIps().contains(ip));
  }

  /** The addresses by which an end takes part. */
  static List<String> addresses(End end, Question question) {
    return end.isPod()
        ? end.ips().stream().filter(ip -> NaiveCidr.isV6(ip) == question.v6()).toList()
        : end.ips();
  }

  private boolean allows(NetworkPolicy policy, Question question, boolean ingress) {
    return ingress
        ? policy.spec().ingress().stream()
            .anyMatch(
                rule -> peers(rule.from(), policy, question, true) && ports(rule.ports(), question))
        : policy.spec().egress().stream()
            .anyMatch(
                rule -> peers(rule.to(), policy, question, false) && ports(rule.ports(), question));
  }

  private boolean peers(
      List<NetworkPolicyPeer> peers, NetworkPolicy policy, Question question, boolean ingress) {
    return peers.isEmpty()
        || peers.stream().anyMatch(peer -> matches(peer, policy, question, ingress));
  }

  private boolean matches(
      NetworkPolicyPeer peer, NetworkPolicy policy, Question question, boolean ingress) {
    End other = question.other(ingress);
    if (peer.ipBlock() != null) {
      return matchable(other, options.ipBlocks())
          && addresses(other, question).stream()
              .anyMatch(ip -> NaiveCidr.contains(peer.ipBlock().cidr(), ip)
                  && peer.ipBlock().except().stream()
                      .noneMatch(except -> NaiveCidr.contains(except, ip)));
    }
    if (!inPodNetwork(other)) {
      return false;
    }
    boolean namespace = peer.namespaceSelector() == null
        ? other.namespace().equals(policy.metadata().namespace())
        : matchesNamespace(peer.namespaceSelector(), other);
    return namespace && (peer.podSelector() == null || peer.podSelector().matches(other.labels()));
  }

  boolean matchable(End end, CidrScope scope) {
    return !inPodNetwork(end) || scope == CidrScope.EVERYWHERE;
  }

  ConnectivityOptions options() {
    return options;
  }

  boolean matchesNamespace(LabelSelector selector, End pod) {
    return selector.matches(cluster.namespace(pod.namespace()).metadata().labels());
  }

  private boolean ports(List<NetworkPolicyPort> ports, Question question) {
    return ports.isEmpty() || ports.stream().anyMatch(port -> matches(port, question));
  }

  private boolean matches(NetworkPolicyPort port, Question question) {
    String protocol = port.protocol() == null ? "TCP" : port.protocol();
    if (!protocol.equals(question.protocol())) {
      return false;
    }
    IntOrString first = port.port();
    if (first == null) {
      return true;
    }
    if (first.number() == null) {
      return declares(question, first.string());
    }
    int last = port.endPort() == null || lacks(Gap.END_PORT) ? first.number() : port.endPort();
    return first.number() <= question.port() && question.port() <= last;
  }

  /** Whether the destination declares the port asked for by this name. */
  boolean declares(Question question, String name) {
    End destination = question.destination();
    if (!inPodNetwork(destination)) {
      return false;
    }
    List<ContainerPort> declared = new ArrayList<>();
    destination.spec().containers().forEach(container -> declared.addAll(container.ports()));
    for (Container container : destination.spec().initContainers()) {
      if ("Always".equals(container.restartPolicy())) {
        declared.addAll(container.ports());
      }
    }
    return declared.stream()
        .anyMatch(port -> name.equals(port.name())
            && port.containerPort() == question.port()
            && (port.protocol() == null ? "TCP" : port.protocol()).equals(question.protocol()));
  }
}
