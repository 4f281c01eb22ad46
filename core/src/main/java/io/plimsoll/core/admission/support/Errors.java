package io.plimsoll.core.admission.support;

import io.plimsoll.core.request.Status;

/** Errors of upstream that are no statuses. */
public final class Errors {

  private Errors() {}

  /**
   * Returns the answer to an error that is no status: the code 500 and no reason. Mirrors {@code
   * responsewriters.ErrorToAPIStatus}.
   */
  public static Status plain(String message) {
    return Status.plain(500, "", message);
  }
}
