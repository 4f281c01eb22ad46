package io.plimsoll.core.admission;

/** What a request does to an object. Mirrors {@code admission.Operation}. */
public enum Operation {
  /** An object comes into being. */
  CREATE,
  /** An object changes. */
  UPDATE,
  /** An object goes. */
  DELETE,
  /** A connection to an object is opened. */
  CONNECT
}
