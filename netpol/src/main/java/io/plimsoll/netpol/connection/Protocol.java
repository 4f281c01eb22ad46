package io.plimsoll.netpol.connection;

import java.util.Optional;

/** A transport protocol that policies speak of, in the order in which connections are printed. */
public enum Protocol {
  SCTP(0),
  TCP(1),
  UDP(2);

  private static final Protocol[] ALL = values();

  private final int index;

  Protocol(int index) {
    this.index = index;
  }

  /** Returns its place among the protocols, from 0. */
  int index() {
    return index;
  }

  /** Returns the protocol of that name, upper case as the API writes it; empty if it is none. */
  public static Optional<Protocol> tryParse(String name) {
    for (Protocol protocol : ALL) {
      if (protocol.name().equals(name)) {
        return Optional.of(protocol);
      }
    }
    return Optional.empty();
  }
}
