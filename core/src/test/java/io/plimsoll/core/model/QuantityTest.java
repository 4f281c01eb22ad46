package io.plimsoll.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.core.model.Quantity.Format;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "0,0,DecimalSI",
    "100m,100m,DecimalSI",
    "0.1,100m,DecimalSI",
    "1000m,1,DecimalSI",
    "1500m,1500m,DecimalSI",
    "1.5Gi,1536Mi,BinarySI",
    "1024Mi,1Gi,BinarySI",
    "1000Ki,1000Ki,BinarySI",
    "0.5Ki,512,BinarySI",
    "0.5Mi,512Ki,BinarySI",
    "12e6,12e6,DecimalExponent",
    "12000e3,12e6,DecimalExponent",
    "1E,1E,DecimalSI",
    "1E3,1E3,DecimalExponent",
    "0.0000000001,1n,DecimalSI",
    "-1.5,-1500m,DecimalSI",
    ".,0,DecimalSI"
  })
  void aQuantityPrintsItsCanonicalText(String text, String canonical, String format) {
    Quantity quantity = Quantity.parse(text);

    assertThat(quantity).hasToString(canonical);
    assertThat(quantity.format()).hasToString(format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "1 ", " 1", "1..2", "1_000", "0x10", "١"})
  void aTextOfAnotherFormIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantity.parse(text))
        .withMessage(
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
    assertThat(Quantity.tryParse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1K", "1mi", "1Mm", "--1", "1e", "1Ee", "1i"})
  void anUnknownSuffixIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantity.parse(text))
        .withMessage("unable to parse quantity's suffix");
  }

  @Test
  void aNumberOfAbsurdLengthIsRefused() {
    assertThat(Quantity.tryParse("1".repeat(10_001))).isEmpty();
    assertThat(Quantity.tryParse("1".repeat(10_000))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "1,1,1000",
    "1m,1,1",
    "-1m,-1,-1",
    "1500u,1,2",
    "9223372036854775807,9223372036854775807,",
    "10E,,",
    "1e30,,"
  })
  void wholeValuesAreRoundedAwayFromZero(String text, Long value, Long milliValue) {
    Quantity quantity = Quantity.parse(text);

    assertThat(quantity.value()).isEqualTo(optional(value));
    assertThat(quantity.milliValue()).isEqualTo(optional(milliValue));
  }

  private static OptionalLong optional(Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  @Test
  void equalAmountsAreEqualHoweverTheyAreWritten() {
    List<Quantity> ones = List.of(
        Quantity.parse("1"),
        Quantity.parse("1000m"),
        Quantity.parse("1e0"),
        Quantity.parse("1.000"),
        Quantity.of(1, Format.BINARY_SI),
        Quantity.ofMillis(1000, Format.DECIMAL_SI));

    assertThat(ones).allSatisfy(one -> {
      assertThat(one).isEqualTo(ones.get(0)).hasSameHashCodeAs(ones.get(0));
      assertThat(one).isEqualByComparingTo(ones.get(0));
    });
  }

  @Test
  void theFirstOperandThatIsNotZeroDecidesTheFormat() {
    Quantity memory = Quantity.parse("1Gi");
    Quantity cpu = Quantity.parse("1k");

    assertThat(memory.add(cpu).format()).isEqualTo(Format.BINARY_SI);
    assertThat(cpu.add(memory).format()).isEqualTo(Format.DECIMAL_SI);
    assertThat(Quantity.ZERO.add(memory)).hasToString("1Gi");
    assertThat(memory.sub(memory)).hasToString("0");
    assertThat(memory.sub(memory).isZero()).isTrue();
  }

  @Test
  void sumsBeyond64BitsAreExact() {
    Quantity max = Quantity.of(Long.MAX_VALUE, Format.DECIMAL_SI);

    assertThat(max.add(max).toBigDecimal()).isEqualByComparingTo("18446744073709551614");
    assertThat(Quantity.of(Long.MIN_VALUE, Format.DECIMAL_SI).negate().toBigDecimal())
        .isEqualByComparingTo("9223372036854775808");
  }

  @ParameterizedTest
  @CsvSource({
    "1, true",
    "1m, false",
    "0.0001, false",
    "1500u, false",
    "1e30, true",
    "-1, true",
    "9223372036854775807, true",
    "10000000000000000000, false",
    "100000000000000000000, false",
    "10000000000000000000e99999, true",
    "1e999999, true"
  })
  void whatIsWholeIsAsUpstreamComputesIt(String text, boolean whole) {
    assertThat(Quantity.parse(text).isWholeInMillis()).isEqualTo(whole);
  }

  @Test
  void absurdExponentsCostNothing() {
    Quantity huge = Quantity.parse("1e2147483647");
    Quantity tiny = Quantity.parse("1e-2147483648");

    assertThat(huge).isGreaterThan(tiny);
    assertThat(huge.value()).isEmpty();
    assertThat(tiny).isEqualTo(Quantity.parse("1n"));
    assertThat(huge.hashCode()).isEqualTo(Quantity.parse("1e2147483647").hashCode());
    assertThat(huge.add(tiny)).isEqualTo(huge);
    assertThat(tiny.sub(huge)).isEqualTo(huge.negate());
    assertThat(huge.isWholeInMillis()).isTrue();
  }

  @Test
  void signsAreThoseOfTheAmount() {
    assertThat(Quantity.parse("-0").sign()).isZero();
    assertThat(Quantity.parse("-1n").sign()).isNegative();
    assertThat(Quantity.parse("99999999999999999999").sign()).isPositive();
    assertThat(Quantity.parse("-1").negate().toBigDecimal()).isEqualByComparingTo(BigDecimal.ONE);
  }
}
