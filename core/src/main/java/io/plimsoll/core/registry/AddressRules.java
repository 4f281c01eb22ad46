package io.plimsoll.core.registry;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.CidrText;
import io.plimsoll.core.model.IpText;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Addresses and networks in fields that once took more than they should: leading zeros, IPv4 mapped to IPv6 and bits after the
 * prefix are refused where they are new, and other unusual spellings are warned of. Mirrors {@code
 * k8s.io/apimachinery/pkg/util/validation/ip.go} with {@code StrictIPCIDRValidation}.
 */
public final class AddressRules {

  private static final String NO_ADDRESS =
      "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)";
  private static final String NO_CIDR =
      "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)";

  private AddressRules() {}

  /** Returns what keeps a text from being an address: {@code IsValidIPForLegacyField}. */
  public static List<FieldError> address(FieldPath path, String value, List<String> existing) {
    if (existing.contains(value)) {
      return List.of();
    }
    Optional<IpText> address = IpText.parse(value);
    if (address.isEmpty()) {
      return List.of(FieldError.invalid(path, value, NO_ADDRESS));
    }
    if (address.get().padded()) {
      return List.of(FieldError.invalid(path, value, "must not have leading 0s"));
    }
    return address.get().isMapped()
        ? List.of(FieldError.invalid(path, value, "must not be an IPv4-mapped IPv6 address"))
        : List.of();
  }

  /** Returns what keeps a text from being an address as it is usually written: {@code IsValidIP}. */
  public static List<FieldError> strictAddress(FieldPath path, String value) {
    List<FieldError> errors = address(path, value, List.of());
    String usual = IpText.parse(value).map(IpText::canonical).orElse(value);
    return errors.isEmpty() && !usual.equals(value)
        ? List.of(FieldError.invalid(
            path, value, "must be in canonical form (" + GoText.quote(usual) + ")"))
        : errors;
  }

  /** Returns what keeps a text from being a network: {@code IsValidCIDRForLegacyField}. */
  public static List<FieldError> cidr(FieldPath path, String value, List<String> existing) {
    if (existing.contains(value)) {
      return List.of();
    }
    Optional<CidrText> cidr = CidrText.parse(value);
    if (cidr.isEmpty()) {
      return List.of(FieldError.invalid(path, value, NO_CIDR));
    }
    String detail = "";
    if (!cidr.get().isStrict()) {
      detail = "must not have leading 0s in IP or prefix length";
    } else if (cidr.get().address().isMapped()) {
      detail = "must not have an IPv4-mapped IPv6 address";
    } else if (!cidr.get().address().isSame(cidr.get().network())) {
      detail = "must not have bits set beyond the prefix length";
    }
    return detail.isEmpty() ? List.of() : List.of(FieldError.invalid(path, value, detail));
  }

  /** Returns what keeps a text from being a network as it is usually written: {@code IsValidCIDR}. */
  public static List<FieldError> strictCidr(FieldPath path, String value) {
    List<FieldError> errors = cidr(path, value, List.of());
    String usual = CidrText.parse(value).map(CidrText::canonical).orElse(value);
    return errors.isEmpty() && !usual.equals(value)
        ? List.of(FieldError.invalid(
            path, value, "must be in canonical form (" + GoText.quote(usual) + ")"))
        : errors;
  }

  /** Returns what is remarked of an address: {@code GetWarningsForIP}. */
  public static List<String> addressWarnings(FieldPath path, String value) {
    return IpText.parse(value)
        .map(address -> {
          String usual = address.canonical();
          if (address.padded() || address.isMapped()) {
            return List.of(path + ": non-standard IP address " + GoText.quote(value)
                + " is invalid: use " + GoText.quote(usual));
          }
          return !address.v4() && !usual.equals(value)
              ? List.of(path + ": IPv6 address " + GoText.quote(value)
                  + " should be in RFC 5952 canonical format (" + GoText.quote(usual) + ")")
              : List.<String>of();
        })
        .orElse(List.of());
  }

  /** Returns what is remarked of a network: {@code GetWarningsForCIDR}. */
  public static List<String> cidrWarnings(FieldPath path, String value) {
    return CidrText.parse(value).map(cidr -> warnings(path, value, cidr)).orElse(List.of());
  }

  private static List<String> warnings(FieldPath path, String value, CidrText cidr) {
    List<String> warnings = new ArrayList<>();
    IpText address = cidr.address();
    String usual = GoText.quote(cidr.canonical());
    if (!address.isSame(cidr.network())) {
      String single = address.canonical() + '/' + (address.colon() ? 128 : 32);
      warnings.add(path + ": CIDR value " + GoText.quote(value)
          + " is ambiguous in this context (should be " + usual + " or " + GoText.quote(single)
          + "?)");
    }
    if (!cidr.isStrict() || address.isMapped()) {
      warnings.add(
          path + ": non-standard CIDR value " + GoText.quote(value) + " is invalid: use " + usual);
    }
    if (warnings.isEmpty() && !address.v4() && !cidr.canonical().equals(value)) {
      warnings.add(path + ": IPv6 CIDR value " + GoText.quote(value)
          + " should be in RFC 5952 canonical format (" + usual + ")");
    }
    return warnings;
  }

  /** Returns what keeps an address from being one that traffic can go to: {@code ValidateEndpointIP} of {@code pkg/apis/core/validation}. */
  public static List<FieldError> endpoint(FieldPath path, String value) {
    Optional<IpText> parsed = IpText.parse(value);
    if (parsed.isEmpty()) {
      return List.of(FieldError.invalid(path, value, "must be a valid IP address"));
    }
    IpText ip = parsed.get();
    List<FieldError> errors = new ArrayList<>();
    if (ip.high() == 0 && ip.low() == 0) {
      errors.add(FieldError.invalid(path, value, "may not be unspecified (" + value + ")"));
    }
    if (ip.v4() ? ip.low() >>> 24 == 127 : ip.high() == 0 && ip.low() == 1) {
      errors.add(FieldError.invalid(
          path, value, "may not be in the loopback range (127.0.0.0/8, ::1/128)"));
    }
    if (ip.v4() ? ip.low() >>> 16 == 0xA9FE : ip.high() >>> 54 == 0x3FA) {
      errors.add(FieldError.invalid(
          path, value, "may not be in the link-local range (169.254.0.0/16, fe80::/10)"));
    }
    if (ip.v4() ? ip.low() >>> 8 == 0xE00000 : (ip.high() >>> 48 & 0xFF0F) == 0xFF02) {
      errors.add(FieldError.invalid(
          path, value, "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)"));
    }
    return errors;
  }
}
