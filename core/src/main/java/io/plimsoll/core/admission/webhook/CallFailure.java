package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.request.Status;

/**
 * Says that a webhook could not be called, or that its answer makes no sense. Mirrors {@code ErrCallingWebhook} of {@code
 * k8s.io/apiserver/pkg/util/webhook}.
 */
final class CallFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final String why;

  CallFailure(String webhook, String why) {
    super("failed calling webhook " + GoText.quote(webhook) + ": " + why, null, false, false);
    this.why = why;
  }

  /** Returns what went wrong. */
  String why() {
    return why;
  }

  /** Returns the answer to a request that must not go on without the webhook. */
  Status status() {
    return Status.internalError(String.valueOf(getMessage()));
  }
}
