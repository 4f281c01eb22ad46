package io.plimsoll.core.secrets;

/** Whether a server can read a stored value. */
public sealed interface ReadAnswer {

  /**
   * It can.
   *
   * @param stale whether it would be stored otherwise now, so that it should be written again
   */
  record Read(boolean stale) implements ReadAnswer {}

  /**
   * It cannot.
   *
   * @param error upstream's message
   */
  record Failed(String error) implements ReadAnswer {}
}
