package io.plimsoll.core.authn;

/** Settings with which an API server refuses to start; the message is what it says. */
public final class AuthenticationSettingsException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  /** Makes an exception with upstream's text. */
  public AuthenticationSettingsException(String message) {
    super(message);
  }
}
