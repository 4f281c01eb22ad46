package io.plimsoll.netpol.border;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.netpol.border.WorkloadIsolation.State;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import java.util.List;

/**
 * How far policies close the pods of one namespace in one direction.
 *
 * @param namespace the namespace
 * @param direction the direction
 * @param ofAllPods the NetworkPolicies that isolate whatever pod the namespace has or will have, by name
 * @param opened whether one of these allows everything with everybody, so that pods to come are open
 * @param workloads the workloads and pods of the namespace, in order
 */
public record NamespaceIsolation(
    String namespace,
    Direction direction,
    List<ObjectRef> ofAllPods,
    boolean opened,
    List<WorkloadIsolation> workloads) {

  public NamespaceIsolation {
    ofAllPods = List.copyOf(ofAllPods);
    workloads = List.copyOf(workloads);
  }

  /** Which pods of a namespace are isolated; those that are their nodes do not count. */
  public enum Coverage {
    /** All that there are and all to come: what no rule allows is denied. */
    DEFAULT_DENY,
    /** All that there are, and not all that may come. */
    EVERY_POD,
    /** Some, or policies of administrators deny something. */
    SOME_PODS,
    /** None. */
    NO_POD
  }

  /** Returns which pods are isolated. */
  public Coverage coverage() {
    List<WorkloadIsolation> judged =
        workloads.stream().filter(workload -> workload.state() != State.NODE).toList();
    boolean every = judged.stream().allMatch(workload -> workload.state() == State.ISOLATED);
    if (every && !ofAllPods.isEmpty() && !opened) {
      return Coverage.DEFAULT_DENY;
    }
    if (every && !judged.isEmpty()) {
      return Coverage.EVERY_POD;
    }
    return judged.stream().allMatch(workload -> workload.state() == State.OPEN)
        ? Coverage.NO_POD
        : Coverage.SOME_PODS;
  }

  /** Returns the workloads in a state, in order. */
  public List<Endpoint> in(State state) {
    return workloads.stream()
        .filter(workload -> workload.state() == state)
        .map(WorkloadIsolation::workload)
        .toList();
  }
}
