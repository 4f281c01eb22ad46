package io.plimsoll.netpol.connection;

import java.util.Optional;

/**
 * An address and how many of its first bits a network shares, such as {@code 192.168.0.0/16}.
 *
 * @param address the address as written, which may have bits set after the prefix
 * @param prefix the number of bits
 */
public record Cidr(IpAddress address, int prefix) {

  public Cidr {
    if (prefix < 0 || prefix > address.family().bits()) {
      throw new IllegalArgumentException("not a prefix of an address: \"" + prefix + "\"");
    }
  }

  /** Reads a CIDR strictly: no leading zeros, no IPv4 address mapped to IPv6; empty if the text is none. */
  public static Optional<Cidr> tryParse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    String address = text.substring(0, slash);
    int prefix = prefix(text.substring(slash + 1));
    boolean colon = address.indexOf(':') >= 0;
    return IpAddress.tryParse(address)
        .filter(ip -> (ip.family() == AddressFamily.IPV6) == colon)
        .filter(ip -> prefix >= 0 && prefix <= ip.family().bits())
        .map(ip -> new Cidr(ip, prefix));
  }

  private static int prefix(String text) {
    boolean number = !text.isEmpty()
        && text.length() <= 3
        && text.chars().allMatch(c -> c >= '0' && c <= '9')
        && (text.length() == 1 || text.charAt(0) != '0');
    return number ? Integer.parseInt(text) : -1;
  }

  /** Returns the addresses of the network. */
  public AddressRange range() {
    return new AddressRange(address.fill(prefix, false), address.fill(prefix, true));
  }

  /** Returns the network without bits after the prefix. */
  public Cidr canonical() {
    return new Cidr(address.fill(prefix, false), prefix);
  }

  /** Returns whether the address has no bits set after the prefix. */
  public boolean isCanonical() {
    return address.equals(address.fill(prefix, false));
  }

  /** Returns {@code address/prefix}. */
  @Override
  public String toString() {
    return address + "/" + prefix;
  }
}
