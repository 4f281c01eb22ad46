package io.plimsoll.core.finding;

/** Says why an operation has no place in a tree. It never leaves the package. */
final class PlaceException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;

  PlaceException(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
