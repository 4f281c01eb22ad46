package io.plimsoll.netpol.api;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.CidrText;
import io.plimsoll.core.model.IntOrString;
import io.plimsoll.core.registry.AddressRules;
import io.plimsoll.core.registry.SelectorRules;
import io.plimsoll.core.registry.Syntax;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the spec of a NetworkPolicy must be like. Mirrors {@code ValidateNetworkPolicySpec} of {@code
 * pkg/apis/networking/validation/validation.go} and what is declared with the API of the CIDR of a block.
 */
final class NetworkPolicyRules {

  private static final FieldPath SPEC = FieldPath.of("spec");
  private static final List<String> PROTOCOLS = List.of("TCP", "UDP", "SCTP");
  private static final List<String> TYPES = List.of("Ingress", "Egress");

  private final List<FieldError> errors = new ArrayList<>();
  private final boolean anySelectorValue;
  private final List<String> existing;

  private NetworkPolicyRules(@Nullable NetworkPolicySpec old) {
    this.anySelectorValue =
        old != null && !SelectorRules.errors(SPEC, old.podSelector()).isEmpty();
    this.existing = old == null ? List.of() : cidrs(old);
  }

  private static List<String> cidrs(NetworkPolicySpec spec) {
    List<String> cidrs = new ArrayList<>();
    for (NetworkPolicyPeer peer : peers(spec)) {
      if (peer.ipBlock() != null) {
        cidrs.add(peer.ipBlock().cidr());
        cidrs.addAll(peer.ipBlock().except());
      }
    }
    return cidrs;
  }

  private static List<NetworkPolicyPeer> peers(NetworkPolicySpec spec) {
    List<NetworkPolicyPeer> peers = new ArrayList<>();
    spec.ingress().forEach(rule -> peers.addAll(rule.from()));
    spec.egress().forEach(rule -> peers.addAll(rule.to()));
    return peers;
  }

  /** Returns what the written rules find in a spec that is new, or takes the place of an old one. */
  static List<FieldError> errors(NetworkPolicySpec spec, @Nullable NetworkPolicySpec old) {
    NetworkPolicyRules rules = new NetworkPolicyRules(old);
    rules.spec(spec);
    return rules.errors;
  }

  private void spec(NetworkPolicySpec spec) {
    errors.addAll(
        SelectorRules.errors(SPEC.field("podSelector"), spec.podSelector(), anySelectorValue));
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
    if (types.size() > TYPES.size()) {
      errors.add(FieldError.invalid(path, types, "may not specify more than two policyTypes"));
      return;
    }
    for (int i = 0; i < types.size(); i++) {
      if (!TYPES.contains(types.get(i))) {
        notSupported(path.index(i), types.get(i), TYPES);
      }
    }
  }

  /** Upstream prints a text of a type of its own as JSON. */
  private void notSupported(FieldPath path, String value, List<String> supported) {
    FieldError plain = FieldError.notSupported(path, value, supported);
    errors.add(new FieldError(plain.type(), path, GoText.json(value), plain.detail()));
  }

  private void ports(List<NetworkPolicyPort> ports, FieldPath path) {
    for (int i = 0; i < ports.size(); i++) {
      port(ports.get(i), path.index(i));
    }
  }

  private void port(NetworkPolicyPort port, FieldPath path) {
    String protocol = port.protocol();
    if (protocol != null && !PROTOCOLS.contains(protocol)) {
      notSupported(path.field("protocol"), protocol, PROTOCOLS);
    }
    IntOrString first = port.port();
    Integer last = port.endPort();
    FieldPath end = path.field("endPort");
    if (first == null) {
      if (last != null) {
        errors.add(
            FieldError.invalid(end, last, "may not be specified when `port` is not specified"));
      }
    } else if (first.number() != null) {
      number(first.number(), path.field("port"));
      if (last != null) {
        if (last < first.number()) {
          errors.add(FieldError.invalid(end, last, "must be greater than or equal to `port`"));
        }
        number(last, end);
      }
    } else {
      if (last != null) {
        errors.add(
            FieldError.invalid(end, last, "may not be specified when `port` is non-numeric"));
      }
      String name = first.toString();
      Syntax.portNameErrors(name)
          .forEach(detail -> errors.add(FieldError.invalid(path.field("port"), name, detail)));
    }
  }

  private void number(int number, FieldPath path) {
    Syntax.portErrors(number)
        .forEach(detail -> errors.add(FieldError.invalid(path, number, detail)));
  }

  private void peers(List<NetworkPolicyPeer> peers, FieldPath path) {
    for (int i = 0; i < peers.size(); i++) {
      peer(peers.get(i), path.index(i));
    }
  }

  private void peer(NetworkPolicyPeer peer, FieldPath path) {
    if (peer.podSelector() != null) {
      errors.addAll(
          SelectorRules.errors(path.field("podSelector"), peer.podSelector(), anySelectorValue));
    }
    if (peer.namespaceSelector() != null) {
      errors.addAll(SelectorRules.errors(
          path.field("namespaceSelector"), peer.namespaceSelector(), anySelectorValue));
    }
    if (peer.ipBlock() != null) {
      ipBlock(peer.ipBlock(), path.field("ipBlock"));
    }
    boolean selects = peer.podSelector() != null || peer.namespaceSelector() != null;
    if (!selects && peer.ipBlock() == null) {
      errors.add(FieldError.required(path, "must specify a peer"));
    } else if (selects && peer.ipBlock() != null) {
      errors.add(FieldError.forbidden(path, "may not specify both ipBlock and another peer"));
    }
  }

  private void ipBlock(IpBlock block, FieldPath path) {
    if (block.cidr().isEmpty()) {
      errors.add(FieldError.required(path.field("cidr"), "").asCovered());
      return;
    }
    errors.addAll(AddressRules.cidr(path.field("cidr"), block.cidr(), existing));
    Optional<CidrText> cidr = CidrText.parse(block.cidr());
    if (cidr.isEmpty()) {
      return;
    }
    for (int i = 0; i < block.except().size(); i++) {
      String text = block.except().get(i);
      FieldPath at = path.field("except").index(i);
      errors.addAll(AddressRules.cidr(at, text, existing));
      Optional<CidrText> except = CidrText.parse(text);
      if (except.isPresent() && !isStrictlyWithin(cidr.get(), except.get())) {
        errors.add(FieldError.invalid(at, text, "must be a strict subset of `cidr`"));
      }
    }
  }

  private static boolean isStrictlyWithin(CidrText cidr, CidrText except) {
    return cidr.contains(except.network()) && cidr.prefix() < except.prefix();
  }

  /** Returns what the declared rules find in a spec: they do not look at rules that stay as they are. */
  static List<FieldError> declared(NetworkPolicySpec spec, @Nullable NetworkPolicySpec old) {
    List<FieldError> declared = new ArrayList<>();
    for (int i = 0; i < spec.ingress().size(); i++) {
      if (old == null || !spec.ingress().equals(old.ingress())) {
        FieldPath path = SPEC.field("ingress").index(i).field("from");
        requireCidrs(declared, spec.ingress().get(i).from(), path);
      }
    }
    for (int i = 0; i < spec.egress().size(); i++) {
      if (old == null || !spec.egress().equals(old.egress())) {
        FieldPath path = SPEC.field("egress").index(i).field("to");
        requireCidrs(declared, spec.egress().get(i).to(), path);
      }
    }
    return declared;
  }

  private static void requireCidrs(
      List<FieldError> declared, List<NetworkPolicyPeer> peers, FieldPath path) {
    for (int i = 0; i < peers.size(); i++) {
      IpBlock block = peers.get(i).ipBlock();
      if (block != null && block.cidr().isEmpty()) {
        declared.add(FieldError.required(path.index(i).field("ipBlock").field("cidr"), ""));
      }
    }
  }

  /** Returns what the server remarks of a spec: CIDRs that are spelled in an unusual way. */
  static List<String> warnings(NetworkPolicySpec spec) {
    List<String> warnings = new ArrayList<>();
    for (int i = 0; i < spec.ingress().size(); i++) {
      FieldPath path = SPEC.field("ingress").index(i).field("from");
      addWarnings(warnings, spec.ingress().get(i).from(), path);
    }
    for (int i = 0; i < spec.egress().size(); i++) {
      FieldPath path = SPEC.field("egress").index(i).field("to");
      addWarnings(warnings, spec.egress().get(i).to(), path);
    }
    return warnings;
  }

  private static void addWarnings(
      List<String> warnings, List<NetworkPolicyPeer> peers, FieldPath path) {
    for (int i = 0; i < peers.size(); i++) {
      IpBlock block = peers.get(i).ipBlock();
      if (block != null) {
        FieldPath at = path.index(i).field("ipBlock");
        warnings.addAll(AddressRules.cidrWarnings(at.field("cidr"), block.cidr()));
        for (int k = 0; k < block.except().size(); k++) {
          warnings.addAll(AddressRules.cidrWarnings(
              at.field("except").index(k), block.except().get(k)));
        }
      }
    }
  }
}
