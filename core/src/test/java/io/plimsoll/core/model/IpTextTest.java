package io.plimsoll.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and networks as somebody wrote them. */
class IpTextTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "10.0.0.1,                10.0.0.1,      true,  false, false",
    "010.0.0.001,             10.0.0.1,      true,  false, true",
    "0.0.0.0,                 0.0.0.0,       true,  false, false",
    "::,                      ::,            false, true,  false",
    "2001:DB8:0:0:0:0:0:1,    2001:db8::1,   false, true,  false",
    "1:0:0:2:0:0:0:3,         1:0:0:2::3,    false, true,  false",
    "::ffff:192.0.2.1,        192.0.2.1,     true,  true,  false",
    "::ffff:192.0.02.1,       192.0.2.1,     true,  true,  true",
    "1::00002,                1::2,          false, true,  true",
    "64:ff9b::192.0.2.1,      64:ff9b::c000:201, false, true, false",
  })
  void addressesAreReadLeniently(
      String text, String canonical, boolean v4, boolean colon, boolean padded) {
    IpText ip = IpText.parse(text).orElseThrow();

    assertThat(ip.canonical()).isEqualTo(canonical);
    assertThat(ip.v4()).isEqualTo(v4);
    assertThat(ip.colon()).isEqualTo(colon);
    assertThat(ip.padded()).isEqualTo(padded);
    assertThat(ip.isMapped()).isEqualTo(v4 && colon);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "a.b.c.d",
        "1.2.3.-4",
        " 1.2.3.4",
        ":",
        ":::",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "fe80::1%eth0",
        "1:2:3:4:5:6:7::8",
        "::1.2.3",
        "::1.2.3.4:5",
        "12345::",
        "g::",
        "99999999999999999999.1.1.1"
      })
  void othersAreNone(String text) {
    assertThat(IpText.parse(text)).isEmpty();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "10.1.2.3/8,               10.0.0.0/8",
    "10.1.2.3/32,              10.1.2.3/32",
    "10.1.2.3/0,               0.0.0.0/0",
    "10.0.0.0/08,              10.0.0.0/8",
    "2001:db8::1/64,           2001:db8::/64",
    "2001:db8::1/128,          2001:db8::1/128",
    "2001:db8::1/0,            ::/0",
    "::ffff:1.2.3.4/120,       1.2.3.0/24",
    "::ffff:1.2.3.4/90,        ::ffc0:0:0/90",
  })
  void networksAreReadLeniently(String text, String canonical) {
    assertThat(CidrText.parse(text).orElseThrow().canonical()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0",
        "10.0.0.0/33",
        "10.0.0.0/",
        "10.0.0.0/-1",
        "::/129",
        "x/8",
        "1.2.3.4/8/8"
      })
  void otherNetworksAreNone(String text) {
    assertThat(CidrText.parse(text)).isEmpty();
  }

  @Test
  void aNetworkContainsItsAddressesHoweverTheyAreSpelled() {
    CidrText plain = CidrText.parse("10.0.0.0/8").orElseThrow();
    CidrText mapped = CidrText.parse("::ffff:10.0.0.0/104").orElseThrow();
    IpText inside = IpText.parse("::ffff:10.9.9.9").orElseThrow();
    IpText outside = IpText.parse("11.0.0.0").orElseThrow();
    IpText six = IpText.parse("::a00:0").orElseThrow();

    assertThat(plain.contains(inside)).isTrue();
    assertThat(mapped.contains(inside)).isTrue();
    assertThat(plain.contains(outside)).isFalse();
    assertThat(mapped.contains(outside)).isFalse();
    assertThat(plain.contains(six)).isFalse();
    assertThat(plain.isStrict()).isTrue();
    assertThat(CidrText.parse("010.0.0.0/8").orElseThrow().isStrict()).isFalse();
  }
}
