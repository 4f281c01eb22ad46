package io.plimsoll.netpol.border;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.netpol.connection.Endpoint;
import java.util.List;

/**
 * How far policies close a workload in one direction. Of a workload whose pods differ, the most open pod counts.
 *
 * @param workload the workload, or the pod
 * @param state how far
 * @param policies the policies that apply to any of its pods in the direction, in the order of their tiers
 */
public record WorkloadIsolation(Endpoint workload, State state, List<ObjectRef> policies) {

  public WorkloadIsolation {
    policies = List.copyOf(policies);
  }

  /** How far policies close a pod, the most open state first. */
  public enum State {
    /** Everything is allowed with everybody: no policy applies, or those that do allow it all. */
    OPEN,
    /** Policies of administrators deny something; what they do not speak of is allowed. */
    RESTRICTED,
    /** A NetworkPolicy isolates it: what no rule allows is denied. */
    ISOLATED,
    /** It is its node to the policies, and none applies. */
    NODE
  }
}
