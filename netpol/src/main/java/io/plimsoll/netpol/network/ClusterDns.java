package io.plimsoll.netpol.network;

import io.plimsoll.core.model.IntOrString;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.netpol.api.NetworkPolicyPeer;
import io.plimsoll.netpol.api.NetworkPolicyPort;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Protocol;
import io.plimsoll.netpol.engine.Inventory;
import io.plimsoll.netpol.engine.Unit;
import io.plimsoll.netpol.label.LabelConditions;
import io.plimsoll.netpol.policy.Peer;
import java.util.List;
import java.util.Map;

/**
 * The DNS of a cluster as every installer labels it, whatever serves it: pods with {@code k8s-app: kube-dns} in {@code
 * kube-system}. Manifests rarely have them.
 */
public final class ClusterDns {

  public static final int PORT = 53;

  private static final String NAMESPACE = "kube-system";
  private static final Map<String, String> NAMESPACE_LABELS =
      Map.of(Namespace.NAME_LABEL, NAMESPACE);
  private static final Map<String, String> POD_LABELS = Map.of("k8s-app", "kube-dns");

  private ClusterDns() {}

  /** Returns whether a peer selects pods of the DNS, be they among the manifests or not. */
  public static boolean isSelected(Peer.Pods peer, Inventory inventory) {
    boolean there = peer.namespaces() == null
        ? peer.namespace().equals(NAMESPACE)
        : LabelConditions.isSelected(
            peer.namespaces(), inventory.namespaces().getOrDefault(NAMESPACE, NAMESPACE_LABELS));
    return there && LabelConditions.isSelected(peer.pods(), POD_LABELS);
  }

  /** Returns whether a pod of the manifests is one of the DNS. */
  public static boolean isServedBy(Unit unit) {
    return unit.namespace().equals(NAMESPACE)
        && unit.labels().entrySet().containsAll(POD_LABELS.entrySet());
  }

  /** Returns the peer that is the DNS, for a policy of any namespace. */
  public static NetworkPolicyPeer peer() {
    return new NetworkPolicyPeer(pods(), new LabelSelector(NAMESPACE_LABELS, List.of()), null);
  }

  /** Returns what selects the pods that serve it, in their namespace. */
  public static LabelSelector pods() {
    return new LabelSelector(POD_LABELS, List.of());
  }

  /** Returns the connections by which it is asked. */
  public static ConnectionSet connections() {
    return ConnectionSet.of(Protocol.UDP, PORT).union(ConnectionSet.of(Protocol.TCP, PORT));
  }

  /** Returns the ports at which it is asked. */
  public static List<NetworkPolicyPort> ports() {
    return List.of(port("UDP"), port("TCP"));
  }

  private static NetworkPolicyPort port(String protocol) {
    return new NetworkPolicyPort(protocol, IntOrString.of(PORT), null);
  }
}
