package io.plimsoll.netpol.connection;

/**
 * One end of a connection: a pod, a workload, addresses outside of the pods, or an ingress controller. Endpoints are ordered:
 * pods and workloads by namespace, name and kind, then addresses, then the ingress controller.
 */
public sealed interface Endpoint extends Comparable<Endpoint> {

  /** Returns the namespace of a pod or workload; empty for what is in none. */
  default String namespace() {
    return "";
  }

  /** Returns the name of a pod or workload; empty for what has none. */
  default String name() {
    return "";
  }

  /** One pod. It prints as {@code namespace/name[Pod]}. */
  record Pod(String namespace, String name) implements Endpoint {

    @Override
    public int hashCode() {
      return EndpointOrder.hash(namespace, name, "Pod");
    }

    @Override
    public String toString() {
      return namespace + "/" + name + "[Pod]";
    }
  }

  /** All pods of one controller. It prints as {@code namespace/name[Kind]}. */
  record Workload(String namespace, String name, String kind) implements Endpoint {

    @Override
    public int hashCode() {
      return EndpointOrder.hash(namespace, name, kind);
    }

    @Override
    public String toString() {
      return namespace + "/" + name + "[" + kind + "]";
    }
  }

  /** Addresses that are not those of pods. It prints as {@code first-last[External]}. */
  record External(AddressRange addresses) implements Endpoint {

    @Override
    public String toString() {
      return addresses + "[External]";
    }
  }

  /**
   * The pods, somewhere in the cluster, that serve Ingress and Route objects and gateways, as {@link
   * io.plimsoll.netpol.ConnectivityOptions#controller} says. It prints as {@code {ingress-controller}}.
   */
  record IngressController() implements Endpoint {

    @Override
    public String toString() {
      return "{ingress-controller}";
    }
  }

  @Override
  default int compareTo(Endpoint other) {
    return EndpointOrder.compare(this, other);
  }
}
