package io.plimsoll.posture;

/** Says why a server does not start with its flags and files, in upstream's words where upstream has them. */
public final class ServerStartException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  ServerStartException(String message) {
    super(message);
  }
}
