package io.plimsoll.netpol;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.netpol.SideDecision.DecidingRule;
import io.plimsoll.netpol.SideDecision.Reason;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Protocol;
import io.plimsoll.netpol.engine.CompiledPolicy;
import io.plimsoll.netpol.engine.CompiledRule;
import io.plimsoll.netpol.engine.Unit;
import io.plimsoll.netpol.policy.Peer;
import io.plimsoll.netpol.policy.Policy;
import io.plimsoll.netpol.policy.Ports;
import io.plimsoll.netpol.policy.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the rule that comes nearest to allowing what one side denies: of the tier that denies it, with the fewest lacks. */
final class NearMisses {

  private final Direction direction;
  private final List<CompiledPolicy> policies;
  private final OtherEnd other;

  NearMisses(Direction direction, List<CompiledPolicy> policies, OtherEnd other) {
    this.direction = direction;
    this.policies = policies;
    this.other = other;
  }

  Optional<NearMiss> nearest(ConnectionSet connections, SideDecision denied) {
    Tier tier = switch (denied.reason()) {
      case ADMIN -> Tier.ADMIN;
      case BASELINE -> Tier.BASELINE;
      default -> Tier.NETWORK_POLICY;
    };
    NearMiss nearest = null;
    DecidingRule before = null;
    for (CompiledPolicy policy : policies) {
      if (policy.policy().tier() != tier) {
        continue;
      }
      for (CompiledRule rule : policy.rules(direction)) {
        DecidingRule here = Decider.deciding(policy, rule.rule().path());
        if (denied.reason() != Reason.NETWORK_POLICY && denied.decidedBy().contains(here)) {
          before = here;
        }
        if (rule.rule().action() == Policy.Action.ALLOW) {
          List<Lack> lacks = lacks(policy.policy(), rule, connections);
          if (before != null) {
            lacks.add(new Lack.Order(rule.rule().path(), before));
          }
          if (nearest == null || NearMiss.distance(lacks) < nearest.distance()) {
            nearest = new NearMiss(direction, here.policy(), rule.rule().path(), lacks);
          }
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  private List<Lack> lacks(Policy policy, CompiledRule rule, ConnectionSet connections) {
    List<Lack> lacks = new ArrayList<>();
    FieldPath path = rule.rule().path();
    if (!rule.matches(other.peer())) {
      List<Lack> fewest = null;
      for (int item = 0; item < rule.rule().peers().size(); item++) {
        FieldPath peer =
            path.field(direction == Direction.INGRESS ? "from" : "to").index(item);
        List<Lack> ofPeer = lacks(policy, rule.rule().peers().get(item), peer);
        boolean fewer = fewest == null || NearMiss.distance(ofPeer) < NearMiss.distance(fewest);
        fewest = fewer ? ofPeer : fewest;
      }
      lacks.addAll(fewest == null ? List.of(new Lack.Invalid(path)) : fewest);
    }
    lacks.addAll(portLacks(policy, rule, connections));
    return lacks;
  }

  private List<Lack> portLacks(Policy policy, CompiledRule rule, ConnectionSet connections) {
    ConnectionSet ports = rule.ports(other.destinationPorts());
    if (ports.containsAll(connections)) {
      return List.of();
    }
    boolean protocols = policy.ref().kind().equals("ClusterNetworkPolicy");
    FieldPath path = rule.rule().path().field(protocols ? "protocols" : "ports");
    if (!ports.isEmpty()) {
      boolean same = false;
      for (Protocol protocol : Protocol.values()) {
        same |=
            !ports.ranges(protocol).isEmpty() && !connections.ranges(protocol).isEmpty();
      }
      return List.of(same ? new Lack.Port(path, ports) : new Lack.Transport(path, ports));
    }
    List<String> names =
        rule.rule().ports().names().stream().map(Ports.Name::name).toList();
    return List.of(names.isEmpty() ? new Lack.Invalid(path) : new Lack.PortName(path, names));
  }

  private List<Lack> lacks(Policy policy, Peer peer, FieldPath path) {
    if (peer instanceof Peer.Pods pods) {
      return podLacks(policy, pods, path);
    }
    if (peer instanceof Peer.Addresses addresses) {
      boolean pod = other.pod() != null && !other.node();
      String meant = addresses.block() ? "addresses outside of the pods" : "networks";
      return List.of(pod ? new Lack.PeerKind(path, meant, actual()) : new Lack.Address(path));
    }
    if (peer instanceof Peer.Nodes) {
      return List.of(new Lack.PeerKind(path, "nodes", actual()));
    }
    if (peer instanceof Peer.Domains domains) {
      String meant = "what was looked up as " + String.join(", ", domains.names());
      return List.of(new Lack.PeerKind(path, meant, actual()));
    }
    return List.of(new Lack.Invalid(path));
  }

  private String actual() {
    if (other.pod() == null) {
      return "an address";
    }
    return other.node() ? "a pod in its node's network" : "a pod";
  }

  private List<Lack> podLacks(Policy policy, Peer.Pods peer, FieldPath path) {
    Unit pod = other.pod();
    if (pod == null || other.node()) {
      return List.of(new Lack.PeerKind(path, "pods", actual()));
    }
    boolean networkPolicy = policy.tier() == Tier.NETWORK_POLICY;
    List<Lack> lacks = new ArrayList<>();
    if (peer.namespaces() != null) {
      FieldPath at = networkPolicy ? path.field("namespaceSelector") : path;
      lacks.addAll(
          LabelLacks.of(peer.namespaces(), other.namespaceLabels(), Lack.Bearer.NAMESPACE, at));
    } else if (!peer.namespace().equals(pod.namespace())) {
      lacks.add(new Lack.Namespace(path, peer.namespace(), pod.namespace()));
    }
    FieldPath at = networkPolicy ? path.field("podSelector") : path;
    lacks.addAll(LabelLacks.of(peer.pods(), pod.labels(), Lack.Bearer.POD, at));
    return lacks;
  }
}
