package io.plimsoll.rbac.lint;

/**
 * What is left of the effort that one run of the linter may spend on comparing names or rules with many others.
 *
 * <p>All else that a run does costs what the manifests are long. Comparing costs the product of two numbers, so that a large
 * cluster full of mistakes would take minutes; past the limit, suggestions and redundant rules are not looked for any more.
 */
final class Effort {

  private long left;

  Effort(long comparisons) {
    this.left = comparisons;
  }

  /** Returns whether so many comparisons may still be made, and takes them off if so. */
  boolean allows(long comparisons) {
    if (comparisons > left) {
      return false;
    }
    left -= comparisons;
    return true;
  }
}
