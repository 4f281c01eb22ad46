package io.plimsoll.core.registry.service;

import io.plimsoll.core.validation.FieldError;
import java.util.List;

/** The end of an allocation that cannot be done. It never leaves the package. */
final class AllocationRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Allocation outcome;

  AllocationRefused(Allocation outcome) {
    super(null, null, false, false);
    this.outcome = outcome;
  }

  static AllocationRefused invalid(FieldError error) {
    return new AllocationRefused(new Allocation.Invalid(List.of(error)));
  }

  static AllocationRefused internalError(String why) {
    return new AllocationRefused(new Allocation.Exhausted(why));
  }

  /** Ends the allocation if there are errors. */
  static void throwIfAny(List<FieldError> errors) throws AllocationRefused {
    if (!errors.isEmpty()) {
      throw new AllocationRefused(new Allocation.Invalid(errors));
    }
  }

  Allocation outcome() {
    return outcome;
  }
}
