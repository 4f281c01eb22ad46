package io.plimsoll.netpol.synthesis;

import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.netpol.ConnectionLine;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.engine.Unit;
import io.plimsoll.netpol.network.ClusterDns;
import io.plimsoll.netpol.network.Workings;
import io.plimsoll.netpol.network.WorkloadObjects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares the connections that policies allow with the wanted ones, and says why they differ where they do. */
final class SynthesisCheck {

  private static final String INEXPRESSIBLE = "inexpressible-connection";
  private static final String SAME_LABELS = "same-labels";
  private static final String UNAVOIDABLE = "unavoidable-connection";

  /** Whose fault a difference is, and what is the matter. */
  private record Reason(Endpoint endpoint, Severity severity, String code, String text)
      implements Comparable<Reason> {

    @Override
    public int compareTo(Reason other) {
      int order = endpoint.compareTo(other.endpoint);
      order = order != 0 ? order : severity.compareTo(other.severity);
      order = order != 0 ? order : code.compareTo(other.code);
      return order != 0 ? order : text.compareTo(other.text);
    }
  }

  private final Connectivity open;
  private final Connectivity base;
  private final Connectivity made;
  private final Workings workings;
  private final PodGroups groups;
  private final List<ConnectionLine> wanted;
  private final boolean v6;
  private final Map<Integer, Set<Endpoint>> listedOf = new TreeMap<>();
  private final Map<Reason, List<ConnectionLine>> differences = new TreeMap<>();

  /**
   * Prepares a check.
   *
   * @param open the cluster without any NetworkPolicy
   * @param base the cluster with the policies that deny
   * @param made the cluster with all policies
   */
  SynthesisCheck(
      Connectivity open,
      Connectivity base,
      Connectivity made,
      PodGroups groups,
      List<ConnectionLine> wanted) {
    this.open = open;
    this.base = base;
    this.made = made;
    this.workings = made.workings();
    this.groups = groups;
    this.wanted = wanted;
    // What is neither spoken nor wanted is no difference.
    this.v6 = workings.engine().inventory().speaksV6()
        || wanted.stream().anyMatch(line -> isV6(line.source()) || isV6(line.destination()));
    List<Unit> units = workings.engine().inventory().units();
    for (int i = 0; i < units.size(); i++) {
      if (groups.ofUnit(i) >= 0) {
        listedOf
            .computeIfAbsent(groups.ofUnit(i), g -> new TreeSet<>())
            .add(workings.directory().listed(units.get(i)));
      }
    }
  }

  /** Returns all connections as lines, with or without addresses of IPv6. */
  static Stream<ConnectionLine> lines(Connectivity network, boolean v6) {
    return network
        .allLines()
        .filter(line -> v6 || !(isV6(line.source()) || isV6(line.destination())));
  }

  private static boolean isV6(Endpoint endpoint) {
    return endpoint instanceof Endpoint.External external
        && external.addresses().family() == AddressFamily.IPV6;
  }

  private ConnectionSum connections(Connectivity network) {
    return ConnectionSum.of(lines(network, v6));
  }

  List<Problem> problems(boolean dns) {
    ConnectionSum expected = new ConnectionSum();
    wanted.forEach(line -> listed(line.source())
        .forEach(from ->
            listed(line.destination()).forEach(to -> expected.add(from, to, line.connections()))));
    if (dns) {
      addDns(expected);
    }
    ConnectionSum actual = connections(made);
    missing(expected.minus(actual));
    unwanted(actual.minus(expected));
    WorkloadObjects objects = new WorkloadObjects(made.cluster());
    List<Problem> problems = new ArrayList<>();
    differences.forEach((reason, lines) -> problems.add(problem(reason, lines, objects)));
    return problems;
  }

  /** Returns the endpoints of lists that are, or have, the pods of an endpoint. */
  private Set<Endpoint> listed(Endpoint endpoint) {
    if (endpoint instanceof Endpoint.External || endpoint instanceof Endpoint.IngressController) {
      return Set.of(endpoint);
    }
    Set<Endpoint> listed = new TreeSet<>();
    for (int unit : workings.directory().units(endpoint)) {
      listed.add(
          workings.directory().listed(workings.engine().inventory().units().get(unit)));
    }
    return listed;
  }

  private void addDns(ConnectionSum expected) {
    List<Unit> units = workings.engine().inventory().units();
    Set<Endpoint> servers = new TreeSet<>();
    for (int i = 0; i < units.size(); i++) {
      if (groups.ofUnit(i) >= 0 && ClusterDns.isServedBy(units.get(i))) {
        servers.add(workings.directory().listed(units.get(i)));
      }
    }
    listedOf.values().stream()
        .flatMap(Set::stream)
        .distinct()
        .forEach(from -> servers.forEach(to -> expected.add(from, to, ClusterDns.connections())));
  }

  private void missing(List<ConnectionLine> lines) {
    if (lines.stream().allMatch(ConnectionLine::isWithinPod)) {
      return;
    }
    ConnectionSum denied =
        ConnectionSum.of(ConnectionSum.of(lines.stream()).minus(connections(open)).stream());
    lines.forEach(line -> difference(line, missingReason(line, denied)));
  }

  private Reason missingReason(ConnectionLine line, ConnectionSum denied) {
    if (line.source() instanceof Endpoint.IngressController
        || line.destination() instanceof Endpoint.IngressController) {
      Endpoint other =
          line.source() instanceof Endpoint.IngressController ? line.destination() : line.source();
      return error(other, "the labels of ingress controllers are not known");
    }
    Optional<Endpoint> node = node(line);
    if (node.isPresent()) {
      return error(
          node.get(), "its pods are in their node's network, where no selector selects them");
    }
    boolean byAdministrators =
        !ConnectionSum.of(Stream.of(line)).minus(denied).equals(List.of(line));
    return error(
        subject(line),
        byAdministrators
            ? "policies of administrators deny what is wanted"
            : "no selector or block selects the other side as it is");
  }

  private static Reason error(Endpoint endpoint, String text) {
    return new Reason(endpoint, Severity.ERROR, INEXPRESSIBLE, text + "; not allowed");
  }

  private void unwanted(List<ConnectionLine> lines) {
    if (lines.stream().allMatch(ConnectionLine::isWithinPod)) {
      return;
    }
    ConnectionSum unwanted = ConnectionSum.of(lines.stream());
    List<ConnectionLine> granted = unwanted.minus(connections(base));
    granted.forEach(line -> difference(line, grantedReason(line)));
    unwanted.minus(ConnectionSum.of(granted.stream())).forEach(line -> {
      Endpoint endpoint = node(line).orElse(subject(line));
      String text = node(line).isPresent()
          ? "its pods are in their node's network, to which policies do not apply; allowed anyway"
          : "NetworkPolicies have no say; allowed anyway";
      difference(line, new Reason(endpoint, Severity.WARNING, UNAVOIDABLE, text));
    });
  }

  private Reason grantedReason(ConnectionLine line) {
    for (Endpoint endpoint : List.of(line.destination(), line.source())) {
      for (Set<Endpoint> alike : listedOf.values()) {
        if (alike.size() > 1 && alike.contains(endpoint)) {
          Endpoint twin =
              alike.stream().filter(one -> !one.equals(endpoint)).findFirst().orElseThrow();
          return new Reason(
              endpoint,
              Severity.ERROR,
              SAME_LABELS,
              "no label that lasts tells its pods from those of " + twin + "; allowed as well");
        }
      }
    }
    return new Reason(
        subject(line), Severity.ERROR, SAME_LABELS, "is selected with others; allowed as well");
  }

  private void difference(ConnectionLine line, Reason reason) {
    if (!line.isWithinPod()) {
      differences.computeIfAbsent(reason, r -> new ArrayList<>()).add(line);
    }
  }

  private static Endpoint subject(ConnectionLine line) {
    return line.destination() instanceof Endpoint.External ? line.source() : line.destination();
  }

  /** Returns the side that has pods which are their node to policies. */
  private Optional<Endpoint> node(ConnectionLine line) {
    return Stream.of(line.source(), line.destination())
        .filter(endpoint -> workings.directory().has(endpoint)
            && Arrays.stream(workings.directory().units(endpoint))
                .anyMatch(unit -> workings.engine().isNode(unit)))
        .findFirst();
  }

  private Problem problem(Reason reason, List<ConnectionLine> lines, WorkloadObjects objects) {
    int more = lines.size() - 1;
    String message =
        reason.text + ": " + lines.get(0) + (more == 0 ? "" : ", and " + more + " more");
    Optional<KubeObject> object = workings.directory().has(reason.endpoint)
        ? objects.of(workings
            .engine()
            .inventory()
            .units()
            .get(workings.directory().units(reason.endpoint)[0]))
        : Optional.empty();
    Location location =
        object.flatMap(one -> one.locate(WorkloadObjects.labels(one))).orElse(null);
    Problem problem = Problem.error(reason.code, location, message).withSeverity(reason.severity);
    return object
        .map(one -> problem.in(one.ref()).at(WorkloadObjects.labels(one)))
        .orElse(problem);
  }
}
