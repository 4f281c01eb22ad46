package io.plimsoll.core.apiserver;

import java.util.Locale;

/** A stage of the request chain, in the order requests pass them. */
public enum Stage {
  /** Who asks. */
  AUTHENTICATION,
  /** As whom. */
  IMPERSONATION,
  /** Whether that user may. */
  AUTHORIZATION,
  /** What is sent. */
  DECODING,
  /** What plug-ins change. */
  MUTATING_ADMISSION,
  /** Whether the object is valid. */
  VALIDATION,
  /** What plug-ins refuse. */
  VALIDATING_ADMISSION,
  /** What is there and what is stored. */
  STORAGE;

  /** Returns the name as people write it: {@code mutating admission}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
