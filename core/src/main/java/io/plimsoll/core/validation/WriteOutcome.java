package io.plimsoll.core.validation;

import io.plimsoll.core.manifest.MappingValue;
import java.util.List;

/** What becomes of an object that a client wants to be stored. */
public sealed interface WriteOutcome {

  /**
   * It is stored.
   *
   * @param object the object as it is stored
   * @param warnings what the client is told, in order, each text once
   */
  record Accepted(MappingValue object, List<String> warnings) implements WriteOutcome {
    public Accepted {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * It is refused with 422.
   *
   * @param name the name that the message has, which may have been made for the object
   * @param errors what is wrong, in order
   * @param warnings what the client is told all the same
   */
  record Invalid(String name, List<FieldError> errors, List<String> warnings)
      implements WriteOutcome {
    public Invalid {
      errors = List.copyOf(errors);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * It is refused with 400.
   *
   * @param message why
   */
  record BadRequest(String message) implements WriteOutcome {}
}
