package io.plimsoll.netpol;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.model.Fields;
import io.plimsoll.netpol.connection.PortRange;
import io.plimsoll.netpol.connection.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A port that a rule gives by a name that no container has: on the selected pods for ingress, on the peers for egress; and a
 * number in quotes, which is a name.
 *
 * <p>Nothing is said where a peer of the rule selects no pod of the manifests, which may be the one that has the port.
 */
final class PortNames extends LintRule {

  static final String UNKNOWN = "netpol/unknown-port-name";
  static final String QUOTED = "netpol/quoted-port";

  PortNames(LintedCluster cluster, Consumer<Finding> found) {
    super(cluster, found);
  }

  @Override
  void check() {
    for (LintedPolicy policy : cluster.policies()) {
      for (Direction direction : Direction.values()) {
        for (Policy.Rule rule : policy.policy().rules(direction)) {
          check(policy, direction, rule);
        }
      }
    }
  }

  private void check(LintedPolicy policy, Direction direction, Policy.Rule rule) {
    FieldPath ports = policy.ports(rule);
    if (rule.ports().names().isEmpty() || !(policy.at(ports) instanceof SequenceValue list)) {
      return;
    }
    Optional<List<Unit>> pods = pods(policy, direction, rule);
    for (int i = 0; i < list.size(); i++) {
      Fields item = Fields.of(list.get(i));
      String field = field(policy);
      String name = item.string(field);
      FieldPath path = ports.index(i).field(field);
      if (name == null) {
        continue;
      }
      if (name.matches("[0-9]{1,5}")) {
        quoted(policy, path, name);
      } else {
        pods.ifPresent(
            units -> unknown(policy, direction, path, name, protocol(policy, item), units));
      }
    }
  }

  private static String field(LintedPolicy policy) {
    return switch (policy.policy().ref().kind()) {
      case "NetworkPolicy" -> "port";
      case "ClusterNetworkPolicy" -> "destinationNamedPort";
      default -> "namedPort";
    };
  }

  /** Returns the protocol that the port must have; {@code null} if it may have any. */
  private static @Nullable Protocol protocol(LintedPolicy policy, Fields item) {
    if (!policy.isNetworkPolicy()) {
      return null;
    }
    String protocol = item.string("protocol");
    return Protocol.tryParse(protocol == null ? "TCP" : protocol).orElse(null);
  }

  /** Returns the pods whose ports the names are of, if all of them are known. */
  private Optional<List<Unit>> pods(LintedPolicy policy, Direction direction, Policy.Rule rule) {
    if (direction == Direction.INGRESS) {
      List<Unit> subjects = cluster.unitsOf(cluster.select(policy.policy().subject()));
      return subjects.isEmpty() ? Optional.empty() : Optional.of(subjects);
    }
    PeerSet selected = PeerSet.EMPTY;
    for (Peer peer : rule.peers()) {
      PeerSet pods = peer instanceof Peer.Pods some ? cluster.select(some) : PeerSet.EMPTY;
      boolean unknown = peer instanceof Peer.Pods && pods.isEmpty();
      if (unknown || peer instanceof Peer.Everything || peer instanceof Peer.Nobody) {
        return Optional.empty();
      }
      selected = selected.or(pods);
    }
    return Optional.of(cluster.unitsOf(selected));
  }

  private void quoted(LintedPolicy policy, FieldPath path, String name) {
    int number = Integer.parseInt(name);
    Finding finding = Finding.of(
        policy.object(),
        path,
        QUOTED,
        Severity.ERROR,
        "in quotes, \"" + name + "\" is the name of a port and not its number");
    boolean valid = number >= PortRange.MIN && number <= PortRange.MAX;
    report(
        valid
            ? finding.withFix(Patch.of(new Patch.Operation.Replace(path, ScalarValue.of(number))))
            : finding);
  }

  private void unknown(
      LintedPolicy policy,
      Direction direction,
      FieldPath path,
      String name,
      @Nullable Protocol protocol,
      List<Unit> units) {
    if (ports(units).noneMatch(port -> name.equals(port.name()) && fits(port, protocol))) {
      String who =
          direction == Direction.INGRESS ? "that the policy selects" : "that the rule leads to";
      String what = protocol == null ? "port" : protocol + " port";
      PortNameHint hint = PortNameHint.of(path, name, protocol, ports(units).toList());
      Finding finding = Finding.of(
          policy.object(),
          path,
          UNKNOWN,
          Severity.WARNING,
          "no pod " + who + " has a " + what + " called \"" + name + "\"" + hint.text());
      report(hint.patch() == null ? finding : finding.withFix(hint.patch()));
    }
  }

  private static Stream<Unit.Port> ports(List<Unit> units) {
    return units.stream().flatMap(unit -> unit.ports().stream());
  }

  private static boolean fits(Unit.Port port, @Nullable Protocol protocol) {
    return protocol == null || protocol == port.protocol();
  }
}
