package io.plimsoll.netpol.engine;

import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.LabelSelectorRequirement;
import io.plimsoll.netpol.policy.Peer;
import io.plimsoll.netpol.policy.Policy;
import io.plimsoll.netpol.policy.WrittenPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys of labels and the names of ports that some policy looks at: nothing else tells pods apart. */
final class Mentions {

  private final Set<String> podKeys = new HashSet<>();
  private final Set<String> namespaceKeys = new HashSet<>();
  private final Set<String> portNames = new HashSet<>();
  private final Set<String> namespaces = new HashSet<>();

  /** The selectors that have been looked at: equal ones are mostly the same. */
  private final Set<LabelSelector> ofPods = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Set<LabelSelector> ofNamespaces =
      Collections.newSetFromMap(new IdentityHashMap<>());

  Mentions(List<WrittenPolicy> policies) {
    for (WrittenPolicy written : policies) {
      Policy policy = written.policy();
      add(policy.subject());
      policy.ingress().rules().forEach(this::add);
      policy.egress().rules().forEach(this::add);
    }
  }

  private void add(Policy.Rule rule) {
    for (Peer peer : rule.peers()) {
      if (peer instanceof Peer.Pods pods) {
        add(pods);
      }
    }
    rule.ports().names().forEach(name -> portNames.add(name.name()));
  }

  private void add(Peer.Pods pods) {
    if (ofPods.add(pods.pods())) {
      add(podKeys, pods.pods());
    }
    if (pods.namespaces() == null) {
      namespaces.add(pods.namespace());
    } else if (ofNamespaces.add(pods.namespaces())) {
      add(namespaceKeys, pods.namespaces());
    }
  }

  private static void add(Set<String> keys, LabelSelector selector) {
    keys.addAll(selector.matchLabels().keySet());
    for (LabelSelectorRequirement requirement : selector.matchExpressions()) {
      keys.add(requirement.key());
    }
  }

  /** Returns those labels of a pod that some selector looks at. */
  Map<String, String> ofPod(Map<String, String> labels) {
    return only(labels, podKeys);
  }

  /** Returns those labels of a namespace that some selector looks at. */
  Map<String, String> ofNamespace(Map<String, String> labels) {
    return only(labels, namespaceKeys);
  }

  private static Map<String, String> only(Map<String, String> labels, Set<String> keys) {
    Map<String, String> only = new HashMap<>();
    for (Map.Entry<String, String> label : labels.entrySet()) {
      if (keys.contains(label.getKey())) {
        only.put(label.getKey(), label.getValue());
      }
    }
    return only;
  }

  /** Returns those ports that some rule gives by name, in a fixed order. */
  List<Unit.Port> namedPorts(List<Unit.Port> ports) {
    List<Unit.Port> named = new ArrayList<>(0);
    for (Unit.Port port : ports) {
      if (port.name() != null && portNames.contains(port.name()) && !named.contains(port)) {
        named.add(port);
      }
    }
    named.sort(Comparator.comparing(Unit.Port::protocol).thenComparingInt(Unit.Port::number));
    return named;
  }

  /** Returns whether a policy of the namespace selects pods of its own namespace. */
  boolean isAlone(String namespace) {
    return namespaces.contains(namespace);
  }
}
