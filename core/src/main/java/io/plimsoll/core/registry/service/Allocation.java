package io.plimsoll.core.registry.service;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/** What becomes of a Service that needs addresses and ports. */
public sealed interface Allocation {

  /**
   * It has them.
   *
   * @param service the Service
   */
  record Allocated(MappingValue service) implements Allocation {}

  /**
   * What it asks for cannot be: {@code apierrors.NewInvalid}.
   *
   * @param errors why
   */
  record Invalid(List<FieldError> errors) implements Allocation {

    /** Makes it unchangeable. */
    public Invalid {
      errors = List.copyOf(errors);
    }
  }

  /**
   * The server has nothing left to give: {@code apierrors.NewInternalError}.
   *
   * @param why what it says
   */
  record Exhausted(String why) implements Allocation {}

  /**
   * The server fails with an error that is no status.
   *
   * @param why what it says
   */
  record Failed(String why) implements Allocation {}
}
