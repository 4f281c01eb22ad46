package io.plimsoll.netpol;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** CIDRs, bit by bit. */
final class NaiveCidr {

  private NaiveCidr() {}

  static boolean isV6(String ip) {
    return parse(ip) instanceof Inet6Address;
  }

  static boolean contains(String cidr, String ip) {
    byte[] network = parse(cidr.substring(0, cidr.indexOf('/'))).getAddress();
    byte[] address = parse(ip).getAddress();
    if (network.length != address.length) {
      return false;
    }
    int bits = Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1));
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >>> (i % 8);
      if ((network[i / 8] & mask) != (address[i / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  /** Literals only: nothing is looked up. */
  private static InetAddress parse(String ip) {
    try {
      return InetAddress.getByName(ip);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(ip, e);
    }
  }
}
