package io.plimsoll.core.admission.support;

import io.plimsoll.core.request.Status;

/** Ends a plug-in's work with the refusal of the request. */
public final class NotAllowed extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Status status;

  public NotAllowed(Status status) {
    super(status.message(), null, false, false);
    this.status = status;
  }

  public Status status() {
    return status;
  }
}
