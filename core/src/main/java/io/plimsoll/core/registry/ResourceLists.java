package io.plimsoll.core.registry;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.validation.Draft;
import org.jspecify.annotations.Nullable;

/** The default that holds for all maps of amounts: no more than three decimal places. Mirrors {@code SetDefaults_ResourceList} of {@code pkg/apis/core/v1}. */
public final class ResourceLists {

  private static final String LIMITS = "limits";
  private static final String REQUESTS = "requests";

  private ResourceLists() {}

  /** Rounds the amounts of a map up, if there is one. */
  public static void round(Draft draft, String field) {
    if (mayBeFine(draft.get(field))) {
      draft.edit(field, ResourceLists::round);
    }
  }

  /** Rounds the limits and requests in an object up, if there is one. */
  public static void roundResources(Draft draft, String field) {
    if (draft.get(field) instanceof MappingValue resources
        && (mayBeFine(resources.get(LIMITS)) || mayBeFine(resources.get(REQUESTS)))) {
      draft.edit(field, changed -> {
        round(changed, LIMITS);
        round(changed, REQUESTS);
      });
    }
  }

  private static void round(Draft amounts) {
    for (String name : amounts.fields()) {
      if (amounts.get(name) instanceof ScalarValue scalar && mayBeFine(scalar.text())) {
        Quantity.tryParse(scalar)
            .filter(exact -> exact.toBigDecimal().scale() > 3)
            .ifPresent(
                exact -> amounts.set(name, ScalarValue.of(exact.roundUp(3).toString())));
      }
    }
  }

  private static boolean mayBeFine(@Nullable Value list) {
    if (!(list instanceof MappingValue amounts)) {
      return false;
    }
    for (int i = 0; i < amounts.size(); i++) {
      if (amounts.value(i) instanceof ScalarValue scalar && mayBeFine(scalar.text())) {
        return true;
      }
    }
    return false;
  }

  /** Only a fraction, a negative exponent, or one of the small suffixes makes an amount finer than a thousandth. */
  private static boolean mayBeFine(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' || c == 'n' || c == 'u' || (c == '-' && i > 0)) {
        return true;
      }
    }
    return false;
  }
}
