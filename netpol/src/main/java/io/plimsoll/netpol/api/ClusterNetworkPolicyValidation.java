package io.plimsoll.netpol.api;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Problem;
import java.util.List;

/**
 * What the schema of ClusterNetworkPolicy refuses, rules in CEL included, in the API server's words. Mirrors {@code
 * apis/v1alpha2} of {@code sigs.k8s.io/network-policy-api}.
 */
public final class ClusterNetworkPolicyValidation {

  private static final FieldPath SPEC = FieldPath.of("spec");
  private static final int MOST_ITEMS = 25;

  private final TieredPolicyRules rules;

  private ClusterNetworkPolicyValidation(FieldErrors errors) {

    this.rules = new TieredPolicyRules(errors, MOST_ITEMS);
  }

  /** Returns the errors of a policy, each with its field; empty if the API server takes it. */
  public static List<Problem> validate(ClusterNetworkPolicy policy) {
    FieldErrors errors = new FieldErrors(policy.ref());
    new ClusterNetworkPolicyValidation(errors).spec(policy.spec());
    return errors.problems();
  }

  private void spec(ClusterNetworkPolicySpec spec) {
    rules.action(spec.tier(), SPEC.field("tier"), "Admin", "Baseline");
    rules.priority(spec.priority(), SPEC.field("priority"));
    rules.subject(spec.subject(), SPEC.field("subject"));
    rules.atMost(spec.ingress().size(), SPEC.field("ingress"));
    for (int i = 0; i < spec.ingress().size(); i++) {
      ClusterNetworkPolicyIngressRule rule = spec.ingress().get(i);
      FieldPath path = SPEC.field("ingress").index(i);
      head(rule.name(), rule.action(), path);
      rules.sources(rule.from(), path.field("from"));
      protocols(rule.protocols(), path.field("protocols"));
    }
    rules.atMost(spec.egress().size(), SPEC.field("egress"));
    for (int i = 0; i < spec.egress().size(); i++) {
      ClusterNetworkPolicyEgressRule rule = spec.egress().get(i);
      FieldPath path = SPEC.field("egress").index(i);
      head(rule.name(), rule.action(), path);
      boolean named = rule.protocols().stream().anyMatch(one -> one.destinationNamedPort() != null);
      rules.destinations(rule.to(), path.field("to"), true, named);
      protocols(rule.protocols(), path.field("protocols"));
    }
  }

  private void head(String name, String action, FieldPath path) {
    rules.name(name, path.field("name"));
    rules.action(action, path.field("action"), "Accept", "Deny", "Pass");
  }

  private void protocols(List<ClusterNetworkPolicyProtocol> protocols, FieldPath path) {
    rules.atMost(protocols.size(), path);
    for (int i = 0; i < protocols.size(); i++) {
      ClusterNetworkPolicyProtocol one = protocols.get(i);
      FieldPath at = path.index(i);
      rules.onlyOne(at, one.tcp(), one.udp(), one.sctp(), one.destinationNamedPort());
      if (one.tcp() != null) {
        ports(one.tcp(), at.field("tcp"));
      }
      if (one.udp() != null) {
        ports(one.udp(), at.field("udp"));
      }
      if (one.sctp() != null) {
        ports(one.sctp(), at.field("sctp"));
      }
    }
  }

  private void ports(ClusterNetworkPolicyProtocol.Ports ports, FieldPath path) {
    ClusterNetworkPolicyProtocol.DestinationPort port = ports.destinationPort();
    if (port == null) {
      // All ports of the protocol, as the API's documentation says. The schema asks for at least
      // one
      // property, but "tcp: {}" is what the project's own examples write.
      return;
    }
    FieldPath at = path.field("destinationPort");
    rules.onlyOne(at, port.number(), port.range());
    if (port.number() != null) {
      rules.port(port.number(), at.field("number"));
    }
    if (port.range() != null) {
      rules.range(port.range().start(), port.range().end(), at.field("range"));
    }
  }
}
