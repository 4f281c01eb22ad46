package io.plimsoll.netpol.connection;

import java.util.Optional;

/**
 * An IP address as a number of 32 or 128 bits. Addresses are ordered by family, then by number.
 *
 * @param family the family
 * @param high the upper 64 bits, 0 for IPv4
 * @param low the lower 64 bits
 */
public record IpAddress(AddressFamily family, long high, long low)
    implements Comparable<IpAddress> {

  public IpAddress {
    if (family == AddressFamily.IPV4 && (high != 0 || low >>> 32 != 0)) {
      throw new IllegalArgumentException("not an IPv4 address: \"" + high + ":" + low + "\"");
    }
  }

  /**
   * Reads an address strictly: no leading zeros, no zone; an IPv4 address mapped to IPv6 ({@code ::ffff:192.0.2.1}) is an IPv4
   * address, as in Go.
   *
   * @throws IllegalArgumentException if the text is no address
   */
  public static IpAddress parse(String text) {
    return tryParse(text)
        .orElseThrow(() -> new IllegalArgumentException("not an IP address: \"" + text + "\""));
  }

  /** Reads an address as {@link #parse} does; empty if it is none. */
  public static Optional<IpAddress> tryParse(String text) {
    return Optional.ofNullable(AddressText.parse(text));
  }

  static IpAddress v4(long number) {
    return new IpAddress(AddressFamily.IPV4, 0, number);
  }

  static IpAddress v6(long high, long low) {
    return new IpAddress(AddressFamily.IPV6, high, low);
  }

  /** Returns the smallest or greatest address whose first {@code prefix} bits are those of this one. */
  IpAddress fill(int prefix, boolean ones) {
    if (family == AddressFamily.IPV4) {
      long mask = prefix == 0 ? 0xFFFFFFFFL : (1L << (32 - prefix)) - 1;
      return v4(ones ? low | mask : low & ~mask);
    }
    long highMask = prefix >= 64 ? 0 : -1L >>> prefix;
    long lowMask = prefix >= 128 ? 0 : prefix <= 64 ? -1L : -1L >>> (prefix - 64);
    return ones ? v6(high | highMask, low | lowMask) : v6(high & ~highMask, low & ~lowMask);
  }

  /** Returns the smallest or the greatest address of a family. */
  public static IpAddress bound(AddressFamily family, boolean greatest) {
    return new IpAddress(family, 0, 0).fill(0, greatest);
  }

  /** Returns the next address; empty after the greatest. */
  public Optional<IpAddress> next() {
    if (equals(bound(family, true))) {
      return Optional.empty();
    }
    return Optional.of(new IpAddress(family, low == -1L ? high + 1 : high, low + 1));
  }

  /** Returns the address before this one; empty before the smallest. */
  public Optional<IpAddress> previous() {
    if (high == 0 && low == 0) {
      return Optional.empty();
    }
    return Optional.of(new IpAddress(family, low == 0 ? high - 1 : high, low - 1));
  }

  @Override
  public int compareTo(IpAddress other) {
    int order = family.compareTo(other.family);
    order = order != 0 ? order : Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }

  /** Returns the address in its usual form (IPv6: RFC 5952). */
  @Override
  public String toString() {
    return AddressText.format(this);
  }
}
