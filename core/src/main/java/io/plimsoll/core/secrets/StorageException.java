package io.plimsoll.core.secrets;

import java.util.List;

/** Ends an attempt to read a stored value. It never leaves the package. */
final class StorageException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<String> errors;

  StorageException(List<String> errors) {
    super(String.join(", ", errors), null, false, false);
    this.errors = List.copyOf(errors);
  }

  StorageException(String error) {
    this(List.of(error));
  }

  /** Returns what is wrong, in upstream's words and order. */
  List<String> errors() {
    return errors;
  }
}
