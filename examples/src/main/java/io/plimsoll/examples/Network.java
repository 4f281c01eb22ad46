package io.plimsoll.examples;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.Printed;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.netpol.ConnectionLine;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.entry.Entrypoints;
import io.plimsoll.netpol.lint.NetworkPolicyLint;
import io.plimsoll.netpol.picture.ConnectivityPicture;
import io.plimsoll.netpol.tree.ConnectionTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may connect to whom, the ways in from outside, and what is wrong with the policies. */
record Network(Connectivity connectivity, Entrypoints entrypoints) {

  static Network of(Cluster cluster) {
    Connectivity connectivity = Connectivity.of(cluster);
    return new Network(connectivity, Entrypoints.of(connectivity));
  }

  List<Problem> problems() {
    return connectivity.problems();
  }

  List<Finding> findings() {
    return Stream.concat(
            NetworkPolicyLint.of(connectivity).findings().stream(), entrypoints.findings().stream())
        .toList();
  }

  /** Returns one line for each pair that may connect, and one for each way in. */
  String text() {
    return Stream.<Object>concat(lines().stream(), entrypoints.all().stream())
        .map(Object::toString)
        .map(line -> Printed.line(line) + "\n")
        .collect(Collectors.joining());
  }

  /** Addresses next to each other that connect alike are one line. */
  private List<ConnectionLine> lines() {
    List<ConnectionLine> joined = new ArrayList<>();
    Map<List<Object>, Integer> last = new HashMap<>();
    connectivity.lines().forEach(line -> {
      List<Object> alike = List.of(
          line.source() instanceof Endpoint.External ? "" : line.source(),
          line.destination() instanceof Endpoint.External ? "" : line.destination(),
          line.connections());
      int at = last.getOrDefault(alike, -1);
      Optional<ConnectionLine> longer = at < 0 ? Optional.empty() : joined(joined.get(at), line);
      if (longer.isPresent()) {
        joined.set(at, longer.get());
      } else {
        last.put(alike, joined.size());
        joined.add(line);
      }
    });
    return joined;
  }

  /** Returns one line for two that differ in an end that is addresses, if those follow one another. */
  private static Optional<ConnectionLine> joined(ConnectionLine one, ConnectionLine next) {
    Optional<Endpoint> source = joined(one.source(), next.source());
    Optional<Endpoint> destination = joined(one.destination(), next.destination());
    return source.isPresent() && destination.isPresent()
        ? Optional.of(new ConnectionLine(source.get(), destination.get(), one.connections()))
        : Optional.empty();
  }

  private static Optional<Endpoint> joined(Endpoint one, Endpoint next) {
    if (one instanceof Endpoint.External a
        && next instanceof Endpoint.External b
        && a.addresses().last().next().equals(Optional.of(b.addresses().first()))) {
      return Optional.of(new Endpoint.External(
          new AddressRange(a.addresses().first(), b.addresses().last())));
    }
    return one.equals(next) ? Optional.of(one) : Optional.empty();
  }

  Value connectionTrees() {
    return Value.from(lines().stream().map(ConnectionTree::of).toList());
  }

  Value entrypointTrees() {
    return Value.from(entrypoints.all().stream().map(ConnectionTree::of).toList());
  }

  /** Returns the picture as {@code mermaid}, {@code dot} or {@code svg}. */
  String picture(String language) {
    ConnectivityPicture picture = ConnectivityPicture.of(connectivity);
    return switch (language) {
      case "dot" -> picture.dot();
      case "svg" -> picture.svg();
      default -> picture.mermaid();
    };
  }
}
