package io.plimsoll.netpol.exposure;

import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.engine.Inventory;
import io.plimsoll.netpol.engine.PodSelection;
import io.plimsoll.netpol.engine.Unit;
import io.plimsoll.netpol.policy.Peer;
import io.plimsoll.netpol.policy.Policy;
import io.plimsoll.netpol.policy.WrittenPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Pods that the rules of policies describe and that need not exist, in a cluster with one such pod each, and one of which no rule
 * says anything.
 *
 * <p>Left out are those that a pod of the cluster is an example of, if the rule asks for something of both the pod and its
 * namespace; and those of which it asks for nothing at all. Their namespaces have no policies and no labels but those asked for,
 * also where a namespace of that name is known.
 */
final class Strangers {

  /**
   * A pod that need not exist.
   *
   * @param peer how rules describe it
   * @param unit its number in the cluster
   */
  record Stranger(ExposedPeer.Pods peer, int unit) {}

  /** Stands before names and keys that no object may have. */
  private static final String NOWHERE = "\0";

  /** The label by which rules find a namespace of a name, the real one and that of the strangers. */
  private static final String CALLED = NOWHERE + "name";

  private final Inventory known;
  private final Map<String, Map<String, String>> namespaces = new TreeMap<>();
  private final List<Unit> units;
  private final int anyone;
  private final Map<String, Stranger> byText = new TreeMap<>();

  Strangers(Engine engine) {
    this.known = engine.inventory();
    this.units = new ArrayList<>(known.units());
    known.namespaces().forEach((name, labels) -> namespaces.put(name, called(name, labels)));
    namespaces.put(NOWHERE, Map.of());
    this.anyone = units.size();
    units.add(unit(NOWHERE, Map.of()));
    PodSelection present = new PodSelection(engine.classes());
    described().stream().filter(peer -> !isKnown(peer, present)).forEach(this::add);
  }

  private static Map<String, String> called(String name, Map<String, String> labels) {
    Map<String, String> more = new HashMap<>(labels);
    more.put(CALLED, name);
    return more;
  }

  private Set<ExposedPeer.Pods> described() {
    Set<ExposedPeer.Pods> described = new LinkedHashSet<>();
    for (WrittenPolicy written : known.policies()) {
      Policy policy = written.policy();
      for (Direction direction : Direction.values()) {
        for (Policy.Rule rule : policy.rules(direction)) {
          for (Peer peer : rule.peers()) {
            if (peer instanceof Peer.Pods pods) {
              describe(pods, described);
            }
          }
        }
      }
    }
    return described;
  }

  private static void describe(Peer.Pods peer, Set<ExposedPeer.Pods> to) {
    Set<LabelSelector> spaces =
        peer.namespaces() == null ? Set.of() : LabelTerms.of(peer.namespaces());
    for (LabelSelector pods : LabelTerms.of(peer.pods())) {
      if (peer.namespaces() == null) {
        to.add(named(peer.namespace(), pods));
      }
      for (LabelSelector space : spaces) {
        String name = space.matchLabels().get(Namespace.NAME_LABEL);
        boolean alone =
            space.matchLabels().size() == 1 && space.matchExpressions().isEmpty();
        to.add(
            name != null && alone
                ? named(name, pods)
                : new ExposedPeer.Pods(Optional.empty(), space, pods));
      }
    }
  }

  private static ExposedPeer.Pods named(String namespace, LabelSelector pods) {
    return new ExposedPeer.Pods(Optional.of(namespace), LabelSelector.EVERYTHING, pods);
  }

  private boolean isKnown(ExposedPeer.Pods peer, PodSelection present) {
    boolean anyPod = peer.pods().equals(LabelSelector.EVERYTHING);
    boolean anySpace =
        peer.namespace().isEmpty() && peer.namespaces().equals(LabelSelector.EVERYTHING);
    if (anyPod || anySpace) {
      return anyPod && anySpace;
    }
    String name = peer.namespace().orElse("");
    if (peer.namespace().isEmpty()) {
      return !present.select(new Peer.Pods(peer.namespaces(), "", peer.pods())).isEmpty();
    }
    return known.namespaces().containsKey(name)
        && !present.select(new Peer.Pods(null, name, peer.pods())).isEmpty();
  }

  private void add(ExposedPeer.Pods peer) {
    String namespace = NOWHERE + peer.namespace().orElseGet(() -> "{" + peer.namespaces());
    Map<String, String> labels = peer.namespace()
        .map(name -> called(name, Map.of(Namespace.NAME_LABEL, name)))
        .orElseGet(() -> LabelTerms.labels(peer.namespaces()));
    namespaces.put(namespace, labels);
    byText.put(peer.toString(), new Stranger(peer, units.size()));
    units.add(unit(namespace, LabelTerms.labels(peer.pods())));
  }

  private Unit unit(String namespace, Map<String, String> labels) {
    String name = NOWHERE + units.size();
    return new Unit(
        namespace,
        name,
        new Endpoint.Pod(namespace, name),
        labels,
        List.of(),
        false,
        List.of(),
        List.of(),
        null);
  }

  /** Returns the pod of which no rule says anything. */
  int anyone() {
    return anyone;
  }

  /** Returns the pods that rules describe, in the order of their texts. */
  Collection<Stranger> all() {
    return byText.values();
  }

  /** Returns the cluster with these pods. */
  Inventory inventory() {
    List<WrittenPolicy> policies =
        known.policies().stream().map(one -> one.as(byLabel(one.policy()))).toList();
    return new Inventory(
        namespaces, units, known.nodes(), known.written(), policies, known.entrances());
  }

  /** Returns a policy whose rules find the pods of its own namespace by a label of it. */
  private static Policy byLabel(Policy policy) {
    return new Policy(
        policy.ref(),
        policy.tier(),
        policy.priority(),
        policy.subject(),
        byLabel(policy.ingress()),
        byLabel(policy.egress()));
  }

  private static Policy.Side byLabel(Policy.Side side) {
    List<Policy.Rule> rules = new ArrayList<>(side.rules().size());
    for (Policy.Rule rule : side.rules()) {
      List<Peer> peers = rule.peers().stream().map(Strangers::byLabel).toList();
      rules.add(new Policy.Rule(rule.path(), rule.action(), peers, rule.ports()));
    }
    return new Policy.Side(side.applies(), rules);
  }

  private static Peer byLabel(Peer peer) {
    return peer instanceof Peer.Pods pods && pods.namespaces() == null
        ? new Peer.Pods(
            new LabelSelector(Map.of(CALLED, pods.namespace()), List.of()), "", pods.pods())
        : peer;
  }
}
