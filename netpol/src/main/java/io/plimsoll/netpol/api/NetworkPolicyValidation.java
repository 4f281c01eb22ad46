package io.plimsoll.netpol.api;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.model.IntOrString;
import io.plimsoll.netpol.connection.PortRange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the API server refuses in the spec of a new NetworkPolicy, in its words and order. Mirrors {@code
 * ValidateNetworkPolicySpec} of {@code pkg/apis/networking/validation/validation.go}.
 */
public final class NetworkPolicyValidation {

  private static final FieldPath SPEC = FieldPath.of("spec");
  private static final int LONGEST_PORT_NAME = 15;

  private final FieldErrors errors;

  private NetworkPolicyValidation(FieldErrors errors) {
    this.errors = errors;
  }

  /**
   * Returns the errors of a policy, each with its field; empty if the API server takes it. The message is the API server's after
   * the path. Metadata is not looked at.
   */
  public static List<Problem> validate(NetworkPolicy policy) {
    FieldErrors errors = new FieldErrors(policy.ref());
    new NetworkPolicyValidation(errors).spec(policy.spec());
    return errors.problems();
  }

  private void spec(NetworkPolicySpec spec) {
    LabelSelectorRules.check(spec.podSelector(), SPEC.field("podSelector"), errors);
    for (int i = 0; i < spec.ingress().size(); i++) {
      FieldPath path = SPEC.field("ingress").index(i);
      ports(spec.ingress().get(i).ports(), path.field("ports"));
      peers(spec.ingress().get(i).from(), path.field("from"));
    }
    for (int i = 0; i < spec.egress().size(); i++) {
      FieldPath path = SPEC.field("egress").index(i);
      ports(spec.egress().get(i).ports(), path.field("ports"));
      peers(spec.egress().get(i).to(), path.field("to"));
    }
    policyTypes(spec.policyTypes(), SPEC.field("policyTypes"));
  }

  private void policyTypes(List<String> types, FieldPath path) {
    if (types.size() > 2) {
      errors.invalid(path, types, "may not specify more than two policyTypes");
      return;
    }
    for (int i = 0; i < types.size(); i++) {
      if (!types.get(i).equals("Ingress") && !types.get(i).equals("Egress")) {
        errors.notSupported(path.index(i), types.get(i), "Ingress", "Egress");
      }
    }
  }

  private void ports(List<NetworkPolicyPort> ports, FieldPath path) {
    for (int i = 0; i < ports.size(); i++) {
      port(ports.get(i), path.index(i));
    }
  }

  private void port(NetworkPolicyPort port, FieldPath path) {
    String protocol = port.protocol();
    if (protocol != null && !List.of("TCP", "UDP", "SCTP").contains(protocol)) {
      errors.notSupported(path.field("protocol"), protocol, "TCP", "UDP", "SCTP");
    }
    IntOrString first = port.port();
    Integer last = port.endPort();
    FieldPath end = path.field("endPort");
    if (first == null) {
      if (last != null) {
        errors.invalid(end, last, "may not be specified when `port` is not specified");
      }
    } else if (first.number() != null) {
      number(first.number(), path.field("port"));
      if (last != null) {
        if (last < first.number()) {
          errors.invalid(end, last, "must be greater than or equal to `port`");
        }
        number(last, end);
      }
    } else {
      if (last != null) {
        errors.invalid(end, last, "may not be specified when `port` is non-numeric");
      }
      String name = first.toString();
      nameErrors(name).forEach(detail -> errors.invalid(path.field("port"), name, detail));
    }
  }

  private void number(int number, FieldPath path) {
    if (number < PortRange.MIN || number > PortRange.MAX) {
      errors.invalid(path, number, "must be between 1 and 65535, inclusive");
    }
  }

  /** Mirrors {@code IsValidPortName} of {@code k8s.io/apimachinery/pkg/util/validation/validation.go}. */
  static List<String> nameErrors(String name) {
    List<String> details = new ArrayList<>();
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_PORT_NAME) {
      details.add("must be no more than " + LONGEST_PORT_NAME + " bytes");
    }
    if (!name.matches("[-a-z0-9]+")) {
      details.add("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
    }
    if (name.chars().noneMatch(c -> c >= 'a' && c <= 'z')) {
      details.add("must contain at least one letter (a-z)");
    }
    if (name.contains("--")) {
      details.add("must not contain consecutive hyphens");
    }
    if (name.startsWith("-") || name.endsWith("-")) {
      details.add("must not begin or end with a hyphen");
    }
    return details;
  }

  private void peers(List<NetworkPolicyPeer> peers, FieldPath path) {
    for (int i = 0; i < peers.size(); i++) {
      peer(peers.get(i), path.index(i));
    }
  }

  private void peer(NetworkPolicyPeer peer, FieldPath path) {
    if (peer.podSelector() != null) {
      LabelSelectorRules.check(peer.podSelector(), path.field("podSelector"), errors);
    }
    if (peer.namespaceSelector() != null) {
      LabelSelectorRules.check(peer.namespaceSelector(), path.field("namespaceSelector"), errors);
    }
    if (peer.ipBlock() != null) {
      ipBlock(peer.ipBlock(), path.field("ipBlock"));
    }
    boolean selects = peer.podSelector() != null || peer.namespaceSelector() != null;
    if (!selects && peer.ipBlock() == null) {
      errors.required(path, "must specify a peer");
    } else if (selects && peer.ipBlock() != null) {
      errors.forbidden(path, "may not specify both ipBlock and another peer");
    }
  }

  private void ipBlock(IpBlock block, FieldPath path) {
    if (block.cidr().isEmpty()) {
      errors.required(path.field("cidr"), "");
      return;
    }
    LegacyCidr cidr = LegacyCidr.check(block.cidr(), path.field("cidr"), errors);
    if (cidr == null) {
      return;
    }
    for (int i = 0; i < block.except().size(); i++) {
      String text = block.except().get(i);
      FieldPath at = path.field("except").index(i);
      LegacyCidr except = LegacyCidr.check(text, at, errors);
      if (except != null && !cidr.strictlyContains(except)) {
        errors.invalid(at, text, "must be a strict subset of `cidr`");
      }
    }
  }
}
