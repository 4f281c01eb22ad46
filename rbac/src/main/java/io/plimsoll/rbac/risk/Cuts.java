package io.plimsoll.rbac.risk;

import io.plimsoll.rbac.Binding;
import java.util.List;

/**
 * What it takes to close a path.
 *
 * @param bindings each binding whose removal alone keeps the subject from the goal, and from whatever implies it; empty if
 *     there is no such binding
 * @param ways ways to the goal that share no binding, the shortest first; where no single binding closes the path there are at
 *     least two, unless ways cross each other in bindings so that none is independent of the first
 * @param more whether the search for further ways ended at {@link #MOST_WAYS}
 */
public record Cuts(List<Binding> bindings, List<RiskPath> ways, boolean more) {

  /** So many independent ways are looked for. */
  public static final int MOST_WAYS = 4;

  public Cuts {
    bindings = List.copyOf(bindings);
    ways = List.copyOf(ways);
  }

  /** Returns whether the removal of one binding closes the path. */
  public boolean isClosable() {
    return !bindings.isEmpty();
  }
}
