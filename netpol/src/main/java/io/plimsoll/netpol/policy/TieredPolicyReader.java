package io.plimsoll.netpol.policy;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.netpol.api.AdminNetworkPolicy;
import io.plimsoll.netpol.api.AdminNetworkPolicyEgressPeer;
import io.plimsoll.netpol.api.AdminNetworkPolicyEgressRule;
import io.plimsoll.netpol.api.AdminNetworkPolicyIngressPeer;
import io.plimsoll.netpol.api.AdminNetworkPolicyIngressRule;
import io.plimsoll.netpol.api.AdminNetworkPolicySpec;
import io.plimsoll.netpol.api.AdminNetworkPolicySubject;
import io.plimsoll.netpol.api.BaselineAdminNetworkPolicy;
import io.plimsoll.netpol.api.ClusterNetworkPolicy;
import io.plimsoll.netpol.api.ClusterNetworkPolicyEgressRule;
import io.plimsoll.netpol.api.ClusterNetworkPolicyIngressRule;
import io.plimsoll.netpol.api.ClusterNetworkPolicySpec;
import io.plimsoll.netpol.api.NamespacedPod;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.Cidr;
import io.plimsoll.netpol.label.LabelConditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the policies of administrators for the engine. A rule of which some part cannot be understood fails closed, as the API
 * asks for unknown peers: one that allows matches nothing, any other denies everything.
 */
public final class TieredPolicyReader {

  private static final FieldPath INGRESS = FieldPath.of("spec", "ingress");
  private static final FieldPath EGRESS = FieldPath.of("spec", "egress");

  /** Where the policy without priority would stand: the baseline tier has no other one. */
  private static final int NO_PRIORITY = 0;

  private TieredPolicyReader() {}

  public static Policy read(AdminNetworkPolicy policy) {
    return read(policy.ref(), Tier.ADMIN, policy.spec());
  }

  public static Policy read(BaselineAdminNetworkPolicy policy) {
    return read(policy.ref(), Tier.BASELINE, policy.spec());
  }

  private static Policy read(ObjectRef ref, Tier tier, AdminNetworkPolicySpec spec) {
    List<Policy.Rule> ingress = new ArrayList<>();
    for (AdminNetworkPolicyIngressRule rule : spec.ingress()) {
      Ports ports = TieredPorts.read(rule.ports());
      ingress.add(rule(INGRESS.index(ingress.size()), rule.action(), sources(rule.from()), ports));
    }
    List<Policy.Rule> egress = new ArrayList<>();
    for (AdminNetworkPolicyEgressRule rule : spec.egress()) {
      Ports ports = TieredPorts.read(rule.ports());
      egress.add(rule(EGRESS.index(egress.size()), rule.action(), destinations(rule.to()), ports));
    }
    return policy(ref, tier, spec.priority(), spec.subject(), ingress, egress);
  }

  public static Policy read(ClusterNetworkPolicy policy) {
    ClusterNetworkPolicySpec spec = policy.spec();
    List<Policy.Rule> ingress = new ArrayList<>();
    for (ClusterNetworkPolicyIngressRule rule : spec.ingress()) {
      Ports ports = TieredPorts.readProtocols(rule.protocols());
      ingress.add(rule(INGRESS.index(ingress.size()), rule.action(), sources(rule.from()), ports));
    }
    List<Policy.Rule> egress = new ArrayList<>();
    for (ClusterNetworkPolicyEgressRule rule : spec.egress()) {
      Ports ports = TieredPorts.readProtocols(rule.protocols());
      egress.add(rule(EGRESS.index(egress.size()), rule.action(), destinations(rule.to()), ports));
    }
    Tier tier = spec.tier().equals("Baseline") ? Tier.BASELINE : Tier.ADMIN;
    return policy(policy.ref(), tier, spec.priority(), spec.subject(), ingress, egress);
  }

  private static Policy policy(
      ObjectRef ref,
      Tier tier,
      @Nullable Integer priority,
      AdminNetworkPolicySubject subject,
      List<Policy.Rule> ingress,
      List<Policy.Rule> egress) {
    Peer.Pods pods = subject(subject);
    boolean selects = pods != null;
    return new Policy(
        ref,
        tier,
        priority == null ? NO_PRIORITY : priority,
        pods == null ? new Peer.Pods(null, "", LabelSelector.EVERYTHING) : pods,
        new Policy.Side(selects && !ingress.isEmpty(), ingress),
        new Policy.Side(selects && !egress.isEmpty(), egress));
  }

  private static Peer.@Nullable Pods subject(AdminNetworkPolicySubject subject) {
    if ((subject.namespaces() == null) == (subject.pods() == null)) {
      return null;
    }
    return subject.namespaces() != null
        ? new Peer.Pods(subject.namespaces(), "", LabelSelector.EVERYTHING)
        : pods(subject.pods());
  }

  private static Peer.@Nullable Pods pods(@Nullable NamespacedPod pods) {
    return pods == null ? null : new Peer.Pods(pods.namespaceSelector(), "", pods.podSelector());
  }

  private static Policy.Rule rule(
      FieldPath path, String action, @Nullable List<Peer> peers, @Nullable Ports ports) {
    Policy.Action does = switch (action) {
      case "Allow", "Accept" -> Policy.Action.ALLOW;
      case "Pass" -> Policy.Action.PASS;
      default -> Policy.Action.DENY;
    };
    if (peers != null && ports != null) {
      return new Policy.Rule(path, does, peers, ports);
    }
    return does == Policy.Action.ALLOW
        ? new Policy.Rule(path, does, List.of(), Ports.NONE)
        : new Policy.Rule(path, Policy.Action.DENY, List.of(new Peer.Everything()), Ports.ALL);
  }

  private static @Nullable List<Peer> sources(List<AdminNetworkPolicyIngressPeer> from) {
    List<Peer> peers = new ArrayList<>(from.size());
    for (AdminNetworkPolicyIngressPeer peer : from) {
      if (!addPods(peers, peer.namespaces(), peer.pods())) {
        return null;
      }
    }
    return peers;
  }

  private static @Nullable List<Peer> destinations(List<AdminNetworkPolicyEgressPeer> to) {
    List<Peer> peers = new ArrayList<>(to.size());
    for (AdminNetworkPolicyEgressPeer peer : to) {
      boolean understood = addPods(peers, peer.namespaces(), peer.pods());
      if (peer.nodes() != null && LabelConditions.isValid(peer.nodes())) {
        peers.add(new Peer.Nodes(peer.nodes()));
        understood = true;
      }
      if (!peer.domainNames().isEmpty()) {
        peers.add(new Peer.Domains(peer.domainNames()));
        understood = true;
      }
      if (!peer.networks().isEmpty()) {
        List<AddressRange> networks = networks(peer.networks());
        if (networks == null) {
          return null;
        }
        peers.add(new Peer.Addresses(networks, false));
        understood = true;
      }
      if (!understood) {
        return null;
      }
    }
    return peers;
  }

  private static @Nullable List<AddressRange> networks(List<String> cidrs) {
    List<AddressRange> ranges = new ArrayList<>(cidrs.size());
    for (String cidr : cidrs) {
      Optional<Cidr> parsed = Cidr.tryParse(cidr);
      if (parsed.isEmpty()) {
        return null;
      }
      ranges.add(parsed.get().range());
    }
    return ranges;
  }

  /** Adds the peer that selects pods; returns whether there is one that can be understood. */
  private static boolean addPods(
      List<Peer> peers, @Nullable LabelSelector namespaces, @Nullable NamespacedPod pods) {
    Peer.Pods peer =
        namespaces != null ? new Peer.Pods(namespaces, "", LabelSelector.EVERYTHING) : pods(pods);
    if (peer == null
        || !LabelConditions.isValid(peer.pods())
        || (peer.namespaces() != null && !LabelConditions.isValid(peer.namespaces()))) {
      return false;
    }
    peers.add(peer);
    return true;
  }
}
