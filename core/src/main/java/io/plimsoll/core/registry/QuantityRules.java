package io.plimsoll.core.registry;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Amounts of resources. Mirrors {@code ValidateResourceQuantityValue} of {@code pkg/apis/core/validation} and its neighbours. */
public final class QuantityRules {

  private QuantityRules() {}

  /** Returns what is wrong with an amount of a resource: {@code ValidateResourceQuantityValue}. */
  public static List<FieldError> errors(FieldPath path, String resource, Quantity amount) {
    List<FieldError> errors = new ArrayList<>();
    if (amount.sign() < 0) {
      errors.add(FieldError.invalid(path, amount.toString(), Messages.NEGATIVE));
    }
    if (ResourceNames.isInteger(resource) && !amount.isWholeInMillis()) {
      errors.add(FieldError.invalid(path, amount.toString(), Messages.NOT_INTEGER));
    }
    return errors;
  }

  /** Adds what is wrong with the names and amounts of a map: in the order of the names, as upstream's is random. */
  public static void check(
      Part part, String field, BiFunction<FieldPath, String, List<FieldError>> names) {
    for (Map.Entry<String, Quantity> entry : MapOrder.byKey(part.quantities(field))) {
      FieldPath path = part.at(field).key(entry.getKey());
      part.errors().addAll(names.apply(path, entry.getKey()));
      part.errors().addAll(errors(path, entry.getKey(), entry.getValue()));
    }
  }
}
