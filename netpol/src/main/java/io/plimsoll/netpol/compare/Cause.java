package io.plimsoll.netpol.compare;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.netpol.connection.Endpoint;

/** A difference of two clusters that is why some connections differ. */
public sealed interface Cause {

  /** Returns what became of it. */
  ChangeType change();

  /** A policy of any kind. It prints as {@code NetworkPolicy shop/db changed}. */
  record Policy(ChangeType change, ObjectRef policy) implements Cause {
    @Override
    public String toString() {
      return policy + " " + change;
    }
  }

  /** A pod or workload: it is new or gone, or its labels, ports or addresses are others. */
  record Workload(ChangeType change, Endpoint workload) implements Cause {
    @Override
    public String toString() {
      return "workload " + workload + " " + change;
    }
  }

  /** The labels of a namespace. */
  record Namespace(ChangeType change, String name) implements Cause {
    @Override
    public String toString() {
      return "Namespace " + name + " " + change;
    }
  }

  /** The labels or addresses of a node. */
  record Node(ChangeType change, String name) implements Cause {
    @Override
    public String toString() {
      return "Node " + name + " " + change;
    }
  }

  /** What an Ingress, a Route or the route of a gateway leads to, or the Service that it leads through. */
  record Entrance(ChangeType change, ObjectRef object, ObjectRef service) implements Cause {
    @Override
    public String toString() {
      return object + " through " + service + " " + change;
    }
  }
}
