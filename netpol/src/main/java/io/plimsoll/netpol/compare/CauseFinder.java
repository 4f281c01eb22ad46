package io.plimsoll.netpol.compare;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.Explanation;
import io.plimsoll.netpol.SideDecision;
import io.plimsoll.netpol.SideDecision.Reason;
import io.plimsoll.netpol.api.Node;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.engine.Unit;
import io.plimsoll.netpol.way.Lead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds what is why some connections differ between two clusters: the policies that decide of them in one of the clusters and
 * are not the same in the other; or else what those policies look at.
 */
final class CauseFinder {

  private final Connectivity before;
  private final Connectivity after;
  private final PolicyChanges policies;
  private final List<Cause> nodes;

  CauseFinder(Connectivity before, Connectivity after, PolicyChanges policies) {
    this.before = before;
    this.after = after;
    this.policies = policies;
    this.nodes = nodes();
  }

  private List<Cause> nodes() {
    Map<String, Node> first = new TreeMap<>();
    Map<String, Node> second = new TreeMap<>();
    before
        .workings()
        .engine()
        .inventory()
        .nodes()
        .forEach(n -> first.put(n.metadata().nameOrEmpty(), n));
    after
        .workings()
        .engine()
        .inventory()
        .nodes()
        .forEach(n -> second.put(n.metadata().nameOrEmpty(), n));
    Set<String> names = new TreeSet<>(first.keySet());
    names.addAll(second.keySet());
    List<Cause> changed = new ArrayList<>();
    for (String name : names) {
      Node was = first.get(name);
      Node is = second.get(name);
      boolean same = was != null
          && is != null
          && was.ips().equals(is.ips())
          && was.metadata().labels().equals(is.metadata().labels());
      if (!same) {
        changed.add(new Cause.Node(ChangeType.of(was != null, is != null), name));
      }
    }
    return changed;
  }

  List<Cause> find(Endpoint source, Endpoint destination, ConnectionSet was, ConnectionSet is) {
    List<Cause> causes = new ArrayList<>();
    for (Endpoint end : List.of(source, destination)) {
      if (has(before, end) != has(after, end) && !(end instanceof Endpoint.IngressController)) {
        causes.add(new Cause.Workload(ChangeType.of(has(before, end), has(after, end)), end));
      }
    }
    if (source instanceof Endpoint.IngressController && causes.isEmpty()) {
      causes.addAll(entrances(destination));
    }
    if (causes.isEmpty()) {
      causes.addAll(policies(source, destination, was.minus(is).union(is.minus(was))));
    }
    if (causes.isEmpty()) {
      // Both ends may be in the one namespace whose labels are others.
      Set<Cause> around = new LinkedHashSet<>(surroundings(source));
      around.addAll(surroundings(destination));
      causes.addAll(around);
    }
    if (causes.isEmpty()) {
      causes.addAll(nodes);
    }
    return causes.isEmpty() ? isolating(source, destination) : causes;
  }

  /**
   * Returns the changed policies that apply to an end. What an isolated pod's own node may do, no rule decides: it is the
   * isolation that lets it.
   */
  private List<Cause> isolating(Endpoint source, Endpoint destination) {
    Set<ObjectRef> applying = new TreeSet<>();
    for (Connectivity cluster : List.of(before, after)) {
      addApplying(cluster, Direction.EGRESS, source, applying);
      addApplying(cluster, Direction.INGRESS, destination, applying);
    }
    return changed(applying);
  }

  private static void addApplying(
      Connectivity cluster, Direction direction, Endpoint end, Set<ObjectRef> to) {
    if (cluster.workings().directory().has(end)) {
      for (int unit : cluster.workings().directory().units(end)) {
        cluster
            .workings()
            .engine()
            .policies(direction, cluster.workings().engine().classes().ofUnit(unit))
            .forEach(policy -> to.add(policy.policy().ref()));
      }
    }
  }

  private static boolean has(Connectivity cluster, Endpoint endpoint) {
    return endpoint instanceof Endpoint.External
        || cluster.workings().directory().has(endpoint);
  }

  private List<Cause> policies(Endpoint source, Endpoint destination, ConnectionSet differing) {
    Set<ObjectRef> deciding = new TreeSet<>();
    List<Explanation.Part> second = after.decide(source, destination, differing).parts();
    for (Explanation.Part was : before.decide(source, destination, differing).parts()) {
      for (Explanation.Part is : second) {
        boolean flips = was.allowed() != is.allowed();
        if (flips && !was.connections().intersect(is.connections()).isEmpty()) {
          for (Direction direction : Direction.values()) {
            addDeciding(was.decision().side(direction), is.decision().side(direction), deciding);
          }
        }
      }
    }
    return changed(deciding);
  }

  private List<Cause> changed(Set<ObjectRef> refs) {
    List<Cause> causes = new ArrayList<>();
    for (ObjectRef ref : refs) {
      policies.of(ref).ifPresent(change -> causes.add(new Cause.Policy(change, ref)));
    }
    return causes;
  }

  /**
   * Where NetworkPolicies decide before and after, it is those whose rules allow that matter; the others have isolated the pod
   * all the time.
   */
  private static void addDeciding(SideDecision was, SideDecision is, Set<ObjectRef> deciding) {
    if (was.allowed() == is.allowed()) {
      return;
    }
    boolean sum = was.reason() == Reason.NETWORK_POLICY && is.reason() == Reason.NETWORK_POLICY;
    for (SideDecision side : List.of(was, is)) {
      side.passedBy().forEach(rule -> deciding.add(rule.policy()));
      if (!sum || side.allowed()) {
        side.decidedBy().forEach(rule -> deciding.add(rule.policy()));
      }
    }
  }

  /** Returns what has changed about an endpoint itself and its namespace. */
  private List<Cause> surroundings(Endpoint endpoint) {
    if (endpoint instanceof Endpoint.External || !has(before, endpoint) || !has(after, endpoint)) {
      return List.of();
    }
    List<Cause> causes = new ArrayList<>();
    if (!units(before, endpoint).equals(units(after, endpoint))) {
      causes.add(new Cause.Workload(ChangeType.CHANGED, endpoint));
    }
    String namespace = endpoint.namespace();
    Map<String, String> was =
        before.workings().engine().inventory().namespaces().get(namespace);
    Map<String, String> is = after.workings().engine().inventory().namespaces().get(namespace);
    if (!Objects.equals(was, is)) {
      causes.add(new Cause.Namespace(ChangeType.CHANGED, namespace));
    }
    return causes;
  }

  private static List<Unit> units(Connectivity cluster, Endpoint endpoint) {
    List<Unit> units = new ArrayList<>();
    for (int unit : cluster.workings().directory().units(endpoint)) {
      units.add(cluster.workings().engine().inventory().units().get(unit));
    }
    return units;
  }

  private List<Cause> entrances(Endpoint destination) {
    Map<List<ObjectRef>, ConnectionSet> first = entrances(before, destination);
    Map<List<ObjectRef>, ConnectionSet> second = entrances(after, destination);
    Set<List<ObjectRef>> ways = new LinkedHashSet<>(first.keySet());
    ways.addAll(second.keySet());
    List<Cause> causes = new ArrayList<>();
    for (List<ObjectRef> way : ways) {
      ConnectionSet was = first.get(way);
      ConnectionSet is = second.get(way);
      if (!Objects.equals(was, is)) {
        causes.add(
            new Cause.Entrance(ChangeType.of(was != null, is != null), way.get(0), way.get(1)));
      }
    }
    return causes;
  }

  private static Map<List<ObjectRef>, ConnectionSet> entrances(
      Connectivity cluster, Endpoint destination) {
    Map<List<ObjectRef>, ConnectionSet> ways = new HashMap<>();
    for (int unit : cluster.workings().directory().units(destination)) {
      for (Lead way : cluster.workings().entrances().of(unit)) {
        ways.merge(List.of(way.object(), way.service()), way.connections(), ConnectionSet::union);
      }
    }
    return ways;
  }
}
