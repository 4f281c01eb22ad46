package io.plimsoll.netpol;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.netpol.NaiveEvaluator.End;
import io.plimsoll.netpol.NaiveEvaluator.Question;
import io.plimsoll.netpol.NaiveEvaluator.Verdict;
import io.plimsoll.netpol.PluginProfile.Gap;
import io.plimsoll.netpol.api.AdminNetworkPolicy;
import io.plimsoll.netpol.api.AdminNetworkPolicyEgressPeer;
import io.plimsoll.netpol.api.AdminNetworkPolicyIngressPeer;
import io.plimsoll.netpol.api.AdminNetworkPolicyPort;
import io.plimsoll.netpol.api.AdminNetworkPolicySpec;
import io.plimsoll.netpol.api.AdminNetworkPolicySubject;
import io.plimsoll.netpol.api.BaselineAdminNetworkPolicy;
import io.plimsoll.netpol.api.ClusterNetworkPolicy;
import io.plimsoll.netpol.api.ClusterNetworkPolicyProtocol;
import io.plimsoll.netpol.api.NamespacedPod;
import io.plimsoll.netpol.api.Node;
import io.plimsoll.netpol.policy.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The policies of administrators, one connection after the other. */
final class NaiveTiers {

  private enum Match {
    YES,
    NO,
    UNKNOWN
  }

  private record Rule(String action, List<Match> peers, boolean ports) {}

  private record Policy(
      String name, Tier tier, int priority, AdminNetworkPolicySubject subject, List<Rule> rules) {}

  private final NaiveEvaluator evaluator;
  private final Cluster cluster;
  private final Question question;
  private final boolean ingress;
  private final List<Policy> policies = new ArrayList<>();

  NaiveTiers(NaiveEvaluator evaluator, Cluster cluster, Question question, boolean ingress) {
    this.evaluator = evaluator;
    this.cluster = cluster;
    this.question = question;
    this.ingress = ingress;
    if (!evaluator.lacks(Gap.ADMIN_NETWORK_POLICY)) {
      for (AdminNetworkPolicy policy : cluster.all(AdminNetworkPolicy.KIND)) {
        add("AdminNetworkPolicy/" + policy.metadata().name(), Tier.ADMIN, policy.spec());
      }
      for (BaselineAdminNetworkPolicy policy : cluster.all(BaselineAdminNetworkPolicy.KIND)) {
        add("BaselineAdminNetworkPolicy/" + policy.metadata().name(), Tier.BASELINE, policy.spec());
      }
    }
    if (!evaluator.lacks(Gap.CLUSTER_NETWORK_POLICY)) {
      cluster.all(ClusterNetworkPolicy.KIND).forEach(this::add);
    }
    policies.sort(Comparator.comparingInt(Policy::priority));
  }

  private void add(String name, Tier tier, AdminNetworkPolicySpec spec) {
    List<Rule> rules = ingress
        ? spec.ingress().stream()
            .map(rule -> new Rule(rule.action(), sources(rule.from()), ports(rule.ports())))
            .toList()
        : spec.egress().stream()
            .map(rule -> new Rule(rule.action(), destinations(rule.to()), ports(rule.ports())))
            .toList();
    int priority = spec.priority() == null ? 0 : spec.priority();
    policies.add(new Policy(name, tier, priority, spec.subject(), rules));
  }

  private void add(ClusterNetworkPolicy policy) {
    var spec = policy.spec();
    List<Rule> rules = ingress
        ? spec.ingress().stream()
            .map(r -> new Rule(r.action(), sources(r.from()), protocols(r.protocols())))
            .toList()
        : spec.egress().stream()
            .map(r -> new Rule(r.action(), destinations(r.to()), protocols(r.protocols())))
            .toList();
    policies.add(new Policy(
        "ClusterNetworkPolicy/" + policy.metadata().name(),
        spec.tier().equals("Admin") ? Tier.ADMIN : Tier.BASELINE,
        spec.priority(),
        spec.subject(),
        rules));
  }

  /** Returns what a tier decides, or null if it leaves it to the next. */
  Verdict judge(Tier tier) {
    for (Policy policy : policies) {
      if (policy.tier() != tier || !selects(policy.subject(), question.subject(ingress))) {
        continue;
      }
      for (Rule rule : policy.rules()) {
        boolean allow = rule.action().equals("Allow") || rule.action().equals("Accept");
        boolean unknown = rule.peers().contains(Match.UNKNOWN);
        boolean matches = unknown ? !allow : rule.peers().contains(Match.YES) && rule.ports();
        if (matches && !unknown && rule.action().equals("Pass")) {
          return null;
        }
        if (matches) {
          return new Verdict(allow, tier.name(), Set.of(policy.name()));
        }
      }
    }
    return null;
  }

  private boolean selects(AdminNetworkPolicySubject subject, End pod) {
    return subject.namespaces() != null
        ? evaluator.matchesNamespace(subject.namespaces(), pod)
        : matches(subject.pods(), pod);
  }

  private boolean matches(NamespacedPod pods, End pod) {
    return evaluator.matchesNamespace(pods.namespaceSelector(), pod)
        && pods.podSelector().matches(pod.labels());
  }

  private List<Match> sources(List<AdminNetworkPolicyIngressPeer> peers) {
    return peers.stream().map(peer -> pods(peer.namespaces(), peer.pods())).toList();
  }

  private Match pods(LabelSelector namespaces, NamespacedPod pods) {
    End other = question.other(ingress);
    if (namespaces == null && pods == null) {
      return Match.UNKNOWN;
    }
    if (!evaluator.inPodNetwork(other)) {
      return Match.NO;
    }
    boolean match =
        namespaces != null ? evaluator.matchesNamespace(namespaces, other) : matches(pods, other);
    return match ? Match.YES : Match.NO;
  }

  private List<Match> destinations(List<AdminNetworkPolicyEgressPeer> peers) {
    return peers.stream().map(this::destination).toList();
  }

  private Match destination(AdminNetworkPolicyEgressPeer peer) {
    End other = question.other(ingress);
    List<String> ips = NaiveEvaluator.addresses(other, question);
    boolean match;
    if (peer.nodes() != null) {
      match = !evaluator.inPodNetwork(other)
          && cluster.all(Node.KIND).stream()
              .filter(node -> peer.nodes().matches(node.metadata().labels()))
              .anyMatch(node -> node.ips().stream().anyMatch(ips::contains));
    } else if (!peer.networks().isEmpty()) {
      match = evaluator.matchable(other, evaluator.options().networks())
          && peer.networks().stream()
              .anyMatch(cidr -> ips.stream().anyMatch(ip -> NaiveCidr.contains(cidr, ip)));
    } else if (!peer.domainNames().isEmpty()) {
      match = question.domain() != null
          && peer.domainNames().stream()
              .anyMatch(name -> name.startsWith("*.")
                  ? question.domain().endsWith(name.substring(1))
                      && question.domain().length() >= name.length()
                  : question.domain().equals(name));
    } else {
      return pods(peer.namespaces(), peer.pods());
    }
    return match ? Match.YES : Match.NO;
  }

  private boolean ports(List<AdminNetworkPolicyPort> ports) {
    return ports == null || ports.stream().anyMatch(this::matches);
  }

  private boolean matches(AdminNetworkPolicyPort port) {
    if (port.namedPort() != null) {
      return evaluator.declares(question, port.namedPort());
    }
    if (port.portNumber() != null) {
      return isProtocol(port.portNumber().protocol())
          && port.portNumber().port() == question.port();
    }
    return isProtocol(port.portRange().protocol())
        && port.portRange().start() <= question.port()
        && question.port() <= port.portRange().end();
  }

  private boolean isProtocol(String protocol) {
    return question.protocol().equals(protocol == null ? "TCP" : protocol);
  }

  private boolean protocols(List<ClusterNetworkPolicyProtocol> protocols) {
    return protocols.isEmpty() || protocols.stream().anyMatch(this::matches);
  }

  private boolean matches(ClusterNetworkPolicyProtocol protocol) {
    if (protocol.destinationNamedPort() != null) {
      return evaluator.declares(question, protocol.destinationNamedPort());
    }
    var ports = switch (question.protocol()) {
      case "TCP" -> protocol.tcp();
      case "UDP" -> protocol.udp();
      default -> protocol.sctp();
    };
    if (ports == null || ports.destinationPort() == null) {
      return ports != null;
    }
    if (ports.destinationPort().number() != null) {
      return ports.destinationPort().number() == question.port();
    }
    return ports.destinationPort().range().start() <= question.port()
        && question.port() <= ports.destinationPort().range().end();
  }
}
