package io.plimsoll.core.admission.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.model.Quantity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AmountListTest {

  @Test
  void isAMapInTheOrderOfItsNames() {
    Random random = new Random(7);
    for (int most = 0; most < 100; most++) {
      AmountList list = new AmountList(most);
      Map<String, Quantity> map = new LinkedHashMap<>();
      for (int i = 0; i < most; i++) {
        String name = "name-" + random.nextInt(most);
        Quantity amount = Quantity.of(i, Quantity.Format.DECIMAL_SI);
        list.put(name, amount);
        map.put(name, amount);
      }

      assertThat(list.toMap()).isEqualTo(map);
      assertThat(list.toMap().keySet()).containsExactlyElementsOf(map.keySet());
    }
  }
}
