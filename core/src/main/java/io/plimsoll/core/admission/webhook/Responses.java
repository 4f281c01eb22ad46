package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.support.AuditKeys;

/** What responses of webhooks say besides yes and no. */
final class Responses {

  private Responses() {}

  /** Returns an answer with the warnings and notes of a response. */
  static Admission note(Admission before, Webhook webhook, ReviewResponse response) {
    Admission noted =
        AuditKeys.annotate(before, webhook.name().concat("/"), response.auditAnnotations());
    for (String warning : response.warnings()) {
      noted = noted.withWarning(warning);
    }
    return noted;
  }
}
