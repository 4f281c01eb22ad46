package io.plimsoll.core.validation;

import io.plimsoll.core.manifest.MappingValue;
import java.util.List;

/** The rules for what the status of objects of one kind says. Mirrors the {@code ValidateUpdate} of status strategies. */
@FunctionalInterface
public interface StatusValidation {

  /** Returns what is wrong with an object that takes the place of an old one and differs in its status, in upstream's order. */
  List<FieldError> errors(MappingValue object, MappingValue old);
}
