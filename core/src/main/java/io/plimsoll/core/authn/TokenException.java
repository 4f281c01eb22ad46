package io.plimsoll.core.authn;

/** What is wrong with a token or with what it says, as upstream's error has it. */
final class TokenException extends Exception {

  private static final long serialVersionUID = 1;

  TokenException(String message) {
    // A wrong token is nothing exceptional: no stack trace.
    super(message, null, false, false);
  }

  /** Returns the message. */
  String text() {
    return String.valueOf(getMessage());
  }
}
