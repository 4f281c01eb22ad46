package io.plimsoll.psa.apparmor;

import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.Problem;
import org.jspecify.annotations.Nullable;

/** Ends the reading of a policy: like the parser, it stops at the first error. */
final class PolicyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  PolicyException(Problem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  static PolicyException of(String code, @Nullable Location location, String message) {
    return new PolicyException(Problem.error("apparmor-" + code, location, message));
  }

  Problem problem() {
    return problem;
  }
}
