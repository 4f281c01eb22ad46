package io.plimsoll.netpol.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.PortRange;
import io.plimsoll.netpol.connection.Protocol;
import io.plimsoll.netpol.engine.Unit;
import io.plimsoll.netpol.policy.Peer;
import io.plimsoll.netpol.policy.Policy;
import io.plimsoll.netpol.policy.WrittenPolicy;
import io.plimsoll.netpol.set.PeerSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A port that a rule gives by a name that no container has: on the selected pods for ingress, on the peers for egress; and a
 * number in quotes, which is a name.
 *
 * <p>Nothing is said where a peer of the rule selects no pod of the manifests, which may be the one that has the port.
 */
final class PortNames extends LintCheck {

  private final Map<List<Peer>, Optional<List<Unit.Port>>> known = new HashMap<>();

  PortNames(LintedCluster cluster, Consumer<Finding> found) {
    super(cluster, found);
  }

  @Override
  void check() {
    eachRule(this::check);
  }

  private void check(WrittenPolicy policy, Direction direction, Policy.Rule rule) {
    FieldPath ports = policy.ports(rule);
    if (rule.ports().names().isEmpty() || !(policy.at(ports) instanceof SequenceValue list)) {
      return;
    }
    List<Peer> owners =
        direction == Direction.INGRESS ? List.of(policy.policy().subject()) : rule.peers();
    Optional<List<Unit.Port>> declared = known.computeIfAbsent(owners, this::declared);
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
        declared.ifPresent(
            all -> unknown(policy, direction, path, name, protocol(policy, item), all));
      }
    }
  }

  private static String field(WrittenPolicy policy) {
    return switch (policy.policy().ref().kind()) {
      case "NetworkPolicy" -> "port";
      case "ClusterNetworkPolicy" -> "destinationNamedPort";
      default -> "namedPort";
    };
  }

  /** Returns the protocol that the port must have; {@code null} if it may have any. */
  private static @Nullable Protocol protocol(WrittenPolicy policy, Fields item) {
    if (!policy.isNetworkPolicy()) {
      return null;
    }
    String protocol = item.string("protocol");
    return Protocol.tryParse(protocol == null ? "TCP" : protocol).orElse(null);
  }

  /** Returns the different ports of pods, if all of these are known. */
  private Optional<List<Unit.Port>> declared(List<Peer> owners) {
    PeerSet selected = PeerSet.EMPTY;
    for (Peer peer : owners) {
      PeerSet pods = peer instanceof Peer.Pods some ? cluster.select(some) : PeerSet.EMPTY;
      boolean unknown = peer instanceof Peer.Pods && pods.isEmpty();
      if (unknown || peer instanceof Peer.Everything || peer instanceof Peer.Nobody) {
        return Optional.empty();
      }
      selected = selected.or(pods);
    }
    return Optional.of(cluster.unitsOf(selected).stream()
        .flatMap(unit -> unit.ports().stream())
        .distinct()
        .toList());
  }

  private void quoted(WrittenPolicy policy, FieldPath path, String name) {
    int number = Integer.parseInt(name);
    Finding finding = LintRule.QUOTED_PORT.at(
        policy.object(),
        path,
        "in quotes, \"" + name + "\" is the name of a port and not its number");
    boolean valid = number >= PortRange.MIN && number <= PortRange.MAX;
    report(
        valid
            ? finding.withFix(Patch.of(new Patch.Operation.Replace(path, ScalarValue.of(number))))
            : finding);
  }

  private void unknown(
      WrittenPolicy policy,
      Direction direction,
      FieldPath path,
      String name,
      @Nullable Protocol protocol,
      List<Unit.Port> declared) {
    boolean none = declared.stream()
        .noneMatch(
            port -> name.equals(port.name()) && (protocol == null || protocol == port.protocol()));
    if (none) {
      String who =
          direction == Direction.INGRESS ? "that the policy selects" : "that the rule leads to";
      String what = protocol == null ? "port" : protocol + " port";
      PortNameHint hint = PortNameHint.of(path, name, protocol, declared);
      Finding finding = LintRule.UNKNOWN_PORT_NAME.at(
          policy.object(),
          path,
          "no pod " + who + " has a " + what + " called \"" + name + "\"" + hint.text());
      report(hint.patch() == null ? finding : finding.withFix(hint.patch()));
    }
  }
}
