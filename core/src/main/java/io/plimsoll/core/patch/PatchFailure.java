package io.plimsoll.core.patch;

/** Says why a patch cannot be applied, and with which code an API server answers. It never leaves the package. */
final class PatchFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final int code;
  private final String text;

  private PatchFailure(int code, String text) {
    super(text, null, false, false);
    this.code = code;
    this.text = text;
  }

  /** Returns the failure of a patch that is none. */
  static PatchFailure badRequest(String text) {
    return new PatchFailure(400, text);
  }

  /** Returns the failure of a patch that does not fit the document. */
  static PatchFailure unprocessable(String text) {
    return new PatchFailure(422, text);
  }

  /** Returns a failure that upstream gives no code: it becomes an internal error. */
  static PatchFailure internal(String text) {
    return new PatchFailure(500, text);
  }

  PatchResult result() {
    return new PatchResult.Refused(code, text);
  }
}
