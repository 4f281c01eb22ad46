package io.plimsoll.posture.tenant;

import java.util.Locale;

/**
 * A way to the secrets of a namespace, by what must be allowed for it. Not every way is open by itself: who may escalate or bind
 * must also be allowed to write roles or bindings, and an account that is impersonated must be allowed something.
 */
public enum SecretWay {
  /** Secrets are read: {@code get}, {@code list} or {@code watch}. */
  READ,
  /** Pods are made, which may have any secret of their namespace, by oneself or by what makes pods. */
  CREATE_POD,
  /** Processes are run in pods, which have their secrets: {@code exec}, {@code attach}, ephemeral containers. */
  EXEC,
  /** Service accounts are impersonated; in the whole cluster, users and groups, too. */
  IMPERSONATE,
  /** More is written into roles than one has: {@code escalate}. */
  ESCALATE,
  /** Roles are bound that have more than one has: {@code bind}. */
  BIND,
  /** Tokens of service accounts are asked for: {@code create} on {@code serviceaccounts/token}. */
  TOKEN;

  /** Returns the name as reports print it: {@code create-pod}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
