package io.plimsoll.netpol;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.netpol.PluginProfile.Gap;
import io.plimsoll.netpol.api.AdminNetworkPolicy;
import io.plimsoll.netpol.api.AdminNetworkPolicyPort;
import io.plimsoll.netpol.api.AdminNetworkPolicySpec;
import io.plimsoll.netpol.api.BaselineAdminNetworkPolicy;
import io.plimsoll.netpol.api.ClusterNetworkPolicy;
import io.plimsoll.netpol.api.ClusterNetworkPolicyProtocol;
import io.plimsoll.netpol.api.NetworkPolicy;
import io.plimsoll.netpol.api.NetworkPolicyPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the policies, and the parts of policies, on which a network plug-in does not act. */
final class NotEnforced {

  private static final String RULE = "netpol/not-enforced";
  private static final FieldPath SPEC = FieldPath.of("spec");

  private final PluginProfile plugin;
  private final List<Finding> findings = new ArrayList<>();

  NotEnforced(PluginProfile plugin) {
    this.plugin = plugin;
  }

  /** Returns what is found, in the order of the objects and then of their fields. */
  List<Finding> find(Cluster cluster) {
    if (plugin.gaps().isEmpty()) {
      return List.of();
    }
    for (KubeObject object : cluster.objects()) {
      if (object.is(NetworkPolicy.KIND)) {
        check(object, object.as(NetworkPolicy.KIND));
      } else if (object.is(AdminNetworkPolicy.KIND)) {
        check(object, object.as(AdminNetworkPolicy.KIND).spec());
      } else if (object.is(BaselineAdminNetworkPolicy.KIND)) {
        check(object, object.as(BaselineAdminNetworkPolicy.KIND).spec());
      } else if (object.is(ClusterNetworkPolicy.KIND)) {
        check(object, object.as(ClusterNetworkPolicy.KIND));
      }
    }
    return List.copyOf(findings);
  }

  private void add(KubeObject object, FieldPath path, String message) {
    findings.add(Finding.of(object, path, RULE, Severity.WARNING, plugin.name() + " " + message));
  }

  /** Returns whether the whole policy is of a kind that has no effect. */
  private boolean ignored(KubeObject object) {
    boolean ignored = plugin.lacks(Enforcement.gap(object.ref()));
    if (ignored) {
      String kind = object.ref().kind();
      add(object, FieldPath.ROOT, "does not enforce " + kind + ": this policy has no effect");
    }
    return ignored;
  }

  /** Returns whether outgoing traffic is ignored; says so if the policy is about it. */
  private boolean egressIgnored(KubeObject object, boolean about) {
    boolean ignored = plugin.lacks(Gap.EGRESS);
    if (ignored && about) {
      FieldPath rules = SPEC.field("egress");
      FieldPath types = SPEC.field("policyTypes");
      add(
          object,
          rules.in(object.tree()) == null ? types : rules,
          "does not enforce egress: what these pods may connect to is not restricted");
    }
    return ignored;
  }

  private void check(KubeObject object, NetworkPolicy policy) {
    if (ignored(object)) {
      return;
    }
    boolean egress = policy.spec().types().contains("Egress");
    boolean ingress = policy.spec().types().contains("Ingress");
    for (int i = 0; ingress && i < policy.spec().ingress().size(); i++) {
      ports(object, rule(Direction.INGRESS, i), policy.spec().ingress().get(i).ports());
    }
    boolean enforced = !egressIgnored(object, egress);
    for (int i = 0; egress && enforced && i < policy.spec().egress().size(); i++) {
      ports(object, rule(Direction.EGRESS, i), policy.spec().egress().get(i).ports());
    }
  }

  private static FieldPath rule(Direction direction, int number) {
    return SPEC.field(direction.name().toLowerCase(Locale.ROOT)).index(number);
  }

  private void ports(KubeObject object, FieldPath rule, List<NetworkPolicyPort> ports) {
    for (int i = 0; i < ports.size(); i++) {
      NetworkPolicyPort port = ports.get(i);
      FieldPath path = rule.field("ports").index(i);
      if (isOpen(port.protocolOrTcp())) {
        sctp(object, path.field("protocol"));
      } else if (plugin.lacks(Gap.END_PORT) && port.endPort() != null && port.port() != null) {
        add(
            object,
            path.field("endPort"),
            "does not know endPort: of this range only port " + port.port() + " counts");
      }
    }
  }

  private boolean isOpen(@Nullable String protocol) {
    return plugin.lacks(Gap.SCTP) && "SCTP".equals(protocol);
  }

  private void sctp(KubeObject object, FieldPath path) {
    add(object, path, "does not filter SCTP: all of it is let through, whatever this rule says");
  }

  private void check(KubeObject object, AdminNetworkPolicySpec spec) {
    if (ignored(object)) {
      return;
    }
    for (int i = 0; i < spec.ingress().size(); i++) {
      tieredPorts(object, rule(Direction.INGRESS, i), spec.ingress().get(i).ports());
    }
    boolean enforced = !egressIgnored(object, !spec.egress().isEmpty());
    for (int i = 0; enforced && i < spec.egress().size(); i++) {
      tieredPorts(object, rule(Direction.EGRESS, i), spec.egress().get(i).ports());
    }
  }

  private void tieredPorts(
      KubeObject object, FieldPath rule, @Nullable List<AdminNetworkPolicyPort> ports) {
    for (int i = 0; ports != null && i < ports.size(); i++) {
      FieldPath path = rule.field("ports").index(i);
      AdminNetworkPolicyPort port = ports.get(i);
      if (port.portNumber() != null && isOpen(port.portNumber().protocol())) {
        sctp(object, path.field("portNumber").field("protocol"));
      }
      if (port.portRange() != null && isOpen(port.portRange().protocol())) {
        sctp(object, path.field("portRange").field("protocol"));
      }
    }
  }

  private void check(KubeObject object, ClusterNetworkPolicy policy) {
    if (ignored(object)) {
      return;
    }
    for (int i = 0; i < policy.spec().ingress().size(); i++) {
      protocols(
          object, rule(Direction.INGRESS, i), policy.spec().ingress().get(i).protocols());
    }
    boolean enforced = !egressIgnored(object, !policy.spec().egress().isEmpty());
    for (int i = 0; enforced && i < policy.spec().egress().size(); i++) {
      protocols(object, rule(Direction.EGRESS, i), policy.spec().egress().get(i).protocols());
    }
  }

  private void protocols(
      KubeObject object, FieldPath rule, List<ClusterNetworkPolicyProtocol> protocols) {
    for (int i = 0; i < protocols.size(); i++) {
      if (protocols.get(i).sctp() != null && plugin.lacks(Gap.SCTP)) {
        sctp(object, rule.field("protocols").index(i).field("sctp"));
      }
    }
  }
}
