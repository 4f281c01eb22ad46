package io.plimsoll.psa;

/** What a request does to an object. Mirrors {@code admission/v1 Operation}. */
public enum Operation {
  /** It makes a new one. */
  CREATE,
  /** It changes one. */
  UPDATE,
  /** It removes one. */
  DELETE,
  /** It connects to one, as {@code exec} does. */
  CONNECT
}
