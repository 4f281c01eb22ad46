package io.plimsoll.core.registry.policy;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.registry.MapOrder;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.QuantityRules;
import io.plimsoll.core.registry.ResourceNames;
import io.plimsoll.core.validation.FieldError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * What pods need besides their containers. Mirrors {@code validateOverhead} of {@code pkg/apis/node/validation}, which checks it
 * as if it were the limits of a container.
 */
final class OverheadRules {

  private static final String HUGE_PAGES = "hugepages-";

  private OverheadRules() {}

  static void check(Part overhead) {
    Map<String, Quantity> amounts = overhead.quantities("podFixed");
    FieldPath limits = overhead.path().field("limits");
    boolean hugePages = false;
    for (Map.Entry<String, Quantity> entry : MapOrder.byKey(amounts)) {
      String name = entry.getKey();
      Quantity amount = entry.getValue();
      FieldPath path = limits.key(name);
      overhead.errors().addAll(ResourceNames.containerErrors(path, name));
      overhead.errors().addAll(QuantityRules.errors(path, name, amount));
      if (ResourceNames.isHugePages(name)) {
        hugePages = true;
        if (!isMultiple(name, amount)) {
          overhead.error(FieldError.invalid(
              path,
              amount.toString(),
              amount + " is not positive integer multiple of " + name));
        }
      }
    }
    if (hugePages && !amounts.containsKey("cpu") && !amounts.containsKey("memory")) {
      overhead.error(
          FieldError.forbidden(overhead.path(), "HugePages require cpu or memory"));
    }
  }

  /** Returns whether huge pages make up an amount: {@code IsHugePageResourceValueDivisible}. */
  private static boolean isMultiple(String name, Quantity amount) {
    Optional<Quantity> size = Quantity.tryParse(name.substring(HUGE_PAGES.length()));
    if (size.isEmpty() || size.get().sign() <= 0 || !QuantityRules.isWhole(size.get())) {
      return false;
    }
    BigDecimal whole = amount.toBigDecimal().setScale(0, RoundingMode.UP);
    return whole.remainder(size.get().toBigDecimal()).signum() == 0;
  }
}
