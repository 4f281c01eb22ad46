package io.plimsoll.core.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Joins what rules that are declared with the API find with what written rules do. Mirrors {@code FilterCoveredHandwrittenErrors}
 * of {@code k8s.io/apimachinery/pkg/api/validate}.
 */
public final class DeclaredErrors {

  private DeclaredErrors() {}

  /**
   * Returns the written rules' errors, each text once, but for those that a declared rule covers and finds, too, and then the
   * declared rules'.
   */
  public static List<FieldError> join(List<FieldError> written, List<FieldError> declared) {
    if (written.isEmpty() && declared.isEmpty()) {
      return List.of();
    }
    List<FieldError> errors = new ArrayList<>();
    Set<String> texts = new HashSet<>();
    for (FieldError error : written) {
      if (texts.add(error.toString())) {
        errors.add(error);
      }
    }
    for (FieldError error : declared) {
      errors.removeIf(
          e -> e.covered() && e.type() == error.type() && e.path().equals(error.path()));
    }
    errors.addAll(declared);
    return errors;
  }
}
