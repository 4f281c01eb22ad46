package io.plimsoll.netpol.policy;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.IntOrString;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.LabelSelectorRequirement;
import io.plimsoll.netpol.api.IpBlock;
import io.plimsoll.netpol.api.NetworkPolicy;
import io.plimsoll.netpol.api.NetworkPolicyEgressRule;
import io.plimsoll.netpol.api.NetworkPolicyIngressRule;
import io.plimsoll.netpol.api.NetworkPolicyPeer;
import io.plimsoll.netpol.api.NetworkPolicyPort;
import io.plimsoll.netpol.api.NetworkPolicySpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes NetworkPolicies as trees, in the order in which people write their fields. */
public final class NetworkPolicyTrees {

  private NetworkPolicyTrees() {}

  public static MappingValue write(NetworkPolicy policy) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("apiVersion", NetworkPolicy.KIND.apiVersion());
    tree.put("kind", NetworkPolicy.KIND.kind());
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", policy.metadata().nameOrEmpty());
    metadata.put("namespace", policy.metadata().namespaceOrEmpty());
    tree.put("metadata", metadata);
    tree.put("spec", spec(policy.spec()));
    return (MappingValue) Value.from(tree);
  }

  private static Map<String, Object> spec(NetworkPolicySpec spec) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("podSelector", selector(spec.podSelector()));
    if (!spec.policyTypes().isEmpty()) {
      tree.put("policyTypes", spec.policyTypes());
    }
    if (!spec.ingress().isEmpty()) {
      tree.put("ingress", spec.ingress().stream().map(NetworkPolicyTrees::write).toList());
    }
    if (!spec.egress().isEmpty()) {
      tree.put("egress", spec.egress().stream().map(NetworkPolicyTrees::write).toList());
    }
    return tree;
  }

  private static Value write(NetworkPolicyIngressRule rule) {
    return rule("from", rule.from(), rule.ports());
  }

  public static Value write(NetworkPolicyEgressRule rule) {
    return rule("to", rule.to(), rule.ports());
  }

  private static Value rule(
      String direction, List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (!peers.isEmpty()) {
      tree.put(direction, peers.stream().map(NetworkPolicyTrees::peer).toList());
    }
    if (!ports.isEmpty()) {
      tree.put("ports", ports.stream().map(NetworkPolicyTrees::port).toList());
    }
    return Value.from(tree);
  }

  private static Map<String, Object> peer(NetworkPolicyPeer peer) {
    Map<String, Object> tree = new LinkedHashMap<>();
    LabelSelector namespaces = peer.namespaceSelector();
    LabelSelector pods = peer.podSelector();
    IpBlock block = peer.ipBlock();
    if (namespaces != null) {
      tree.put("namespaceSelector", selector(namespaces));
    }
    if (pods != null) {
      tree.put("podSelector", selector(pods));
    }
    if (block != null) {
      Map<String, Object> addresses = new LinkedHashMap<>();
      addresses.put("cidr", block.cidr());
      if (!block.except().isEmpty()) {
        addresses.put("except", block.except());
      }
      tree.put("ipBlock", addresses);
    }
    return tree;
  }

  private static Map<String, Object> port(NetworkPolicyPort port) {
    Map<String, Object> tree = new LinkedHashMap<>();
    String protocol = port.protocol();
    IntOrString first = port.port();
    Integer last = port.endPort();
    if (protocol != null) {
      tree.put("protocol", protocol);
    }
    if (first != null) {
      tree.put("port", first.number() == null ? first.toString() : first.number());
    }
    if (last != null) {
      tree.put("endPort", last);
    }
    return tree;
  }

  private static Map<String, Object> selector(LabelSelector selector) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (!selector.matchLabels().isEmpty()) {
      tree.put("matchLabels", selector.matchLabels());
    }
    if (!selector.matchExpressions().isEmpty()) {
      tree.put(
          "matchExpressions",
          selector.matchExpressions().stream()
              .map(NetworkPolicyTrees::requirement)
              .toList());
    }
    return tree;
  }

  private static Map<String, Object> requirement(LabelSelectorRequirement requirement) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("key", requirement.key());
    tree.put("operator", requirement.operator());
    if (!requirement.values().isEmpty()) {
      tree.put("values", requirement.values());
    }
    return tree;
  }
}
