package io.plimsoll.netpol;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.netpol.connection.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one side of a connection says, and why.
 *
 * @param direction the side
 * @param allowed whether it allows the connection
 * @param reason what decided
 * @param decidedBy the rules that decided: the one of administrators; or all matching rules of NetworkPolicies; or, if none
 *     matches, the NetworkPolicies that isolate the pod, without a rule; else nothing
 * @param passedBy the rules of administrators that passed the connection on to a later tier
 */
public record SideDecision(
    Direction direction,
    boolean allowed,
    Reason reason,
    List<DecidingRule> decidedBy,
    List<DecidingRule> passedBy) {

  public SideDecision {
    decidedBy = List.copyOf(decidedBy);
    passedBy = List.copyOf(passedBy);
  }

  /** What decides one side of a connection. */
  public enum Reason {
    /** A pod may always talk to itself. */
    SELF,
    /** This end is no pod, and no policy constrains it. */
    NOT_A_POD,
    /** A rule of the admin tier. */
    ADMIN,
    /** The NetworkPolicies that isolate the pod. */
    NETWORK_POLICY,
    /** A rule of the baseline tier. */
    BASELINE,
    /** Nothing: what no policy speaks of is allowed. */
    DEFAULT,
    /** The network plug-in does not filter such connections. */
    NOT_FILTERED,
    /** The source is the pod's own node. */
    LOCAL_NODE,
    /** The source is the ingress controller, and no Ingress, Route or route of a gateway leads there. */
    NO_ENTRANCE
  }

  /** Returns what a side says that no rule decided. */
  static SideDecision of(Direction direction, boolean allowed, Reason reason) {
    return new SideDecision(direction, allowed, reason, List.of(), List.of());
  }

  /**
   * A rule that decided, or a policy by what it selects.
   *
   * @param policy the policy
   * @param rule where the rule stands in it, {@code spec.ingress[0]}; absent if no rule matches
   * @param refused whether the API server would refuse the policy; it counts all the same, and what is unknown in it fails
   *     closed. {@link Connectivity#problems} says what is wrong.
   */
  public record DecidingRule(ObjectRef policy, @Nullable FieldPath rule, boolean refused) {

    /** Returns {@code NetworkPolicy shop/web: spec.ingress[0]}. */
    @Override
    public String toString() {
      return rule == null ? policy.toString() : policy + ": " + rule;
    }
  }
}
