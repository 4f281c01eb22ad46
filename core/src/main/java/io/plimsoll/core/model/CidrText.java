package io.plimsoll.core.model;

import java.util.Optional;

/**
 * A CIDR as somebody wrote it: what {@code ParseCIDRSloppy} of {@code k8s.io/utils/net} reads.
 *
 * @param address the address, which may have bits set after the prefix
 * @param prefix how many bits of the address as it is spelled the network shares
 * @param padded whether the length has superfluous zeros
 */
public record CidrText(IpText address, int prefix, boolean padded) {

  private static final int MAPPED_BITS = 96;

  /** Reads a CIDR; empty if the text is none however leniently it is read. */
  public static Optional<CidrText> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    String length = text.substring(slash + 1);
    int prefix = prefix(length);
    return IpText.parse(text.substring(0, slash))
        .filter(address -> prefix >= 0 && prefix <= (address.colon() ? 128 : 32))
        .map(address ->
            new CidrText(address, prefix, length.length() > 1 && length.charAt(0) == '0'));
  }

  private static int prefix(String text) {
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      number = number * 10 + digit;
      if (digit < 0 || digit > 9 || number > 128) {
        return -1;
      }
    }
    return text.isEmpty() ? -1 : number;
  }

  /** Returns the first address of the network. */
  public IpText network() {
    return address.masked(prefix);
  }

  /** Returns whether it is read strictly, too: no superfluous zeros. */
  public boolean isStrict() {
    return !padded && !address.padded();
  }

  /** Returns whether an address is in the network. */
  public boolean contains(IpText other) {
    IpText network = network();
    if (network.v4() != other.v4()) {
      return false;
    }
    IpText plain = new IpText(other.high(), other.low(), other.v4(), !other.v4(), false);
    return plain.masked(network.isMapped() ? prefix - MAPPED_BITS : prefix).isSame(network);
  }

  /** Returns the network in its usual form. */
  public String canonical() {
    IpText network = network();
    return network.canonical() + '/' + (network.isMapped() ? prefix - MAPPED_BITS : prefix);
  }
}
