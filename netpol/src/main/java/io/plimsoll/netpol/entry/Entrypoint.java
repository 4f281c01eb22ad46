package io.plimsoll.netpol.entry;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.netpol.ConnectionLine;
import io.plimsoll.netpol.Explanation;
import io.plimsoll.netpol.SideDecision.DecidingRule;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.exposure.ExposureLine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A way into the cluster for those outside of it: what an object promises, and what the policies leave of it.
 *
 * @param type what the object is
 * @param object the object that promises it
 * @param path where in the object: the port of a Service, or where a backend names its Service
 * @param address what outsiders ask for: a host and path, a port
 * @param service the Service it leads through
 * @param externalName the name outside of the cluster that the Service stands for, if it is of type {@code ExternalName}; empty if
 *     it names none
 * @param targets the workloads it leads to, in order; empty if it leads to none
 */
public record Entrypoint(
    Type type,
    ObjectRef object,
    FieldPath path,
    String address,
    ObjectRef service,
    Optional<String> externalName,
    List<Target> targets) {

  public Entrypoint {
    targets = List.copyOf(targets);
  }

  /** What lets outsiders in. */
  public enum Type {
    /** A port of every node, of a Service of type {@code NodePort}. */
    NODE_PORT(""),
    /** The load balancer of a Service of type {@code LoadBalancer}. */
    LOAD_BALANCER(""),
    /** The {@code externalIPs} of a Service. */
    EXTERNAL_IPS(""),
    /** An Ingress, served by an ingress controller. */
    INGRESS("ingress controller"),
    /** A Route, served by OpenShift's router. */
    ROUTE("router"),
    /** A route of a Gateway, served by the pods of the gateway. */
    GATEWAY("gateway");

    private final String server;

    Type(String server) {
      this.server = server;
    }

    /**
     * Returns whether pods serve it, so that the policies see those as the source of a connection. Otherwise they see the address
     * outside, as long as nothing on the way puts another in its place.
     */
    public boolean served() {
      return !server.isEmpty();
    }

    /** Returns what the pods that serve it are; empty if there are none. */
    String server() {
      return server;
    }
  }

  /**
   * A workload that an entrypoint leads to.
   *
   * @param workload the workload
   * @param promised the ports of its pods that the entrypoint leads to
   * @param admitted what the policies leave of it, by source: addresses, or the ingress controller; those with nothing are left out
   * @param blocked why the rest is denied; empty if there is none
   * @param insiders for what is denied to an ingress controller of which nothing is known: workloads that may connect
   * @param strangers the same for pods that rules describe and that are not among the objects, and for addresses outside
   */
  public record Target(
      Endpoint workload,
      ConnectionSet promised,
      List<ConnectionLine> admitted,
      Optional<Explanation> blocked,
      List<ConnectionLine> insiders,
      List<ExposureLine> strangers) {

    public Target {
      admitted = List.copyOf(admitted);
      insiders = List.copyOf(insiders);
      strangers = List.copyOf(strangers);
    }

    /** Returns what of the promise is kept for somebody. */
    public ConnectionSet allowed() {
      return EntryTargets.union(admitted);
    }

    /** Returns what of the promise is kept for nobody. */
    public ConnectionSet denied() {
      return promised.minus(allowed());
    }

    /** Returns the policies that deny it, in order. */
    public List<ObjectRef> deniedBy() {
      return blocked.stream()
          .flatMap(why -> why.parts().stream())
          .filter(part -> !part.allowed())
          .flatMap(part -> List.of(part.decision().egress(), part.decision().ingress()).stream())
          .filter(side -> !side.allowed())
          .flatMap(side -> side.decidedBy().stream())
          .map(DecidingRule::policy)
          .distinct()
          .sorted()
          .toList();
    }

    /** Returns {@code shop/web[Deployment] : TCP 8080 (denied: TCP 9090)}: what is kept for somebody, and what for nobody. */
    @Override
    public String toString() {
      String kept = allowed().isEmpty() ? "nothing" : allowed().toString();
      return workload + " : " + kept + (denied().isEmpty() ? "" : " (denied: " + denied() + ")");
    }
  }

  /** Returns {@code Ingress shop/web *.example.com/ through Service shop/web to shop/web[Deployment] : TCP 8080}. */
  @Override
  public String toString() {
    return object + " " + address + (type.served() ? " through " + service : "") + " to " + to();
  }

  private String to() {
    if (externalName.isPresent()) {
      return "the external name \"" + externalName.get() + "\"";
    }
    return targets.isEmpty()
        ? "nothing"
        : targets.stream().map(Target::toString).collect(Collectors.joining("; "));
  }
}
