package io.plimsoll.rbac.risk;

import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.Subject;
import java.util.ArrayList;
import java.util.List;

/**
 * The shortest way of a subject to a power. Of several that are as short, the one whose steps come first in {@link Technique}'s
 * order.
 *
 * @param subject who, a service account with its namespace; a group stands for each of its members
 * @param goal what it leads to
 * @param steps the steps, at least one
 * @param builtIn whether the first step rests on nothing but the roles and bindings that an API server brings along, as with
 *     {@code system:masters} and the control plane's own components
 */
public record RiskPath(Subject subject, Goal goal, List<RiskStep> steps, boolean builtIn) {

  public RiskPath {
    steps = List.copyOf(steps);
  }

  /** Returns whether the subject has the power as it is: it is allowed outright, and takes no more than to be used. */
  public boolean isHeld() {
    return steps.get(0).technique().isHolding();
  }

  /** Returns how much it matters; somebody who was made the admin of a namespace outright is little to worry about. */
  public RiskLevel level() {
    return goal.kind() == Goal.Kind.NAMESPACE_ADMIN && isHeld() && goal.level() == RiskLevel.MEDIUM
        ? RiskLevel.LOW
        : goal.level();
  }

  /** Returns the bindings that the steps rest on, in their order, each once. */
  public List<Binding> bindings() {
    List<Binding> bindings = new ArrayList<>();
    for (RiskStep step : steps) {
      for (Use use : step.uses()) {
        use.bindings().stream().filter(one -> !bindings.contains(one)).forEach(bindings::add);
      }
      step.basis().filter(one -> !bindings.contains(one)).ifPresent(bindings::add);
    }
    return List.copyOf(bindings);
  }

  /** Returns subject and goal in one line. */
  @Override
  public String toString() {
    return subject + " to " + goal + " in " + steps.size()
        + (steps.size() == 1 ? " step" : " steps");
  }
}
