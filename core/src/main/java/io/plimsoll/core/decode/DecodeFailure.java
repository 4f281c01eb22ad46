package io.plimsoll.core.decode;

/** Says why something cannot be decoded, in upstream's words. It never leaves the package. */
final class DecodeFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final String text;

  DecodeFailure(String text) {
    super(text, null, false, false);
    this.text = text;
  }

  String text() {
    return text;
  }
}
