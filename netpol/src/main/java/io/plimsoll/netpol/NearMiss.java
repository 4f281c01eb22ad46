package io.plimsoll.netpol;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.netpol.connection.Direction;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rule that comes nearest to allowing connections that one side denies.
 *
 * @param direction the side
 * @param policy the policy
 * @param rule where the rule stands in it
 * @param lacks all that keeps it from allowing them; never empty
 */
public record NearMiss(Direction direction, ObjectRef policy, FieldPath rule, List<Lack> lacks) {

  public NearMiss {
    lacks = List.copyOf(lacks);
  }

  /** Returns how far the rule is from allowing the connections. */
  public int distance() {
    return distance(lacks);
  }

  static int distance(List<Lack> lacks) {
    return lacks.stream().mapToInt(Lack::distance).sum();
  }

  /** Returns {@code NetworkPolicy shop/db: spec.ingress[0]: its ports are TCP 5432 only}. */
  @Override
  public String toString() {
    return policy + ": " + rule + ": "
        + lacks.stream().map(Lack::toString).collect(Collectors.joining("; "));
  }
}
