package io.plimsoll.netpol.way;

import io.plimsoll.netpol.policy.Peer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names of hosts as gateways and their routes have them: {@code *.} stands for one label or more. */
final class Hostnames {

  private static final String ANY = "*";

  private Hostnames() {}

  /** Returns the names as people read them. */
  static String text(List<String> names) {
    return names.isEmpty() ? ANY : String.join(", ", names);
  }

  /** Returns the hosts that are both a listener's and a route's; {@code *} if neither names any; empty if there are none. */
  static List<String> common(@Nullable String listener, List<String> route) {
    if (listener == null || listener.isEmpty()) {
      return route.isEmpty() ? List.of(ANY) : route;
    }
    return route.isEmpty()
        ? List.of(listener)
        : route.stream().flatMap(host -> common(listener, host)).toList();
  }

  /** Returns the narrower of two names, if one is part of the other. */
  private static Stream<String> common(String a, String b) {
    if (Peer.Domains.matches(a, b)) {
      return Stream.of(b);
    }
    return Optional.of(a).filter(name -> Peer.Domains.matches(b, name)).stream();
  }
}
