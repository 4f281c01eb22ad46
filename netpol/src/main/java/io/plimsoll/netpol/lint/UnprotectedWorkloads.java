package io.plimsoll.netpol.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.engine.Row;
import io.plimsoll.netpol.engine.Unit;
import io.plimsoll.netpol.network.WorkloadObjects;
import io.plimsoll.netpol.policy.Tier;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A workload that no policy isolates in a direction: no NetworkPolicy selects it, and no policy of administrators keeps it from
 * anybody.
 *
 * <p>Where that is true of all workloads of a namespace, it is said once, of the namespace. To leave it out for egress is common,
 * and a note only; so is all of it where there are no policies whatsoever.
 */
final class UnprotectedWorkloads extends LintCheck {

  private final IdentityHashMap<Row, Boolean> cutsOff = new IdentityHashMap<>();

  UnprotectedWorkloads(LintedCluster cluster, Consumer<Finding> found) {
    super(cluster, found);
  }

  @Override
  void check() {
    for (Direction direction : Direction.values()) {
      Map<String, Map<Endpoint, Unit>> open = new TreeMap<>();
      Map<String, Map<Endpoint, Unit>> all = new TreeMap<>();
      cluster.present().forEach(one -> {
        boolean isOpen = !isIsolated(direction, one);
        for (Unit unit : cluster.unitsOf(one)) {
          if (!cluster.isNode(unit)) {
            add(all, unit);
            if (isOpen) {
              add(open, unit);
            }
          }
        }
      });
      open.forEach((namespace, workloads) -> report(
          direction,
          namespace,
          workloads,
          workloads.size() == all.getOrDefault(namespace, Map.of()).size()));
    }
  }

  private boolean hasNoPolicies() {
    return cluster.engine().inventory().policies().isEmpty();
  }

  private static void add(Map<String, Map<Endpoint, Unit>> to, Unit unit) {
    to.computeIfAbsent(unit.namespace(), n -> new TreeMap<>()).putIfAbsent(unit.workload(), unit);
  }

  private boolean isIsolated(Direction direction, int podClass) {
    int[] applying = cluster.engine().applying(direction, podClass);
    for (int number : applying) {
      if (cluster.engine().policy(number).tier() == Tier.NETWORK_POLICY) {
        return true;
      }
    }
    return applying.length > 0
        && cutsOff.computeIfAbsent(
            cluster.engine().row(direction, podClass), row -> cutsOff(direction, row));
  }

  private boolean cutsOff(Direction direction, Row row) {
    int size = cluster.engine().spaceOf(direction).size();
    for (int peer = 0; peer < size; peer++) {
      if (cluster
          .engine()
          .reading()
          .unfiltered()
          .containsAll(cluster.engine().set(row.get(peer)))) {
        return true;
      }
    }
    return false;
  }

  private void report(
      Direction direction, String namespace, Map<Endpoint, Unit> workloads, boolean all) {
    boolean ingress = direction == Direction.INGRESS;
    Severity severity = (all && !ingress) || hasNoPolicies() ? Severity.INFO : Severity.WARNING;
    String open = ingress
        ? " for ingress: everybody may connect to them"
        : " for egress: they may connect to everybody";
    if (!all || workloads.size() == 1) {
      workloads
          .values()
          .forEach(unit -> cluster
              .workloads()
              .of(unit)
              .ifPresent(object -> report(LintRule.UNPROTECTED_WORKLOAD.at(
                  object,
                  WorkloadObjects.labels(object),
                  severity,
                  "no policy isolates its pods" + open))));
      return;
    }
    String message = "no policy isolates any of the " + workloads.size()
        + " workloads of namespace \"" + namespace + "\"" + open;
    Unit first = workloads.values().iterator().next();
    cluster
        .namespaceObject(namespace)
        .or(() -> cluster.workloads().of(first))
        .ifPresent(object -> report(LintRule.UNPROTECTED_NAMESPACE.at(
            object, FieldPath.of("metadata", "name"), severity, message)));
  }
}
