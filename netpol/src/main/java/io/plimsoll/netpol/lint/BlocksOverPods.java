package io.plimsoll.netpol.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.IpAddress;
import io.plimsoll.netpol.engine.Unit;
import io.plimsoll.netpol.policy.Peer;
import io.plimsoll.netpol.policy.WrittenPolicy;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * An {@code ipBlock} with addresses that pods of the manifests have: whether it is about pods is up to the network plug-in, and
 * addresses of pods change. A block of all addresses is not meant for pods, and is left alone.
 */
final class BlocksOverPods extends LintCheck {

  BlocksOverPods(LintedCluster cluster, Consumer<Finding> found) {
    super(cluster, found);
  }

  @Override
  void check() {
    NavigableMap<IpAddress, Unit> pods = new TreeMap<>();
    cluster.unitsOf(cluster.present()).stream()
        .filter(unit -> !cluster.isNode(unit))
        .forEach(unit -> unit.addresses().forEach(address -> pods.putIfAbsent(address, unit)));
    if (pods.isEmpty()) {
      return;
    }
    eachRule((policy, direction, rule) -> {
      for (int i = 0; policy.isNetworkPolicy() && i < rule.peers().size(); i++) {
        if (rule.peers().get(i) instanceof Peer.Addresses block) {
          check(policy, WrittenPolicy.peers(direction, rule).index(i), block, pods);
        }
      }
    });
  }

  private void check(
      WrittenPolicy policy,
      FieldPath peer,
      Peer.Addresses block,
      NavigableMap<IpAddress, Unit> pods) {
    if (coversAll(block)) {
      return;
    }
    for (AddressRange range : block.ranges()) {
      Map.Entry<IpAddress, Unit> pod = pods.ceilingEntry(range.first());
      if (pod != null && range.contains(pod.getKey())) {
        String message =
            "has the address " + pod.getKey() + " of " + pod.getValue().endpoint()
                + "; whether a block is about pods is up to the network plug-in, and a podSelector always is";
        report(policy, peer.field("ipBlock").field("cidr"), LintRule.IP_BLOCK_OVER_PODS, message);
        return;
      }
    }
  }

  /** Returns whether a block starts and ends with all addresses of a family, whatever it leaves out. */
  private static boolean coversAll(Peer.Addresses block) {
    if (block.ranges().isEmpty()) {
      return true;
    }
    IpAddress first = block.ranges().get(0).first();
    IpAddress last = block.ranges().get(block.ranges().size() - 1).last();
    AddressFamily family = first.family();
    return first.equals(IpAddress.bound(family, false))
        && last.equals(IpAddress.bound(family, true));
  }
}
