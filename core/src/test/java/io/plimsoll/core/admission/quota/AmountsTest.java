package io.plimsoll.core.admission.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.model.Quantity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AmountsTest {

  private static Map<String, Quantity> of(String... pairs) {
    Map<String, Quantity> amounts = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      amounts.put(pairs[i], Quantity.parse(pairs[i + 1]));
    }
    return amounts;
  }

  @Test
  void amountsAddUp() {
    assertThat(Amounts.add(of("cpu", "1"), of("cpu", "500m", "memory", "1Gi")))
        .isEqualTo(of("cpu", "1500m", "memory", "1Gi"));
  }

  @Test
  void growthIsWhatIsMore() {
    assertThat(Amounts.growth(of("cpu", "3", "memory", "1Gi"), of("cpu", "1", "memory", "2Gi")))
        .isEqualTo(of("cpu", "2"));
  }

  @Test
  void amountsArePrintedInOrder() {
    assertThat(Amounts.print(of("pods", "1", "cpu", "1500m"))).isEqualTo("cpu=1500m,pods=1");
    assertThat(Amounts.printNames(Set.of("pods", "cpu"))).isEqualTo("cpu,pods");
  }

  @Test
  void amountsAreHeldAgainstLimits() {
    assertThat(Amounts.exceeding(of("cpu", "2", "pods", "1"), of("cpu", "1", "pods", "1")))
        .containsExactly("cpu");
    assertThat(Amounts.negative(of("cpu", "-1", "pods", "1"))).containsExactly("cpu");
    assertThat(Amounts.mask(of("cpu", "2", "pods", "1"), Set.of("pods")))
        .isEqualTo(of("pods", "1"));
    assertThat(Amounts.withoutZeros(of("cpu", "0", "pods", "1"))).isEqualTo(of("pods", "1"));
  }
}
