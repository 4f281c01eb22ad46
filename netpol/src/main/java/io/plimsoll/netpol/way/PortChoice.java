package io.plimsoll.netpol.way;

import io.plimsoll.core.model.IntOrString;
import io.plimsoll.netpol.api.Ingress;
import io.plimsoll.netpol.api.Service;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which ports of a Service a backend means.
 *
 * @param text what it says: a number, or a name in quotes; empty if it says nothing
 * @param matches whether it means a port
 * @param most how many ports it means at most: the first ones
 */
public record PortChoice(String text, Predicate<Service.Port> matches, int most) {

  public List<Service.Port> of(Service service) {
    return service.ports().stream().filter(matches).limit(most).toList();
  }

  /**
   * Returns the port that the backend of an Ingress means.
   *
   * @param targetsToo whether it may name a port of the pods as well
   */
  static PortChoice of(Ingress.Backend backend, boolean targetsToo) {
    String name = backend.portName();
    if (name != null && !name.isEmpty()) {
      return new PortChoice("\"" + name + "\"", port -> name.equals(port.name()), 1);
    }
    Integer number = backend.portNumber();
    if (number == null) {
      return new PortChoice("", port -> false, 1);
    }
    IntOrString pods = IntOrString.of(number);
    return new PortChoice(
        number.toString(),
        port -> number == port.port() || (targetsToo && port.target().equals(pods)),
        1);
  }

  /** Returns the ports that a Route means: it may name a port of the service, or of the pods, and by default means all. */
  static PortChoice ofRoute(@Nullable IntOrString target) {
    if (target == null || target.equals(IntOrString.of("")) || target.equals(IntOrString.of(0))) {
      return new PortChoice("", port -> true, Integer.MAX_VALUE);
    }
    return new PortChoice(
        target.number() == null ? "\"" + target + "\"" : target.toString(),
        port -> target.toString().equals(port.name())
            || target.equals(IntOrString.of(port.port()))
            || target.equals(port.target()),
        Integer.MAX_VALUE);
  }

  /** Returns the port of a number and protocol. */
  static PortChoice of(@Nullable Integer number, String protocol) {
    if (number == null) {
      return new PortChoice("", port -> false, 1);
    }
    return new PortChoice(
        number.toString(),
        port -> number == port.port() && port.protocolOrTcp().equals(protocol),
        1);
  }
}
