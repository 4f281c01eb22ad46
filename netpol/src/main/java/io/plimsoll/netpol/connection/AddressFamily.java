package io.plimsoll.netpol.connection;

/** One of the two kinds of IP addresses, which never mix. */
public enum AddressFamily {
  IPV4(32),
  IPV6(128);

  private final int bits;

  AddressFamily(int bits) {
    this.bits = bits;
  }

  /** Returns the length of an address in bits. */
  public int bits() {
    return bits;
  }
}
