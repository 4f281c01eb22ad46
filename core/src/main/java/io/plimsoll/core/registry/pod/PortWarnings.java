package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.registry.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the server remarks of ports that get into each other's way, or that have the same name. */
final class PortWarnings {

  private PortWarnings() {}

  static void add(List<String> warnings, List<Part> containers) {
    List<Part> ports = ports(containers);
    boolean several = ports.size() > 1;
    Map<String, List<Part>> seen = several ? new HashMap<>() : Map.of();
    for (Part port : ports) {
      if (!port.text("hostIP").isEmpty() && port.number("hostPort") == 0) {
        warnings.add(port.path() + ": hostIP set without hostPort: " + printed(port));
      }
      if (several) {
        String key = port.number("containerPort") + "/" + port.text("protocol");
        List<Part> others = seen.computeIfAbsent(key, k -> new ArrayList<>());
        for (Part other : others) {
          overlap(warnings, port, other);
        }
        others.add(port);
      }
    }
    if (several) {
      names(warnings, ports);
    }
  }

  private static List<Part> ports(List<Part> containers) {
    if (containers.size() == 1) {
      return containers.get(0).list("ports");
    }
    List<Part> ports = new ArrayList<>();
    for (Part container : containers) {
      ports.addAll(container.list("ports"));
    }
    return ports;
  }

  /** A port as Go prints its own type with {@code %+v}. */
  private static String printed(Part port) {
    return "{Name:" + port.text("name") + " HostPort:" + port.number("hostPort")
        + " ContainerPort:" + port.number("containerPort") + " Protocol:" + port.text("protocol")
        + " HostIP:" + port.text("hostIP") + "}";
  }

  private static void overlap(List<String> warnings, Part port, Part other) {
    String ip = port.text("hostIP");
    String otherIp = other.text("hostIP");
    long number = port.number("hostPort");
    long otherNumber = other.number("hostPort");
    String how = "";
    if (ip.equals(otherIp) && number == otherNumber) {
      how = "duplicate";
    } else if (number == 0 || otherNumber == 0) {
      how = "overlapping";
    } else if (number == otherNumber && ip.isEmpty() != otherIp.isEmpty()) {
      how = "dangerously ambiguous";
    }
    if (!how.isEmpty()) {
      warnings.add(port.path() + ": " + how + " port definition with " + other.path());
    }
  }

  private static void names(List<String> warnings, List<Part> ports) {
    Map<String, Part> seen = new HashMap<>();
    for (Part port : ports) {
      String name = port.text("name");
      Part other = name.isEmpty() ? null : seen.putIfAbsent(name, port);
      if (other != null) {
        warnings.add(port.path() + ": duplicate port name " + GoText.quote(name) + " with "
            + other.path() + ", services and probes that select ports by name will use "
            + other.path());
      }
    }
  }
}
