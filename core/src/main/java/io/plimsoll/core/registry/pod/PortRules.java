package io.plimsoll.core.registry.pod;

import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.Syntax;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/** The ports of containers. Mirrors {@code validateContainerPorts} and its neighbours. */
final class PortRules {

  private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");

  private PortRules() {}

  static void check(Part container, PodContext pod) {
    List<Part> ports = container.list("ports");
    if (ports.isEmpty()) {
      return;
    }
    MetTexts names = new MetTexts();
    for (Part port : ports) {
      String name = port.text("name");
      if (!name.isEmpty()) {
        List<String> details = Syntax.portNameErrors(name);
        port.invalid("name", details);
        if (details.isEmpty() && !names.add(name)) {
          port.error(FieldError.duplicate(port.at("name"), name));
        }
      }
      long number = port.number("containerPort");
      if (number == 0) {
        port.required("containerPort", "");
      } else {
        number(port, "containerPort", number);
      }
      long hostNumber = port.number("hostPort");
      if (hostNumber != 0) {
        pod.setTakesHostPorts();
        number(port, "hostPort", hostNumber);
      }
      ContainerRules.oneOf(port, "protocol", PROTOCOLS);
    }
  }

  private static void number(Part port, String field, long number) {
    for (String detail : Syntax.portErrors(number)) {
      port.invalid(field, detail);
    }
  }

  /** A port of the host is taken once: {@code checkHostPortConflicts}. */
  static void conflicts(List<Part> containers) {
    MetTexts taken = new MetTexts();
    for (Part container : containers) {
      conflicts(container, container, taken);
    }
  }

  /** Init containers run by themselves; upstream takes each for the first. */
  static void conflicts(Part container, Part first) {
    conflicts(container, first, new MetTexts());
  }

  private static void conflicts(Part container, Part place, MetTexts taken) {
    List<Part> ports = container.list("ports");
    for (int i = 0; i < ports.size(); i++) {
      Part port = ports.get(i);
      long number = port.number("hostPort");
      if (number != 0) {
        String use = port.text("protocol") + "/" + port.text("hostIP") + "/" + number;
        if (!taken.add(use)) {
          port.error(FieldError.duplicate(place.at("ports").index(i).field("hostPort"), use));
        }
      }
    }
  }

  /** With the network of the host, the port of the container is the port of the host: {@code validatePodHostNetworkDeps}. */
  static void checkHostNetwork(PodContext pod) {
    if (!pod.spec().flag("hostNetwork")) {
      return;
    }
    for (Part container : pod.containers()) {
      for (Part port : container.list("ports")) {
        long host = port.number("hostPort");
        if ((pod.isPod() || host != 0) && host != port.number("containerPort")) {
          port.invalid("hostPort", "must match `containerPort` when `hostNetwork` is true");
        }
      }
    }
  }
}
