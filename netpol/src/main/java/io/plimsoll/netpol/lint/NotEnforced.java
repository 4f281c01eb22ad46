package io.plimsoll.netpol.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.netpol.PluginProfile;
import io.plimsoll.netpol.PluginProfile.Gap;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.policy.Policy;
import io.plimsoll.netpol.policy.WrittenPolicy;
import java.util.ArrayList;
import java.util.List;

/** Finds the policies, and the parts of policies, on which a network plug-in does not act. */
final class NotEnforced {

  private static final FieldPath SPEC = FieldPath.of("spec");

  private final PluginProfile plugin;
  private final List<Finding> findings = new ArrayList<>();

  NotEnforced(PluginProfile plugin) {
    this.plugin = plugin;
  }

  /** Returns what is found, by object, field and rule. */
  List<Finding> find(List<WrittenPolicy> policies) {
    if (!plugin.gaps().isEmpty()) {
      policies.forEach(this::check);
    }
    return findings.stream().sorted().toList();
  }

  private void add(WrittenPolicy policy, FieldPath path, String message) {
    findings.add(LintRule.NOT_ENFORCED.at(policy.object(), path, plugin.name() + " " + message));
  }

  private void check(WrittenPolicy policy) {
    if (plugin.ignores(policy.object().ref())) {
      String kind = policy.object().ref().kind();
      add(policy, FieldPath.ROOT, "does not enforce " + kind + ": this policy has no effect");
      return;
    }
    ports(policy, Direction.INGRESS);
    if (!plugin.lacks(Gap.EGRESS)) {
      ports(policy, Direction.EGRESS);
    } else if (policy.policy().egress().applies()) {
      FieldPath rules = SPEC.field("egress");
      add(
          policy,
          policy.at(rules) == null ? SPEC.field("policyTypes") : rules,
          "does not enforce egress: what these pods may connect to is not restricted");
    }
  }

  private void ports(WrittenPolicy policy, Direction direction) {
    for (Policy.Rule rule : policy.policy().rules(direction)) {
      FieldPath ports = policy.ports(rule);
      if (policy.at(ports) instanceof SequenceValue list) {
        for (int i = 0; i < list.size(); i++) {
          port(policy, ports.index(i), Fields.of(list.get(i)));
        }
      }
    }
  }

  /** The kinds of policies write SCTP in different fields. */
  private void port(WrittenPolicy policy, FieldPath path, Fields port) {
    if (plugin.lacks(Gap.SCTP)) {
      sctp(policy, path, port);
      for (String form : List.of("portNumber", "portRange")) {
        sctp(policy, path.field(form), Fields.of(port.value(form)));
      }
      if (port.value("sctp") != null) {
        unfiltered(policy, path.field("sctp"));
      }
    }
    boolean filtered = !plugin.lacks(Gap.SCTP) || !isSctp(port);
    boolean range = port.int32("endPort") != null && port.intOrString("port") != null;
    if (plugin.lacks(Gap.END_PORT) && range && filtered) {
      add(
          policy,
          path.field("endPort"),
          "does not know endPort: of this range only port " + port.intOrString("port") + " counts");
    }
  }

  private void sctp(WrittenPolicy policy, FieldPath path, Fields port) {
    if (isSctp(port)) {
      unfiltered(policy, path.field("protocol"));
    }
  }

  private static boolean isSctp(Fields port) {
    return "SCTP".equals(port.string("protocol"));
  }

  private void unfiltered(WrittenPolicy policy, FieldPath path) {
    add(policy, path, "does not filter SCTP: all of it is let through, whatever this rule says");
  }
}
