package io.plimsoll.netpol.api;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the schemas of AdminNetworkPolicy and BaselineAdminNetworkPolicy refuse, rules in CEL included, in the API server's
 * words. Mirrors {@code apis/v1alpha1} of {@code sigs.k8s.io/network-policy-api}.
 */
public final class AdminNetworkPolicyValidation {

  private static final FieldPath SPEC = FieldPath.of("spec");
  private static final int MOST_ITEMS = 100;
  private static final String[] PROTOCOLS = {"TCP", "UDP", "SCTP"};

  private final FieldErrors errors;
  private final TieredPolicyRules rules;
  private final boolean baseline;

  private AdminNetworkPolicyValidation(FieldErrors errors, boolean baseline) {
    this.errors = errors;
    this.rules = new TieredPolicyRules(errors, MOST_ITEMS);
    this.baseline = baseline;
  }

  /** Returns the errors of a policy, each with its field; empty if the API server takes it. */
  public static List<Problem> validate(AdminNetworkPolicy policy) {
    FieldErrors errors = new FieldErrors(policy.ref());
    AdminNetworkPolicyValidation validation = new AdminNetworkPolicyValidation(errors, false);
    validation.rules.priority(policy.spec().priority(), SPEC.field("priority"));
    validation.spec(policy.spec());
    return errors.problems();
  }

  /** Returns the errors of a policy, each with its field; empty if the API server takes it. */
  public static List<Problem> validate(BaselineAdminNetworkPolicy policy) {
    FieldErrors errors = new FieldErrors(policy.ref());
    if (!policy.metadata().nameOrEmpty().equals("default")) {
      errors.rule(
          FieldPath.ROOT,
          "object",
          "Only one baseline admin network policy with metadata.name=\"default\" can be created in the cluster");
    }
    new AdminNetworkPolicyValidation(errors, true).spec(policy.spec());
    return errors.problems();
  }

  private void spec(AdminNetworkPolicySpec spec) {
    rules.subject(spec.subject(), SPEC.field("subject"));
    rules.atMost(spec.ingress().size(), SPEC.field("ingress"));
    for (int i = 0; i < spec.ingress().size(); i++) {
      AdminNetworkPolicyIngressRule rule = spec.ingress().get(i);
      FieldPath path = SPEC.field("ingress").index(i);
      head(rule.name(), rule.action(), path);
      rules.sources(rule.from(), path.field("from"));
      ports(rule.ports(), path.field("ports"));
    }
    rules.atMost(spec.egress().size(), SPEC.field("egress"));
    for (int i = 0; i < spec.egress().size(); i++) {
      AdminNetworkPolicyEgressRule rule = spec.egress().get(i);
      FieldPath path = SPEC.field("egress").index(i);
      head(rule.name(), rule.action(), path);
      List<AdminNetworkPolicyPort> ports = rule.ports() == null ? List.of() : rule.ports();
      boolean named = ports.stream().anyMatch(port -> port.namedPort() != null);
      rules.destinations(rule.to(), path.field("to"), !baseline, named);
      ports(rule.ports(), path.field("ports"));
    }
  }

  private void head(String name, String action, FieldPath path) {
    rules.name(name, path.field("name"));
    if (baseline) {
      rules.action(action, path.field("action"), "Allow", "Deny");
    } else {
      rules.action(action, path.field("action"), "Allow", "Deny", "Pass");
    }
  }

  private void ports(@Nullable List<AdminNetworkPolicyPort> ports, FieldPath path) {
    if (ports == null) {
      return;
    }
    rules.atLeastOne(ports.size(), path);
    for (int i = 0; i < ports.size(); i++) {
      AdminNetworkPolicyPort port = ports.get(i);
      FieldPath at = path.index(i);
      rules.onlyOne(at, port.portNumber(), port.namedPort(), port.portRange());
      if (port.portNumber() != null) {
        protocol(port.portNumber().protocol(), at.field("portNumber"));
        rules.port(port.portNumber().port(), at.field("portNumber").field("port"));
      }
      if (port.portRange() != null) {
        protocol(port.portRange().protocol(), at.field("portRange"));
        rules.range(port.portRange().start(), port.portRange().end(), at.field("portRange"));
      }
    }
  }

  private void protocol(@Nullable String protocol, FieldPath path) {
    if (protocol != null && !List.of(PROTOCOLS).contains(protocol)) {
      errors.notSupported(path.field("protocol"), protocol, PROTOCOLS);
    }
  }
}
