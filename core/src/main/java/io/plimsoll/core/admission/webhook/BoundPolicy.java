package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.support.NotAllowed;
import java.util.List;

/**
 * A policy with a binding that puts it into force.
 *
 * @param policy the name of the policy
 * @param binding the name of the binding
 * @param constraints what requests both are for
 */
record BoundPolicy(String policy, String binding, List<MatchResources> constraints) {

  BoundPolicy {
    constraints = List.copyOf(constraints);
  }

  /** Returns whether the policy has something to say to a request. */
  boolean isFor(AdmissionCall call) throws NotAllowed {
    for (MatchResources constraint : constraints) {
      if (!constraint.matches(call)) {
        return false;
      }
    }
    return true;
  }
}
