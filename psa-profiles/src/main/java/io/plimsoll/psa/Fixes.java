package io.plimsoll.psa;

import io.plimsoll.core.finding.Patch;
import java.util.List;

/**
 * What would make a pod pass: one change of the object, and what a person has to decide.
 *
 * @param patch mends all that can be mended mechanically; empty if nothing can
 * @param byHand the violations of which at least one finding stays, in the order of the checks
 */
public record Fixes(Patch patch, List<Violation> byHand) {

  public Fixes {
    byHand = List.copyOf(byHand);
  }

  /** Returns whether the pod passes once the patch is applied. */
  public boolean areComplete() {
    return byHand.isEmpty();
  }
}
