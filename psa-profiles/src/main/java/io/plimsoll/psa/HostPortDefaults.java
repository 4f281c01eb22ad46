package io.plimsoll.psa;

import io.plimsoll.core.pod.Container;
import io.plimsoll.core.pod.ContainerPort;
import io.plimsoll.core.pod.PodSpec;
import java.util.ArrayList;
import java.util.List;

/** Ports in the host's network are the host's ports. */
final class HostPortDefaults {

  private HostPortDefaults() {}

  static PodSpec of(PodSpec spec) {
    if (!Boolean.TRUE.equals(spec.hostNetwork())) {
      return spec;
    }
    List<Container> init = containers(spec.initContainers());
    List<Container> main = containers(spec.containers());
    return init == spec.initContainers() && main == spec.containers()
        ? spec
        : spec.toBuilder().initContainers(init).containers(main).build();
  }

  private static List<Container> containers(List<Container> containers) {
    List<Container> changed = null;
    for (int i = 0; i < containers.size(); i++) {
      List<ContainerPort> ports = containers.get(i).ports();
      List<ContainerPort> filled = ports(ports);
      if (filled != ports) {
        changed = changed == null ? new ArrayList<>(containers) : changed;
        changed.set(i, containers.get(i).toBuilder().ports(filled).build());
      }
    }
    return changed == null ? containers : changed;
  }

  private static List<ContainerPort> ports(List<ContainerPort> ports) {
    List<ContainerPort> changed = null;
    for (int i = 0; i < ports.size(); i++) {
      ContainerPort port = ports.get(i);
      if (!HostPorts.isSet(port) && port.containerPort() != null) {
        changed = changed == null ? new ArrayList<>(ports) : changed;
        changed.set(i, port.toBuilder().hostPort(port.containerPort()).build());
      }
    }
    return changed == null ? ports : changed;
  }
}
