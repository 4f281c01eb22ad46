package io.plimsoll.core.authz;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.request.Status;

/** What comes of a review: the object that goes back to the client, or a refusal. */
public sealed interface Review {

  /**
   * The review was answered.
   *
   * @param object the object that goes back
   */
  record Answered(MappingValue object) implements Review {}

  /**
   * The review was refused.
   *
   * @param status why
   */
  record Refused(Status status) implements Review {}
}
