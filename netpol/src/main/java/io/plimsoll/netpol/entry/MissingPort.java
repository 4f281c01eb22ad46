package io.plimsoll.netpol.entry;

import io.plimsoll.netpol.api.Service;
import io.plimsoll.netpol.way.PortChoice;
import java.util.stream.Collectors;

/** What a backend is told that means a port its Service does not have. */
final class MissingPort {

  private MissingPort() {}

  static String message(Service service, PortChoice choice) {
    String what = choice.text().isEmpty()
        ? "names no port of " + service.ref()
        : service.ref() + " has no port " + choice.text();
    return what + "; it has " + ports(service);
  }

  private static String ports(Service service) {
    if (service.ports().isEmpty()) {
      return "none";
    }
    return service.ports().stream().map(MissingPort::text).collect(Collectors.joining(", "));
  }

  private static String text(Service.Port port) {
    String number = port.protocolOrTcp() + " " + port.port();
    return port.name() == null ? number : "\"" + port.name() + "\" (" + number + ")";
  }
}
