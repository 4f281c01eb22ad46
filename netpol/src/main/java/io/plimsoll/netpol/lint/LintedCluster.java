package io.plimsoll.netpol.lint;

import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.engine.PodSelection;
import io.plimsoll.netpol.engine.Unit;
import io.plimsoll.netpol.label.LabelConditions;
import io.plimsoll.netpol.network.WorkloadObjects;
import io.plimsoll.netpol.policy.Peer;
import io.plimsoll.netpol.policy.Policy;
import io.plimsoll.netpol.policy.WrittenPolicy;
import io.plimsoll.netpol.set.PeerSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A cluster as lint rules look at it: its policies with their objects, and which pods their selectors select. */
final class LintedCluster {

  private final Connectivity network;
  private final Engine engine;
  private final PodSelection selection;
  private final IdentityHashMap<Policy, WrittenPolicy> byPolicy = new IdentityHashMap<>();
  private final Map<String, KubeObject> namespaceObjects = new HashMap<>();
  private final List<List<Unit>> unitsOfClass = new ArrayList<>();
  private final Map<String, List<Unit>> unitsOfNamespace = new HashMap<>();
  private final WorkloadObjects workloads;
  private final PeerSet present;

  LintedCluster(Connectivity network) {
    this.network = network;
    this.engine = network.workings().engine();
    this.selection = new PodSelection(engine.classes());
    this.workloads = new WorkloadObjects(network.cluster());
    policies().forEach(one -> byPolicy.put(one.policy(), one));
    network
        .cluster()
        .objects(Namespace.KIND)
        .forEach(object -> namespaceObjects.put(object.ref().name(), object));
    addUnits();
    long[] bits = new long[(unitsOfClass.size() + 63) >>> 6];
    for (int i = 0; i < unitsOfClass.size(); i++) {
      if (!unitsOfClass.get(i).isEmpty()) {
        bits[i >>> 6] |= 1L << i;
      }
    }
    this.present = PeerSet.ofBits(bits);
  }

  /** What stands for ingress controllers is no pod of the manifests. */
  private void addUnits() {
    for (int i = 0; i < engine.classes().size(); i++) {
      unitsOfClass.add(new ArrayList<>(1));
    }
    List<Unit> units = engine.inventory().units();
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      if (!(unit.workload() instanceof Endpoint.IngressController)) {
        unitsOfClass.get(engine.classes().ofUnit(i)).add(unit);
        unitsOfNamespace
            .computeIfAbsent(unit.namespace(), n -> new ArrayList<>())
            .add(unit);
      }
    }
  }

  Connectivity network() {
    return network;
  }

  Engine engine() {
    return engine;
  }

  /** Returns the policies that the plug-in enforces, kind by kind. */
  List<WrittenPolicy> policies() {
    return engine.inventory().policies();
  }

  /** Returns the policy whose rules the engine has from this one. */
  WrittenPolicy policy(Policy policy) {
    WrittenPolicy linted = byPolicy.get(policy);
    if (linted == null) {
      throw new IllegalStateException("not a policy of this cluster: " + policy.ref());
    }
    return linted;
  }

  /** Returns the classes of pods of the manifests that a peer selects. */
  PeerSet select(Peer.Pods peer) {
    return selection.select(peer).and(present);
  }

  /** Returns all classes of pods of the manifests. */
  PeerSet present() {
    return present;
  }

  /** Returns the pods of a class. */
  List<Unit> unitsOf(int podClass) {
    return unitsOfClass.get(podClass);
  }

  /** Returns the pods of some classes. */
  List<Unit> unitsOf(PeerSet classes) {
    List<Unit> units = new ArrayList<>();
    classes.forEach(one -> units.addAll(unitsOfClass.get(one)));
    return units;
  }

  /** Returns the pods of a namespace. */
  List<Unit> unitsIn(String namespace) {
    return unitsOfNamespace.getOrDefault(namespace, List.of());
  }

  /** Returns whether no policy applies to a pod because it is its node to them. */
  boolean isNode(Unit unit) {
    return engine.reading().isNode(unit);
  }

  /** Returns the names of the namespaces that a peer looks at, in order. */
  Set<String> namespaces(Peer.Pods peer) {
    if (peer.namespaces() == null) {
      return Set.of(peer.namespace());
    }
    Set<String> names = new HashSet<>();
    engine.inventory().namespaces().forEach((name, labels) -> {
      if (LabelConditions.isSelected(peer.namespaces(), labels)) {
        names.add(name);
      }
    });
    return names;
  }

  /** Returns the labels of the namespaces that the manifests have, or have pods of. */
  List<Map<String, String>> namespaceLabels() {
    List<Map<String, String>> labels = new ArrayList<>();
    engine.inventory().namespaces().forEach((name, all) -> {
      if (namespaceObjects.containsKey(name) || unitsOfNamespace.containsKey(name)) {
        labels.add(all);
      }
    });
    return labels;
  }

  /** Returns the object of a namespace, if the manifests have it. */
  Optional<KubeObject> namespaceObject(String name) {
    return Optional.ofNullable(namespaceObjects.get(name));
  }

  /** Returns the object that makes a pod, or else the pod. */
  WorkloadObjects workloads() {
    return workloads;
  }
}
