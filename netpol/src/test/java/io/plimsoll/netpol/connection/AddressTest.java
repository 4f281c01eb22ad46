package io.plimsoll.netpol.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255",
    "::, ::",
    "::1, ::1",
    "1::, 1::",
    "FE80:0abc:0:0:0:0:0:1, fe80:abc::1",
    "1:0:0:2:0:0:0:3, 1:0:0:2::3",
    "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
    "1:2:3:4:5:6:0:8, 1:2:3:4:5:6:0:8",
    "::ffff:192.0.2.1, 192.0.2.1",
    "64:ff9b::192.0.2.1, 64:ff9b::c000:201",
  })
  void addressesAreReadAndPrintedInTheUsualForm(String text, String printed) {
    assertThat(IpAddress.parse(text)).hasToString(printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2.3",
        "1.2.3.4.5",
        "01.2.3.4",
        "256.1.1.1",
        "1.2.3.4 ",
        "1.2.3.",
        "a.b.c.d",
        ":",
        ":::",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "12345::",
        "g::",
        "::1.2.3",
        "1:",
        "::1%eth0",
        "1.2.3.4::",
        "١.٢.٣.٤"
      })
  void otherTextIsNoAddress(String text) {
    assertThat(IpAddress.tryParse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3/8, 10.0.0.0-10.255.255.255, false",
    "10.0.0.0/8, 10.0.0.0-10.255.255.255, true",
    "0.0.0.0/0, 0.0.0.0-255.255.255.255, true",
    "1.2.3.4/32, 1.2.3.4-1.2.3.4, true",
    "::/0, ::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, true",
    "fd00::/63, fd00::-fd00::1:ffff:ffff:ffff:ffff, true",
    "fd00::/65, fd00::-fd00::7fff:ffff:ffff:ffff, true",
    "fd00::1/128, fd00::1-fd00::1, true",
  })
  void aCidrIsARange(String text, String range, boolean canonical) {
    Cidr cidr = Cidr.tryParse(text).orElseThrow();

    assertThat(cidr.range()).hasToString(range);
    assertThat(cidr.isCanonical()).isEqualTo(canonical);
    assertThat(cidr.canonical().range()).isEqualTo(cidr.range());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0",
        "10.0.0.0/33",
        "10.0.0.0/",
        "10.0.0.0/08",
        "10.0.0.0/-1",
        "::/129",
        "::ffff:1.2.3.4/120",
        "x/8"
      })
  void otherTextIsNoCidr(String text) {
    assertThat(Cidr.tryParse(text)).isEmpty();
  }

  @Test
  void holesLeaveRangesWithGaps() {
    AddressRange ten = AddressRange.parse("10.0.0.0/8");
    List<AddressRange> holes = Stream.of(
            "10.128.0.0/9", "10.0.0.0/16", "10.0.128.0/17", "192.0.2.0/24", "::/0", "10.2.0.0/16")
        .map(AddressRange::parse)
        .toList();

    assertThat(ten.minus(holes))
        .extracting(Object::toString)
        .containsExactly("10.1.0.0-10.1.255.255", "10.3.0.0-10.127.255.255");
    assertThat(ten.minus(List.of(AddressRange.parse("0.0.0.0/0")))).isEmpty();
    assertThat(ten.minus(List.of())).containsExactly(ten);
  }

  @Test
  void aRangeIsReadInThreeForms() {
    assertThat(AddressRange.parse("10.0.0.1")).hasToString("10.0.0.1-10.0.0.1");
    assertThat(AddressRange.parse("10.0.0.1-10.0.0.9")).hasToString("10.0.0.1-10.0.0.9");
    assertThat(AddressRange.parse("fd00::/8").family()).isEqualTo(AddressFamily.IPV6);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AddressRange.parse("10.0.0.9-10.0.0.1"))
        .withMessage("not an address or range: \"10.0.0.9-10.0.0.1\"");
  }
}
