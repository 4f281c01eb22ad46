package io.plimsoll.netpol;

import io.plimsoll.netpol.SideDecision.DecidingRule;
import io.plimsoll.netpol.SideDecision.Reason;
import io.plimsoll.netpol.connection.Protocol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through the policies of one side once more for one connection, and keeps which rules decide. */
final class Decider {

  private final Engine engine;
  private final Direction direction;
  private final Protocol protocol;
  private final int port;
  private final @Nullable String domain;
  private final List<Unit.Port> destinationPorts;
  private final int peer;
  private final boolean fromOwnNode;
  private final List<DecidingRule> passed = new ArrayList<>();

  /**
   * Prepares one side.
   *
   * @param peer the other end, as a peer of this direction
   * @param destinationPorts the ports of the destination that rules give by name
   * @param fromOwnNode whether this is what comes in from the pod's own node
   */
  Decider(
      Engine engine,
      Direction direction,
      Connection connection,
      int peer,
      List<Unit.Port> destinationPorts,
      boolean fromOwnNode) {
    this.engine = engine;
    this.direction = direction;
    this.protocol = connection.protocol();
    this.port = connection.port();
    this.domain = connection.domain();
    this.peer = peer;
    this.destinationPorts = destinationPorts;
    this.fromOwnNode = fromOwnNode;
  }

  SideDecision decide(int podClass) {
    List<CompiledPolicy> policies = engine.policies(direction, podClass);
    SideDecision admin = firstMatch(policies, Tier.ADMIN, Reason.ADMIN);
    if (admin != null) {
      return admin;
    }
    SideDecision isolated = isolated(policies);
    if (isolated != null) {
      return isolated;
    }
    SideDecision baseline = firstMatch(policies, Tier.BASELINE, Reason.BASELINE);
    return baseline != null ? baseline : decision(true, Reason.DEFAULT, List.of());
  }

  private SideDecision decision(boolean allowed, Reason reason, List<DecidingRule> by) {
    return new SideDecision(direction, allowed, reason, by, passed);
  }

  private @Nullable SideDecision firstMatch(
      List<CompiledPolicy> policies, Tier tier, Reason reason) {
    for (CompiledPolicy policy : policies) {
      if (policy.policy().tier() != tier) {
        continue;
      }
      for (CompiledRule rule : policy.rules(direction)) {
        if (matches(rule)) {
          DecidingRule by = new DecidingRule(policy.policy().ref(), rule.rule().path());
          if (rule.step() == TierStates.Step.PASS) {
            passed.add(by);
            return null;
          }
          return decision(rule.step() == TierStates.Step.ALLOW, reason, List.of(by));
        }
      }
    }
    return null;
  }

  private @Nullable SideDecision isolated(List<CompiledPolicy> policies) {
    List<DecidingRule> isolating = new ArrayList<>();
    List<DecidingRule> allowing = new ArrayList<>();
    for (CompiledPolicy policy : policies) {
      if (policy.policy().tier() == Tier.NETWORK_POLICY) {
        isolating.add(new DecidingRule(policy.policy().ref(), null));
        for (CompiledRule rule : policy.rules(direction)) {
          if (matches(rule)) {
            allowing.add(new DecidingRule(policy.policy().ref(), rule.rule().path()));
          }
        }
      }
    }
    if (isolating.isEmpty()) {
      return null;
    }
    if (fromOwnNode) {
      return decision(true, Reason.LOCAL_NODE, List.of());
    }
    return allowing.isEmpty()
        ? decision(false, Reason.NETWORK_POLICY, isolating)
        : decision(true, Reason.NETWORK_POLICY, allowing);
  }

  private boolean matches(CompiledRule rule) {
    return (rule.matches(peer) || matchesDomain(rule))
        && matchesPort(rule.rule().ports());
  }

  private boolean matchesDomain(CompiledRule rule) {
    if (domain == null) {
      return false;
    }
    for (Peer one : rule.rule().peers()) {
      if (one instanceof Peer.Domains domains && domains.matches(domain)) {
        return true;
      }
    }
    return false;
  }

  private boolean matchesPort(Ports ports) {
    return ports.numbers().contains(protocol, port)
        || (!ports.names().isEmpty()
            && CompiledRule.resolve(ports.names(), destinationPorts).contains(protocol, port));
  }
}
