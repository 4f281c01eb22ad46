package io.plimsoll.netpol.api;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.registry.SelectorRules;
import io.plimsoll.netpol.connection.Cidr;
import io.plimsoll.netpol.connection.PortRange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the schemas of the policies of administrators have in common: subjects, peers, numbers. */
final class TieredPolicyRules {

  private static final int HIGHEST_PRIORITY = 1000;
  private static final int LONGEST_NAME = 100;
  private static final int MOST_ADDRESSES = 25;
  private static final Pattern DOMAIN = Pattern.compile(
      "(\\*\\.)?([a-zA-z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\\.)+[a-zA-z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\\.?");

  private final FieldErrors errors;
  private final int mostItems;

  /**
   * Prepares a check.
   *
   * @param mostItems how many rules, peers and ports there may be
   */
  TieredPolicyRules(FieldErrors errors, int mostItems) {
    this.errors = errors;
    this.mostItems = mostItems;
  }

  void priority(@Nullable Integer priority, FieldPath path) {
    if (priority == null) {
      errors.required(path, "");
    } else {
      between(priority, 0, HIGHEST_PRIORITY, path);
    }
  }

  void between(int number, int least, int most, FieldPath path) {
    if (number < least) {
      errors.inBody(path, number, "be greater than or equal to " + least);
    } else if (number > most) {
      errors.inBody(path, number, "be less than or equal to " + most);
    }
  }

  void port(int number, FieldPath path) {
    between(number, PortRange.MIN, PortRange.MAX, path);
  }

  void range(int start, int end, FieldPath path) {
    port(start, path.field("start"));
    port(end, path.field("end"));
    if (start >= end) {
      errors.rule(path, "object", "Start port must be less than End port");
    }
  }

  /** Exactly one of several parts must be there. */
  void onlyOne(FieldPath path, @Nullable Object... parts) {
    int count = (int) Stream.of(parts).filter(part -> part != null).count();
    if (count == 0) {
      errors.inBody(path, 0, "have at least 1 properties");
    } else if (count > 1) {
      errors.tooMany(path, count, 1);
    }
  }

  void atMost(int size, FieldPath path) {
    if (size > mostItems) {
      errors.tooMany(path, size, mostItems);
    }
  }

  void atLeastOne(int size, FieldPath path) {
    if (size == 0) {
      errors.inBody(path, 0, "have at least 1 items");
    }
    atMost(size, path);
  }

  void name(String name, FieldPath path) {
    if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
      errors.tooLong(path, LONGEST_NAME);
    }
  }

  void action(String action, FieldPath path, String... supported) {
    if (action.isEmpty()) {
      errors.required(path, "");
    } else if (!List.of(supported).contains(action)) {
      errors.notSupported(path, action, supported);
    }
  }

  void subject(AdminNetworkPolicySubject subject, FieldPath path) {
    onlyOne(path, subject.namespaces(), subject.pods());
    selectors(subject.namespaces(), subject.pods(), path);
  }

  private void selectors(
      @Nullable LabelSelector namespaces, @Nullable NamespacedPod pods, FieldPath path) {
    if (namespaces != null) {
      errors.addAll(SelectorRules.errors(path.field("namespaces"), namespaces));
    }
    if (pods != null) {
      FieldPath both = path.field("pods");
      errors.addAll(
          SelectorRules.errors(both.field("namespaceSelector"), pods.namespaceSelector()));
      errors.addAll(SelectorRules.errors(both.field("podSelector"), pods.podSelector()));
    }
  }

  void sources(List<AdminNetworkPolicyIngressPeer> from, FieldPath path) {
    atLeastOne(from.size(), path);
    for (int i = 0; i < from.size(); i++) {
      AdminNetworkPolicyIngressPeer peer = from.get(i);
      onlyOne(path.index(i), peer.namespaces(), peer.pods());
      selectors(peer.namespaces(), peer.pods(), path.index(i));
    }
  }

  /**
   * Checks where traffic goes to.
   *
   * @param domains whether domain names may be used at all
   * @param named whether the rule gives ports by name, which addresses do not have
   */
  void destinations(
      List<AdminNetworkPolicyEgressPeer> to, FieldPath path, boolean domains, boolean named) {
    atLeastOne(to.size(), path);
    boolean addresses = false;
    for (int i = 0; i < to.size(); i++) {
      AdminNetworkPolicyEgressPeer peer = to.get(i);
      destination(peer, path.index(i));
      addresses |= peer.nodes() != null
          || !peer.networks().isEmpty()
          || (domains && !peer.domainNames().isEmpty());
    }
    if (addresses && named) {
      String kinds = domains ? "networks/nodes/domainNames" : "networks/nodes";
      errors.rule(
          path.parent(),
          "object",
          kinds + " peer cannot be set with namedPorts since there are no namedPorts for " + kinds);
    }
  }

  private void destination(AdminNetworkPolicyEgressPeer peer, FieldPath path) {
    onlyOne(
        path,
        peer.namespaces(),
        peer.pods(),
        peer.nodes(),
        peer.networks().isEmpty() ? null : peer.networks(),
        peer.domainNames().isEmpty() ? null : peer.domainNames());
    selectors(peer.namespaces(), peer.pods(), path);
    if (peer.nodes() != null) {
      errors.addAll(SelectorRules.errors(path.field("nodes"), peer.nodes()));
    }
    networks(peer.networks(), path.field("networks"));
    domainNames(peer.domainNames(), path.field("domainNames"));
  }

  private void networks(List<String> networks, FieldPath path) {
    if (networks.size() > MOST_ADDRESSES) {
      errors.tooMany(path, networks.size(), MOST_ADDRESSES);
    }
    for (int i = 0; i < networks.size(); i++) {
      Optional<Cidr> cidr = Cidr.tryParse(networks.get(i));
      if (cidr.isEmpty()) {
        errors.rule(path.index(i), "string", "Invalid CIDR format provided");
      } else if (!cidr.get().isCanonical()) {
        errors.warn(
            "host-bits",
            path.index(i),
            "\"" + networks.get(i) + "\" has bits set beyond the prefix length; it means \""
                + cidr.get().canonical() + "\"");
      }
    }
  }

  private void domainNames(List<String> names, FieldPath path) {
    if (names.size() > MOST_ADDRESSES) {
      errors.tooMany(path, names.size(), MOST_ADDRESSES);
    }
    for (int i = 0; i < names.size(); i++) {
      if (!DOMAIN.matcher(names.get(i)).matches()) {
        FieldPath at = path.index(i);
        errors.invalid(at, names.get(i), at + " in body should match '^" + DOMAIN.pattern() + "$'");
      }
    }
  }
}
