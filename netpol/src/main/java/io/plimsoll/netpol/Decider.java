package io.plimsoll.netpol;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.netpol.SideDecision.DecidingRule;
import io.plimsoll.netpol.SideDecision.Reason;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.engine.CompiledPolicy;
import io.plimsoll.netpol.engine.CompiledRule;
import io.plimsoll.netpol.engine.TierStates;
import io.plimsoll.netpol.engine.Unit;
import io.plimsoll.netpol.policy.Peer;
import io.plimsoll.netpol.policy.Tier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through the policies of one side once more for some connections, and keeps which rules decide which of them. */
final class Decider {

  /** Connections of which the same rules decide. */
  record Part(ConnectionSet connections, SideDecision decision) {}

  /** Connections that no rule has decided yet, and the rules that passed them on. */
  private record Open(ConnectionSet connections, List<DecidingRule> passedBy) {}

  private final List<CompiledPolicy> policies;
  private final Direction direction;
  private final int peer;
  private final @Nullable String domain;
  private final List<Unit.Port> destinationPorts;
  private final boolean fromOwnNode;
  private final List<Part> parts = new ArrayList<>();

  /**
   * Prepares one side.
   *
   * @param policies the policies that apply to it, in the order of their tiers
   * @param peer the other end, as a peer of this direction
   * @param domain the name by which the other end was looked up
   * @param destinationPorts the ports of the destination that rules give by name
   * @param fromOwnNode whether this is what comes in from the pod's own node
   */
  Decider(
      List<CompiledPolicy> policies,
      Direction direction,
      int peer,
      @Nullable String domain,
      List<Unit.Port> destinationPorts,
      boolean fromOwnNode) {
    this.policies = policies;
    this.direction = direction;
    this.peer = peer;
    this.domain = domain;
    this.destinationPorts = destinationPorts;
    this.fromOwnNode = fromOwnNode;
  }

  /** Returns the connections in parts, none of which overlaps another. */
  List<Part> decide(ConnectionSet asked) {
    List<Open> open = throughTier(Tier.ADMIN, Reason.ADMIN, List.of(new Open(asked, List.of())));
    List<DecidingRule> isolating = isolating();
    if (isolating.isEmpty()) {
      throughTier(Tier.BASELINE, Reason.BASELINE, open)
          .forEach(rest -> add(rest, true, Reason.DEFAULT, List.of()));
    } else if (fromOwnNode) {
      open.forEach(rest -> add(rest, true, Reason.LOCAL_NODE, List.of()));
    } else {
      open.forEach(rest -> isolate(rest, isolating));
    }
    return parts;
  }

  private void add(Open open, boolean allowed, Reason reason, List<DecidingRule> by) {
    if (!open.connections.isEmpty()) {
      parts.add(new Part(
          open.connections, new SideDecision(direction, allowed, reason, by, open.passedBy)));
    }
  }

  /** Takes connections through a tier of administrators; returns what is left for the next one. */
  private List<Open> throughTier(Tier tier, Reason reason, List<Open> open) {
    List<Open> left = new ArrayList<>();
    for (Open one : open) {
      ConnectionSet rest = one.connections;
      for (CompiledPolicy policy : policies) {
        if (policy.policy().tier() != tier) {
          continue;
        }
        for (CompiledRule rule : policy.rules(direction)) {
          ConnectionSet hit = rest.isEmpty() ? rest : rest.intersect(matched(rule));
          if (!hit.isEmpty()) {
            rest = rest.minus(hit);
            DecidingRule by = deciding(policy, rule.rule().path());
            if (rule.step() == TierStates.Step.PASS) {
              left.add(new Open(hit, with(one.passedBy, by)));
            } else {
              boolean allowed = rule.step() == TierStates.Step.ALLOW;
              add(new Open(hit, one.passedBy), allowed, reason, List.of(by));
            }
          }
        }
      }
      if (!rest.isEmpty()) {
        left.add(new Open(rest, one.passedBy));
      }
    }
    return left;
  }

  /** Returns what names a rule of a policy, or the policy itself if the path is absent, as what decided. */
  static DecidingRule deciding(CompiledPolicy policy, @Nullable FieldPath rule) {
    return new DecidingRule(policy.policy().ref(), rule, policy.written().isRefused());
  }

  private static List<DecidingRule> with(List<DecidingRule> rules, DecidingRule another) {
    List<DecidingRule> more = new ArrayList<>(rules);
    more.add(another);
    return more;
  }

  private List<DecidingRule> isolating() {
    List<DecidingRule> isolating = new ArrayList<>();
    for (CompiledPolicy policy : policies) {
      if (policy.policy().tier() == Tier.NETWORK_POLICY) {
        isolating.add(deciding(policy, null));
      }
    }
    return isolating;
  }

  /** Takes connections apart by which rules of NetworkPolicies allow them. */
  private void isolate(Open open, List<DecidingRule> isolating) {
    record Cell(ConnectionSet connections, List<DecidingRule> allowedBy) {}
    List<Cell> cells = List.of(new Cell(open.connections, List.of()));
    for (CompiledPolicy policy : policies) {
      for (CompiledRule rule : policy.rules(direction)) {
        boolean networkPolicy = policy.policy().tier() == Tier.NETWORK_POLICY;
        ConnectionSet matched = networkPolicy ? matched(rule) : ConnectionSet.NONE;
        if (matched.isEmpty()) {
          continue;
        }
        DecidingRule by = deciding(policy, rule.rule().path());
        List<Cell> finer = new ArrayList<>(cells.size() + 1);
        for (Cell cell : cells) {
          ConnectionSet hit = cell.connections.intersect(matched);
          if (hit.isEmpty()) {
            finer.add(cell);
          } else {
            finer.add(new Cell(hit, with(cell.allowedBy, by)));
            ConnectionSet rest = cell.connections.minus(matched);
            if (!rest.isEmpty()) {
              finer.add(new Cell(rest, cell.allowedBy));
            }
          }
        }
        cells = finer;
      }
    }
    for (Cell cell : cells) {
      boolean allowed = !cell.allowedBy.isEmpty();
      add(
          new Open(cell.connections, open.passedBy),
          allowed,
          Reason.NETWORK_POLICY,
          allowed ? cell.allowedBy : isolating);
    }
  }

  /** Returns the connections to the other end that a rule matches. */
  private ConnectionSet matched(CompiledRule rule) {
    return rule.matches(peer) || matchesDomain(rule)
        ? rule.ports(destinationPorts)
        : ConnectionSet.NONE;
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
}
