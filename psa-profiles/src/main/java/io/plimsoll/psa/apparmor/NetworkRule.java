package io.plimsoll.psa.apparmor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule about sockets. Mirrors {@code parser/network.c}.
 *
 * @param prefix the words before it
 * @param sockets what it is about
 * @param rule the rule
 */
record NetworkRule(Prefix prefix, List<Sockets> sockets, PolicyRule rule) implements PlainRule {

  static final String UNIX = "unix";

  /** The types of sockets by the name that upstream has for them. */
  private static final Map<String, Integer> TYPES = Map.of(
      "none",
      0,
      "stream",
      1,
      "dgram",
      2,
      "raw",
      3,
      "rdm",
      4,
      "seqpacket",
      5,
      "dccp",
      6,
      "packet",
      10);

  /** The types that a rule can name; {@code dccp} is none of them. */
  static final List<String> RULE_TYPES =
      List.of("stream", "dgram", "seqpacket", "rdm", "raw", "packet");

  /** The families of sockets by number. */
  static final List<String> FAMILIES = List.of(
      "unspec",
      UNIX,
      "inet",
      "ax25",
      "ipx",
      "appletalk",
      "netrom",
      "bridge",
      "atmpvc",
      "x25",
      "inet6",
      "rose",
      "netbeui",
      "security",
      "key",
      "netlink",
      "packet",
      "ash",
      "econet",
      "atmsvc",
      "rds",
      "sna",
      "irda",
      "pppox",
      "wanpipe",
      "llc",
      "ib",
      "mpls",
      "can",
      "tipc",
      "bluetooth",
      "iucv",
      "rxrpc",
      "isdn",
      "phonet",
      "ieee802154",
      "caif",
      "alg",
      "nfc",
      "vsock",
      "kcm",
      "qipcrtr",
      "smc",
      "xdp",
      "mctp");

  /** What {@code tcp} and the like mean. */
  private static final List<Mapping> MAPPED = List.of(
      new Mapping("inet", "tcp", "stream"),
      new Mapping("inet", "udp", "dgram"),
      new Mapping("inet", "icmp", "raw"),
      new Mapping("inet6", "tcp", "stream"),
      new Mapping("inet6", "udp", "dgram"));

  private record Mapping(String family, String word, String type) {}

  /**
   * Sockets of some families and types.
   *
   * @param family the family; empty for all
   * @param type the type; empty for all
   */
  record Sockets(String family, String type) {
    boolean covers(String otherFamily, String otherType) {
      return (family.isEmpty() || family.equals(otherFamily))
          && (type.isEmpty() || type.equals(otherType));
    }
  }

  /** Returns what a rule with that one word is about; nothing if it is not valid. */
  static List<Sockets> of(String word) {
    if (FAMILIES.contains(word)) {
      // A rule names the types that there are; dccp is left out.
      return RULE_TYPES.stream().map(type -> new Sockets(word, type)).toList();
    }
    if (RULE_TYPES.contains(word)) {
      return FAMILIES.stream().map(family -> new Sockets(family, word)).toList();
    }
    List<Sockets> sockets = new ArrayList<>();
    for (Mapping mapping : MAPPED) {
      if (mapping.word().equals(word)) {
        sockets.add(new Sockets(mapping.family(), mapping.type()));
      }
    }
    return sockets;
  }

  /** Returns what a rule with a family and a type or protocol is about; nothing if it is not valid. */
  static Optional<Sockets> of(String family, String type) {
    if (FAMILIES.contains(family) && RULE_TYPES.contains(type)) {
      return Optional.of(new Sockets(family, type));
    }
    return MAPPED.stream()
        .filter(m -> m.family().equals(family) && m.word().equals(type))
        .map(m -> new Sockets(family, m.type()))
        .findFirst();
  }

  static boolean isSocketType(String type) {
    return TYPES.containsKey(type);
  }

  boolean covers(String family, String type) {
    for (Sockets one : sockets) {
      if (one.covers(family, type)) {
        return true;
      }
    }
    return false;
  }
}
