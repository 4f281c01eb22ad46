package io.plimsoll.netpol.api;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.Cidr;
import io.plimsoll.netpol.connection.IpAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A CIDR of a field that once took more than it should: leading zeros, addresses of IPv4 in IPv6, and bits after the prefix are
 * read, and refused in new objects. Mirrors {@code IsValidCIDRForLegacyField} of {@code
 * k8s.io/apimachinery/pkg/util/validation/ip.go}.
 *
 * @param range the addresses
 * @param prefix the length of the prefix as written
 */
record LegacyCidr(AddressRange range, int prefix) {

  /** The prefix of an IPv4 address in IPv6. */
  private static final int MAPPED = 96;

  /** Returns what a text means; {@code null} if it is no CIDR even so. */
  static @Nullable LegacyCidr parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return null;
    }
    String address = withoutLeadingZeros(text.substring(0, slash));
    String prefix = text.substring(slash + 1).replaceFirst("^0+(?=[0-9])", "");
    Optional<Cidr> cidr = Cidr.tryParse(address + "/" + prefix);
    if (cidr.isPresent()) {
      return new LegacyCidr(cidr.get().range(), cidr.get().prefix());
    }
    Optional<IpAddress> mapped = IpAddress.tryParse(address)
        .filter(ip -> ip.family() == AddressFamily.IPV4 && address.indexOf(':') >= 0);
    if (mapped.isEmpty() || !prefix.matches("[0-9]{1,3}") || Integer.parseInt(prefix) > 128) {
      return null;
    }
    int length = Integer.parseInt(prefix);
    Cidr inner = new Cidr(mapped.get(), Math.max(0, length - MAPPED));
    return new LegacyCidr(inner.range(), length);
  }

  private static String withoutLeadingZeros(String address) {
    if (address.indexOf(':') >= 0) {
      return address;
    }
    return Arrays.stream(address.split("\\.", -1))
        .map(octet -> octet.replaceFirst("^0+(?=[0-9])", ""))
        .collect(Collectors.joining("."));
  }

  /** Reports what is wrong with a CIDR and returns what it means all the same. */
  static @Nullable LegacyCidr check(String text, FieldPath path, FieldErrors errors) {
    LegacyCidr legacy = parse(text);
    if (legacy == null) {
      errors.invalid(path, text, "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)");
      return null;
    }
    Optional<Cidr> strict = Cidr.tryParse(text);
    if (strict.isEmpty()) {
      boolean mapped = text.indexOf(':') >= 0 && legacy.range.family() == AddressFamily.IPV4;
      errors.invalid(
          path,
          text,
          mapped
              ? "must not have an IPv4-mapped IPv6 address"
              : "must not have leading 0s in IP or prefix length");
    } else if (!strict.get().isCanonical()) {
      errors.invalid(path, text, "must not have bits set beyond the prefix length");
    }
    return legacy;
  }

  /** Returns whether another one is within this one and smaller. */
  boolean strictlyContains(LegacyCidr other) {
    return range.contains(other.range.first()) && prefix < other.prefix;
  }
}
