package io.plimsoll.netpol.connection;

import io.plimsoll.core.model.IpText;
import org.jspecify.annotations.Nullable;

/** IP addresses from and to text, as Go's {@code netip} reads and prints them. */
final class AddressText {

  private AddressText() {}

  static @Nullable IpAddress parse(String text) {
    IpText ip = IpText.parse(text).filter(read -> !read.padded()).orElse(null);
    if (ip == null) {
      return null;
    }
    return ip.v4() ? IpAddress.v4(ip.low()) : IpAddress.v6(ip.high(), ip.low());
  }

  static String format(IpAddress address) {
    boolean v4 = address.family() == AddressFamily.IPV4;
    return new IpText(address.high(), address.low(), v4, !v4, false).canonical();
  }
}
