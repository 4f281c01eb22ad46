package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.validation.Draft;

/** Defaults of amounts of resources. Mirrors {@code SetDefaults_ResourceList}. */
public final class ResourceLists {

  private ResourceLists() {}

  /** Rounds the amounts in {@code limits} and {@code requests} up to thousandths. */
  static void roundUp(Draft resources) {
    resources.edit("limits", ResourceLists::roundUpAll);
    resources.edit("requests", ResourceLists::roundUpAll);
  }

  /** Returns a list of resources with its amounts rounded up to thousandths. */
  public static MappingValue roundedUp(MappingValue list) {
    return Draft.edit(list, ResourceLists::roundUpAll);
  }

  /** Rounds all amounts up to thousandths. */
  static void roundUpAll(Draft list) {
    for (String name : list.fields()) {
      if (list.get(name) instanceof ScalarValue text && mayBeFiner(text.text())) {
        Quantity.tryParse(text)
            .filter(amount -> amount.toBigDecimal().stripTrailingZeros().scale() > 3)
            .ifPresent(amount -> list.set(name, ScalarValue.of(amount.roundedUpToMillis().toString())));
      }
    }
  }

  /** Only a fraction, a negative exponent, or one of the small suffixes makes an amount finer than a thousandth. */
  private static boolean mayBeFiner(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' || c == 'n' || c == 'u' || (c == '-' && i > 0)) {
        return true;
      }
    }
    return false;
  }

  /** Gives each limit that has no request one of the same amount. */
  static void requestLimits(Draft resources) {
    if (!(resources.get("limits") instanceof MappingValue limits)) {
      return;
    }
    resources.editOrCreate("requests", requests -> {
      for (int i = 0; i < limits.size(); i++) {
        Value limit = limits.value(i);
        if (!requests.has(limits.key(i))) {
          requests.set(limits.key(i), limit);
        }
      }
    });
  }
}
