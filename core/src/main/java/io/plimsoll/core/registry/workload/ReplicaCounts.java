package io.plimsoll.core.registry.workload;

import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/** How many pods the status of a workload says there are. Mirrors {@code ValidateDeploymentStatus} and its like. */
final class ReplicaCounts {

  private static final String REPLICAS = "replicas";
  private static final String READY = "readyReplicas";
  private static final String AVAILABLE = "availableReplicas";
  private static final String COLLISIONS = "collisionCount";

  private ReplicaCounts() {}

  /**
   * Adds which numbers are too small or too large.
   *
   * @param numbers those that must not be negative
   * @param some those of some of the replicas
   * @param ready what messages call the number of those that are ready
   */
  static void check(Part status, List<String> numbers, List<String> some, String ready) {
    numbers.forEach(status::nonNegative);
    some.forEach(field -> checkMost(status, field, REPLICAS, "status.replicas"));
    checkMost(status, AVAILABLE, READY, ready);
  }

  private static void checkMost(Part status, String field, String most, String shown) {
    long number = status.number(field);
    if (number > status.number(most)) {
      status.error(FieldError.invalid(status.at(field), number, "cannot be greater than " + shown));
    }
  }

  /** Adds an error if there were more collisions of names before. */
  static void checkCollisions(Part status, Part old) {
    boolean fewer = !status.has(COLLISIONS) || status.number(COLLISIONS) < old.number(COLLISIONS);
    if (old.has(COLLISIONS) && fewer) {
      status.error(FieldError.invalid(
          status.at(COLLISIONS), status.number(COLLISIONS), "cannot be decremented"));
    }
  }
}
