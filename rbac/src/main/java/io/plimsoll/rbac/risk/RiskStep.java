package io.plimsoll.rbac.risk;

import java.util.List;

/**
 * One step of a path: how somebody with one power gets another.
 *
 * @param from what they have
 * @param to what they get
 * @param technique how
 * @param uses the requests it takes, each with what allows it; none where it follows from what they are
 */
public record RiskStep(Power from, Power to, Technique technique, List<Use> uses) {

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
