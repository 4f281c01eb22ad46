package io.plimsoll.core.finding;

import io.plimsoll.core.finding.Patch.Operation;

/**
 * The failure of a {@link Patch}: the operation that cannot be done and why. The tree it was applied to is as it was.
 *
 * <p>Its message is one line: {@code operation 2, remove /spec/os: there is nothing at "/spec"}.
 */
public final class PatchException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final int index;
  private final transient Operation operation;
  private final String reason;

  PatchException(int index, Operation operation, String reason) {
    super("operation " + index + ", " + operation + ": " + reason);
    this.index = index;
    this.operation = operation;
    this.reason = reason;
  }

  /** Returns which operation failed, from 0. */
  public int index() {
    return index;
  }

  /** Returns the operation that failed. */
  public Operation operation() {
    return operation;
  }

  /** Returns why it failed. */
  public String reason() {
    return reason;
  }
}
