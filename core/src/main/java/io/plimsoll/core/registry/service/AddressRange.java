package io.plimsoll.core.registry.service;

import io.plimsoll.core.model.CidrText;
import io.plimsoll.core.model.IpText;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A range of addresses that Services get theirs from: all but the network's own and, for IPv4, the one of its broadcasts. Mirrors
 * {@code pkg/registry/core/service/ipallocator}: {@code NewIPAllocator}, {@code calculateRangeOffset} and {@code
 * PrefixContainsIP} of {@code pkg/api/servicecidr}.
 *
 * <p>Upstream keeps the start of a range for those who ask for an address, and gives the others one of the rest at random, or of
 * the start if the rest is used up. Here they get the first one that is free, in the same order.
 */
final class AddressRange {

  private static final int SHORTEST_V6_PREFIX = 64;
  private static final long LEAST_OFFSET = 16;
  private static final long MOST_OFFSET = 256;

  private final CidrText cidr;
  private final IpText network;
  private final int hostBits;

  private AddressRange(CidrText cidr, int hostBits) {
    this.cidr = cidr;
    this.network = plain(cidr.network());
    this.hostBits = hostBits;
  }

  /** Returns a range; none for a network that is too large. */
  static Optional<AddressRange> of(CidrText cidr) {
    IpText network = cidr.network();
    int hostBits = (network.v4() && !network.isMapped() ? 32 : 128) - cidr.prefix();
    boolean large = !network.v4() && cidr.prefix() < SHORTEST_V6_PREFIX;
    return large ? Optional.empty() : Optional.of(new AddressRange(cidr, hostBits));
  }

  /** Returns an address as if it was spelled in the usual way. */
  static IpText plain(IpText address) {
    return new IpText(address.high(), address.low(), address.v4(), !address.v4(), false);
  }

  static String family(IpText address) {
    return address.v4() ? "IPv4" : "IPv6";
  }

  String family() {
    return family(network);
  }

  /** Returns the address of the network, which no Service has. */
  IpText network() {
    return network;
  }

  /** Returns the first address of a network, which is the one of the server itself. */
  static IpText first(CidrText cidr) {
    return at(plain(cidr.network()), 1);
  }

  private static IpText at(IpText network, long offset) {
    return new IpText(network.high(), network.low() + offset, network.v4(), !network.v4(), false);
  }

  /** Returns how far the last address is from the network's, as an unsigned number. */
  private long last() {
    long ones = hostBits >= Long.SIZE ? -1 : (1L << hostBits) - 1;
    return network.v4() ? ones - 1 : ones;
  }

  private boolean isEmpty() {
    return hostBits < (network.v4() ? 2 : 1);
  }

  /** Returns whether it has a plain address. */
  boolean contains(IpText address) {
    return !isEmpty()
        && cidr.contains(address)
        && Long.compareUnsigned(address.low() - network.low(), 1) >= 0
        && Long.compareUnsigned(address.low() - network.low(), last()) <= 0;
  }

  /** Returns how many addresses are kept for those who ask for one. */
  private long kept() {
    long size = hostBits >= Long.SIZE - 1 ? Long.MAX_VALUE : 1L << hostBits;
    boolean most = network.v4() && hostBits >= 31; // upstream takes the size for 0
    return most || size <= LEAST_OFFSET
        ? 0
        : Math.min(Math.max(LEAST_OFFSET, size / LEAST_OFFSET), MOST_OFFSET);
  }

  /** Returns its addresses in the order they are given: first those that are not kept, then those that are. */
  Iterator<IpText> addresses() {
    return new Addresses();
  }

  /** Goes around the range once. */
  private final class Addresses implements Iterator<IpText> {

    private final long start = 1 + kept();
    private long offset = start;
    private boolean over = isEmpty();

    @Override
    public boolean hasNext() {
      return !over;
    }

    @Override
    public IpText next() {
      if (over) {
        throw new NoSuchElementException("after the last of " + cidr);
      }
      IpText address = at(network, offset);
      offset = offset == last() ? 1 : offset + 1;
      over = offset == start;
      return address;
    }
  }

  /** Returns the range as upstream prints it. */
  @Override
  public String toString() {
    return cidr.canonical();
  }
}
