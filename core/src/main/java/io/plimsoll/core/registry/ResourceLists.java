package io.plimsoll.core.registry;

import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.validation.Draft;
import java.util.Optional;

/** The default that holds for all maps of amounts: no more than three decimal places. Mirrors {@code SetDefaults_ResourceList} of {@code pkg/apis/core/v1}. */
public final class ResourceLists {

  private ResourceLists() {}

  /** Rounds the amounts of a map up, if there is one. */
  public static void round(Draft draft, String field) {
    draft.edit(field, amounts -> {
      for (String name : draft.object(field).keys()) {
        Value value = amounts.get(name);
        Optional<Quantity> amount =
            value instanceof ScalarValue scalar ? Quantity.tryParse(scalar) : Optional.empty();
        amount
            .filter(exact -> exact.toBigDecimal().scale() > 3)
            .ifPresent(exact -> amounts.set(name, ScalarValue.of(exact.roundUp(3).toString())));
      }
    });
  }
}
