package io.plimsoll.rbac.risk;

import io.plimsoll.rbac.Binding;
import java.util.List;
import java.util.Optional;

/**
 * One step of a path: how somebody with one power gets another.
 *
 * @param from what they have
 * @param to what they get
 * @param technique how
 * @param uses the requests it takes, each with what allows it; none where it follows from what they are
 * @param basis a binding that must be there besides those that allow the requests: that of the role which is written, or the
 *     one that is changed
 */
public record RiskStep(
    Power from, Power to, Technique technique, List<Use> uses, Optional<Binding> basis) {

  public RiskStep {
    uses = List.copyOf(uses);
  }

  /** Returns the step in one line, without what allows it. */
  @Override
  public String toString() {
    String who = from instanceof Identity ? from.toString() : "it";
    return who + " " + technique.phrase() + ", and so " + to.phrase();
  }
}
