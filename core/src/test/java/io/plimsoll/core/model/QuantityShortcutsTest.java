package io.plimsoll.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is found out of common quantities for less is what the full rules say. */
class QuantityShortcutsTest {

  private static final String[] SUFFIXES = {
    "", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "e3", "E2",
    "e-3", "i", "K", "Mx", "ki", "e", " "
  };

  private final Random random = new Random(7);

  private String text() {
    StringBuilder text = new StringBuilder();
    if (random.nextInt(20) == 0) {
      text.append(random.nextBoolean() ? '-' : '+');
    }
    int digits = random.nextInt(random.nextInt(4) == 0 ? 22 : 6);
    for (int i = 0; i < digits; i++) {
      text.append(random.nextInt(3) == 0 ? 0 : random.nextInt(10));
    }
    if (random.nextInt(10) == 0) {
      text.append('.').append(random.nextInt(1000));
    }
    return text.append(SUFFIXES[random.nextInt(SUFFIXES.length)]).toString();
  }

  @Test
  void aPlainTextIsReadAsAnyIs() {
    int plain = 0;
    for (int i = 0; i < 100_000; i++) {
      String text = text();
      Quantity quick = QuantityParser.plain(text);
      if (quick != null) {
        plain++;
        Quantity full = new QuantityParser(text).parse();
        assertThat(full).as(text).isNotNull().isEqualTo(quick);
        assertThat(quick.format()).as(text).isEqualTo(full.format());
        assertThat(quick.toString()).as(text).isEqualTo(full.toString());
        assertThat(quick.toBigDecimal()).as(text).isEqualTo(full.toBigDecimal());
      }
    }
    assertThat(plain).isGreaterThan(10_000);
  }

  @Test
  void amountsArePrintedAndComparedAsBigNumbersAre() {
    List<Quantity> known = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      String text = text();
      Quantity.tryParse(text).map(read -> read.add(Quantity.ZERO)).ifPresent(amount -> {
        assertThat(amount.toString())
            .as(text)
            .isEqualTo(QuantityText.of(amount.toBigDecimal(), amount.format()));
        known.add(amount);
        Quantity other = known.get(random.nextInt(known.size()));
        assertThat(Integer.signum(amount.compareTo(other)))
            .as("%s and %s", amount, other)
            .isEqualTo(amount.toBigDecimal().compareTo(other.toBigDecimal()));
      });
    }
  }
}
