package io.plimsoll.netpol.engine;

import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.Container;
import io.plimsoll.core.pod.ContainerPort;
import io.plimsoll.core.pod.HostIp;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.pod.PodIp;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.PodStatus;
import io.plimsoll.core.pod.Workload;
import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.connection.IpAddress;
import io.plimsoll.netpol.connection.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A pod, or the pods that one template makes, which no rule can tell apart.
 *
 * @param namespace the namespace
 * @param pod the pod's name, or what it starts with and a star if it has none yet; {@code null} for a template
 * @param workload what the pod belongs to: its controller, or itself
 * @param labels the labels
 * @param ports the ports that containers and native sidecars declare
 * @param hostNetwork whether it lives in the network of its node
 * @param addresses its addresses, at most one of each family
 * @param hostAddresses the addresses of its node as far as the pod itself says them
 * @param node the name of its node
 */
public record Unit(
    String namespace,
    @Nullable String pod,
    Endpoint workload,
    Map<String, String> labels,
    List<Port> ports,
    boolean hostNetwork,
    List<IpAddress> addresses,
    List<IpAddress> hostAddresses,
    @Nullable String node) {

  /** A port that a container declares. */
  public record Port(@Nullable String name, Protocol protocol, int number) {}

  /** Returns the unit that a pod is; empty for a pod that has run to its end, which has no network any more. */
  public static Optional<Unit> of(Pod pod) {
    PodStatus status = pod.status();
    String phase = status == null ? null : status.phase();
    if ("Succeeded".equals(phase) || "Failed".equals(phase)) {
      return Optional.empty();
    }
    ObjectMeta metadata = pod.metadata();
    String namespace = metadata.namespaceOrEmpty();
    String name = pod.ref().displayName();
    Endpoint self = new Endpoint.Pod(namespace, name);
    Endpoint workload = metadata
        .controller()
        .filter(owner -> !owner.kind().equals("Node"))
        .<Endpoint>map(owner -> new Endpoint.Workload(
            namespace, owner.name(), owner.kind().isEmpty() ? "Pod" : owner.kind()))
        .orElse(self);
    return Optional.of(new Unit(
        namespace,
        name,
        workload,
        metadata.labels(),
        ports(pod.spec()),
        Boolean.TRUE.equals(pod.spec().hostNetwork()),
        status == null ? List.of() : addresses(status.podIP(), podIps(status)),
        status == null ? List.of() : addresses(status.hostIP(), hostIps(status)),
        pod.spec().nodeName()));
  }

  /** Returns the unit that stands for the pods of a workload. */
  public static Unit of(Workload workload) {
    String namespace = workload.ref().namespace();
    PodSpec spec = workload.template().spec();
    return new Unit(
        namespace,
        null,
        new Endpoint.Workload(
            namespace, workload.ref().displayName(), workload.ref().kind()),
        workload.template().metadata().labels(),
        ports(spec),
        Boolean.TRUE.equals(spec.hostNetwork()),
        List.of(),
        List.of(),
        null);
  }

  /** Returns what stands for the pods that serve Ingress and Route objects and gateways. */
  public static Unit ingressController(String namespace, Map<String, String> labels) {
    return new Unit(
        namespace,
        null,
        new Endpoint.IngressController(),
        labels,
        List.of(),
        false,
        List.of(),
        List.of(),
        null);
  }

  private static List<String> podIps(PodStatus status) {
    return status.podIPs().stream().map(PodIp::ip).toList();
  }

  private static List<String> hostIps(PodStatus status) {
    return status.hostIPs().stream().map(HostIp::ip).toList();
  }

  /** Text that is no address counts as none. */
  private static List<IpAddress> addresses(@Nullable String one, List<String> several) {
    return Stream.concat(Stream.ofNullable(one), several.stream())
        .flatMap(text -> IpAddress.tryParse(text).stream())
        .distinct()
        .toList();
  }

  private static List<Port> ports(PodSpec spec) {
    List<Port> ports = new ArrayList<>();
    spec.containers().forEach(container -> add(ports, container));
    for (Container container : spec.initContainers()) {
      if ("Always".equals(container.restartPolicy())) {
        add(ports, container);
      }
    }
    return ports;
  }

  private static void add(List<Port> ports, Container container) {
    for (ContainerPort port : container.ports()) {
      String name = port.protocol() == null ? "TCP" : port.protocol();
      Protocol protocol = Protocol.tryParse(name).orElse(null);
      Integer number = port.containerPort();
      if (protocol != null && number != null && number >= 1 && number <= 65_535) {
        ports.add(new Port(port.name(), protocol, number));
      }
    }
  }

  /** Returns its address of a family. */
  @Nullable
  IpAddress address(AddressFamily family) {
    for (IpAddress address : addresses) {
      if (address.family() == family) {
        return address;
      }
    }
    return null;
  }

  /** Returns what it is called. */
  public Endpoint endpoint() {
    return pod == null ? workload : new Endpoint.Pod(namespace, pod);
  }
}
