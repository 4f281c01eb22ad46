package io.plimsoll.netpol.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.netpol.api.NetworkPolicyEgressRule;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Protocol;
import io.plimsoll.netpol.engine.CompiledPolicy;
import io.plimsoll.netpol.engine.Row;
import io.plimsoll.netpol.engine.Unit;
import io.plimsoll.netpol.network.ClusterDns;
import io.plimsoll.netpol.network.WorkloadObjects;
import io.plimsoll.netpol.policy.NetworkPolicyTrees;
import io.plimsoll.netpol.policy.Policy;
import io.plimsoll.netpol.policy.WrittenPolicy;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Pods that are isolated for egress, and may connect to something, but not to the cluster's DNS, so that they find nothing by
 * its name; or to it by UDP only, which does not do for long answers. {@link DnsPermission} tells what counts.
 */
final class ForgottenDns extends LintCheck {

  private static final FieldPath EGRESS = FieldPath.of("spec", "egress");

  /** A rule of a policy. */
  private record Rule(WrittenPolicy policy, Policy.Rule rule) {}

  private final IdentityHashMap<Policy.Rule, Boolean> udp = new IdentityHashMap<>();
  private final IdentityHashMap<Policy.Rule, Boolean> tcp = new IdentityHashMap<>();
  private final IdentityHashMap<WrittenPolicy, List<Unit>> forgotten = new IdentityHashMap<>();
  private final IdentityHashMap<Policy.Rule, WrittenPolicy> udpOnly = new IdentityHashMap<>();

  ForgottenDns(LintedCluster cluster, Consumer<Finding> found) {
    super(cluster, found);
  }

  @Override
  void check() {
    IdentityHashMap<Row, Optional<WrittenPolicy>> known = new IdentityHashMap<>();
    cluster.present().forEach(one -> {
      List<Unit> units = cluster.unitsOf(one).stream()
          .filter(unit -> !ClusterDns.isServedBy(unit))
          .toList();
      if (!units.isEmpty()) {
        known
            .computeIfAbsent(cluster.engine().row(Direction.EGRESS, one), row -> judge(one))
            .ifPresent(policy ->
                forgotten.computeIfAbsent(policy, p -> new ArrayList<>()).addAll(units));
      }
    });
    forgotten.forEach(this::reportForgotten);
    udpOnly.forEach((rule, policy) -> reportUdpOnly(policy, rule));
  }

  /** Returns the policy that should allow it, if none does. */
  private Optional<WrittenPolicy> judge(int podClass) {
    WrittenPolicy first = null;
    Rule asks = null;
    boolean byTcp = false;
    for (CompiledPolicy compiled : cluster.engine().policies(Direction.EGRESS, podClass)) {
      WrittenPolicy policy = cluster.policy(compiled.policy());
      for (Policy.Rule rule : policy.policy().rules(Direction.EGRESS)) {
        first = first == null && policy.isNetworkPolicy() ? policy : first;
        asks = asks == null && isGiven(udp, rule, Protocol.UDP) ? new Rule(policy, rule) : asks;
        byTcp |= isGiven(tcp, rule, Protocol.TCP)
            || (isGiven(udp, rule, Protocol.UDP) && hasPort(rule, Protocol.TCP, port(rule)));
      }
    }
    if (first != null && asks != null && !byTcp && asks.policy.isNetworkPolicy()) {
      udpOnly.put(asks.rule, asks.policy);
    }
    return asks == null ? Optional.ofNullable(first) : Optional.empty();
  }

  /** Returns the port at which a rule has DNS listen. */
  private static int port(Policy.Rule rule) {
    return DnsPermission.PORTS.stream()
        .filter(port -> hasPort(rule, Protocol.UDP, port))
        .findFirst()
        .orElse(ClusterDns.PORT);
  }

  private static boolean hasPort(Policy.Rule rule, Protocol protocol, int port) {
    return rule.ports().numbers().contains(protocol, port);
  }

  private boolean isGiven(Map<Policy.Rule, Boolean> known, Policy.Rule rule, Protocol protocol) {
    return known.computeIfAbsent(rule, one -> DnsPermission.isGiven(one, protocol, cluster));
  }

  private void reportForgotten(WrittenPolicy policy, List<Unit> units) {
    Value rule = NetworkPolicyTrees.write(
        new NetworkPolicyEgressRule(ClusterDns.ports(), List.of(ClusterDns.peer())));
    int rules = policy.policy().egress().rules().size();
    String message = "no policy allows " + WorkloadObjects.names(units)
        + " to ask the cluster's DNS, so that they find no host by its name";
    report(LintRule.DNS_EGRESS_FORGOTTEN
        .at(policy.object(), EGRESS, message)
        .withFix(Patch.of(new Patch.Operation.Add(EGRESS.index(rules), rule))));
  }

  private void reportUdpOnly(WrittenPolicy policy, Policy.Rule rule) {
    FieldPath ports = policy.ports(rule);
    Finding finding = LintRule.DNS_TCP_FORGOTTEN.at(
        policy.object(),
        ports,
        "allows to ask DNS by UDP only: answers that are too long for it come by TCP");
    int size = policy.at(ports) instanceof SequenceValue list ? list.size() : 0;
    Value port = Value.from(new TreeMap<>(Map.of("protocol", "TCP", "port", port(rule))));
    report(finding.withFix(Patch.of(new Patch.Operation.Add(ports.index(size), port))));
  }
}
