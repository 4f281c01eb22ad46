package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.registry.MapOrder;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.QuantityRules;
import io.plimsoll.core.registry.ResourceNames;
import io.plimsoll.core.validation.FieldError;
import java.util.Map;

/**
 * What a pod needs besides its containers, as pods and RuntimeClasses say it. Mirrors {@code validateOverhead} of {@code
 * pkg/apis/core/validation} and of {@code pkg/apis/node/validation}, which check it as if it were the limits of a container.
 */
public final class OverheadRules {

  private OverheadRules() {}

  /**
   * Adds what is wrong with an overhead.
   *
   * @param part the object that has it
   * @param path where it is
   * @param partialPages whether an amount need not be a whole number of huge pages
   */
  public static void check(
      Part part, FieldPath path, Map<String, Quantity> amounts, boolean partialPages) {
    boolean huge = false;
    for (Map.Entry<String, Quantity> entry : MapOrder.byKey(amounts)) {
      String name = entry.getKey();
      Quantity amount = entry.getValue();
      FieldPath at = path.field("limits").key(name);
      part.errors().addAll(ResourceNames.containerErrors(at, name));
      part.errors().addAll(QuantityRules.errors(at, name, amount));
      boolean isHuge = ResourceNames.isHugePages(name);
      huge |= isHuge;
      if (isHuge && !partialPages && !ResourceRules.isDivisible(name, amount)) {
        part.error(FieldError.invalid(
            at, amount.toString(), amount + " is not positive integer multiple of " + name));
      }
    }
    if (huge && !amounts.containsKey("cpu") && !amounts.containsKey("memory")) {
      part.error(FieldError.forbidden(path, "HugePages require cpu or memory"));
    }
  }
}
