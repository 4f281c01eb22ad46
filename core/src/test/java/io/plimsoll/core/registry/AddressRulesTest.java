package io.plimsoll.core.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses in fields that once took more than they should. */
class AddressRulesTest {

  private static final FieldPath AT = FieldPath.of("a");

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.1 | ''",
        "::1 | ''",
        "x | must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)",
        "010.0.0.1 | must not have leading 0s",
        "::ffff:10.0.0.1 | must not be an IPv4-mapped IPv6 address",
      })
  void addresses(String text, String detail) {
    assertThat(details(AddressRules.address(AT, text, List.of()))).isEqualTo(detail);
    assertThat(AddressRules.address(AT, text, List.of(text))).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.0/8 | ''",
        "2001:DB8::/32 | ''",
        "10.0.0.0 | must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)",
        "10.0.0.0/08 | must not have leading 0s in IP or prefix length",
        "::ffff:10.0.0.0/104 | must not have an IPv4-mapped IPv6 address",
        "10.0.0.1/8 | must not have bits set beyond the prefix length",
      })
  void networks(String text, String detail) {
    assertThat(details(AddressRules.cidr(AT, text, List.of()))).isEqualTo(detail);
    assertThat(AddressRules.cidr(AT, text, List.of(text))).isEmpty();
  }

  @Test
  void unusualSpellingsAreRemarked() {
    assertThat(AddressRules.addressWarnings(AT, "10.0.0.1")).isEmpty();
    assertThat(AddressRules.addressWarnings(AT, "x")).isEmpty();
    assertThat(AddressRules.addressWarnings(AT, "::FFFF:10.0.0.1"))
        .containsExactly(
            "a: non-standard IP address \"::FFFF:10.0.0.1\" is invalid: use \"10.0.0.1\"");
    assertThat(AddressRules.addressWarnings(AT, "1:0::1"))
        .containsExactly(
            "a: IPv6 address \"1:0::1\" should be in RFC 5952 canonical format (\"1::1\")");
    assertThat(AddressRules.cidrWarnings(AT, "10.0.0.1/8"))
        .containsExactly(
            "a: CIDR value \"10.0.0.1/8\" is ambiguous in this context (should be \"10.0.0.0/8\" or \"10.0.0.1/32\"?)");
    assertThat(AddressRules.cidrWarnings(AT, "010.0.0.1/8"))
        .containsExactly(
            "a: CIDR value \"010.0.0.1/8\" is ambiguous in this context (should be \"10.0.0.0/8\" or \"10.0.0.1/32\"?)",
            "a: non-standard CIDR value \"010.0.0.1/8\" is invalid: use \"10.0.0.0/8\"");
    assertThat(AddressRules.cidrWarnings(AT, "1:0::/32"))
        .containsExactly(
            "a: IPv6 CIDR value \"1:0::/32\" should be in RFC 5952 canonical format (\"1::/32\")");
    assertThat(AddressRules.cidrWarnings(AT, "x")).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "80.1.1.1 | ''",
        "x | must be a valid IP address",
        "0.0.0.0 | may not be unspecified (0.0.0.0)",
        ":: | may not be unspecified (::)",
        "127.1.1.1 | may not be in the loopback range (127.0.0.0/8, ::1/128)",
        "::1 | may not be in the loopback range (127.0.0.0/8, ::1/128)",
        "169.254.1.1 | may not be in the link-local range (169.254.0.0/16, fe80::/10)",
        "fe80::1 | may not be in the link-local range (169.254.0.0/16, fe80::/10)",
        "febf::1 | may not be in the link-local range (169.254.0.0/16, fe80::/10)",
        "224.0.0.9 | may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)",
        "ff12::9 | may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)",
        "fec0::1 | ''",
      })
  void whereTrafficCannotGo(String text, String detail) {
    assertThat(details(AddressRules.endpoint(AT, text))).isEqualTo(detail);
  }

  private static String details(List<FieldError> errors) {
    return String.join(";", errors.stream().map(FieldError::detail).toList());
  }
}
