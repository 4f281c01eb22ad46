package io.plimsoll.netpol.border;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.netpol.border.WorkloadIsolation.State;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.engine.ConnectionTable;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.engine.Row;
import io.plimsoll.netpol.network.Directory;
import io.plimsoll.netpol.network.Workings;
import io.plimsoll.netpol.policy.Peer;
import io.plimsoll.netpol.policy.Policy;
import io.plimsoll.netpol.policy.Ports;
import io.plimsoll.netpol.policy.Tier;
import io.plimsoll.netpol.policy.WrittenPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds how far policies close pods: class by class, then for the workloads that have pods of the classes. */
final class IsolationFinder {

  private final Engine engine;
  private final Directory directory;
  private final Map<String, List<Integer>> listedIn = new HashMap<>();
  private final Map<String, List<Policy>> ofAllPods = new HashMap<>();

  /** Whether rows allow everything with everybody; classes of pods often share theirs. */
  private final IdentityHashMap<Row, Boolean> open = new IdentityHashMap<>();

  IsolationFinder(Workings workings) {
    this.engine = workings.engine();
    this.directory = workings.directory();
    for (int i = 0; i < directory.listed().size(); i++) {
      String namespace = directory.listed().get(i).namespace();
      listedIn.computeIfAbsent(namespace, n -> new ArrayList<>()).add(i);
    }
    for (WrittenPolicy written : engine.inventory().policies()) {
      Peer.Pods subject = written.policy().subject();
      if (written.isNetworkPolicy() && subject.pods().equals(LabelSelector.EVERYTHING)) {
        ofAllPods
            .computeIfAbsent(subject.namespace(), n -> new ArrayList<>())
            .add(written.policy());
      }
    }
    for (Direction direction : Direction.values()) {
      int size = engine.spaceOf(direction).size();
      for (int one = 0; one < engine.classes().size(); one++) {
        open.computeIfAbsent(engine.row(direction, one), row -> allowsAll(row, size));
      }
    }
  }

  private static boolean allowsAll(Row row, int size) {
    for (int peer = 0; peer < size; peer++) {
      if (row.get(peer) != ConnectionTable.ALL) {
        return false;
      }
    }
    return true;
  }

  NamespaceIsolation find(String namespace, Direction direction) {
    List<Policy> deciding = ofAllPods.getOrDefault(namespace, List.of()).stream()
        .filter(policy -> policy.side(direction).applies())
        .toList();
    return new NamespaceIsolation(
        namespace,
        direction,
        deciding.stream().map(Policy::ref).sorted().toList(),
        deciding.stream().anyMatch(policy -> allowsAll(policy, direction)),
        listedIn.getOrDefault(namespace, List.of()).stream()
            .map(listed -> workload(direction, listed))
            .toList());
  }

  private static boolean allowsAll(Policy policy, Direction direction) {
    return policy.rules(direction).stream()
        .anyMatch(rule -> rule.ports().equals(Ports.ALL)
            && rule.peers().stream().anyMatch(Peer.Everything.class::isInstance));
  }

  private WorkloadIsolation workload(Direction direction, int listed) {
    State state = State.NODE;
    TreeSet<Integer> policies = new TreeSet<>();
    for (int one : directory.classesOf(listed)) {
      State here = state(direction, one);
      state = here.compareTo(state) < 0 ? here : state;
      for (int policy : engine.applying(direction, one)) {
        policies.add(policy);
      }
    }
    List<ObjectRef> names =
        policies.stream().map(number -> engine.policy(number).ref()).toList();
    return new WorkloadIsolation(directory.listed().get(listed), state, names);
  }

  private State state(Direction direction, int podClass) {
    if (engine.classes().get(podClass).node()) {
      return State.NODE;
    }
    if (open.getOrDefault(engine.row(direction, podClass), false)) {
      return State.OPEN;
    }
    for (int policy : engine.applying(direction, podClass)) {
      if (engine.policy(policy).tier() == Tier.NETWORK_POLICY) {
        return State.ISOLATED;
      }
    }
    return State.RESTRICTED;
  }
}
