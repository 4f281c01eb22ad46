package io.plimsoll.netpol.lint;

import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.engine.Row;
import io.plimsoll.netpol.engine.RowMaker;
import io.plimsoll.netpol.policy.Policy;
import io.plimsoll.netpol.policy.Tier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the policies of one tier and priority whose order changes what is allowed: for each such pair that applies to the same
 * pods, the row of the pods is made once more with the second policy directly before the first.
 */
final class PriorityConflicts {

  /** Two policies whose order matters. */
  record Conflict(Policy first, Policy second) {}

  private final Engine engine;
  private final Set<List<Integer>> conflicts = new LinkedHashSet<>();

  PriorityConflicts(Engine engine) {
    this.engine = engine;
  }

  /** Returns each pair once, in the order in which the engine takes the policies. */
  List<Conflict> find() {
    for (Direction direction : Direction.values()) {
      RowMaker maker = engine.reordering(direction);
      Set<Row> seen = Collections.newSetFromMap(new IdentityHashMap<>());
      for (int i = 0; i < engine.classes().size(); i++) {
        if (seen.add(engine.row(direction, i))) {
          search(direction, i, maker);
        }
      }
    }
    return conflicts.stream()
        .map(pair -> new Conflict(engine.policy(pair.get(0)), engine.policy(pair.get(1))))
        .toList();
  }

  private void search(Direction direction, int podClass, RowMaker maker) {
    int[] applying = engine.applying(direction, podClass);
    int size = engine.spaceOf(direction).size();
    for (int first = 0; first < applying.length; first++) {
      for (int second = first + 1; second < applying.length; second++) {
        Policy a = engine.policy(applying[first]);
        Policy b = engine.policy(applying[second]);
        if (a.tier() == Tier.NETWORK_POLICY
            || a.tier() != b.tier()
            || a.priority() != b.priority()) {
          break;
        }
        List<Integer> conflict = List.of(applying[first], applying[second]);
        if (!conflicts.contains(conflict)) {
          Row before = maker.make(moved(applying, second, first + 1), podClass);
          Row after = maker.make(moved(applying, second, first), podClass);
          if (!before.allowsSame(after, size)) {
            conflicts.add(conflict);
          }
        }
      }
    }
  }

  /** Returns the list with an item moved forward. */
  private static int[] moved(int[] list, int from, int to) {
    int[] moved = list.clone();
    System.arraycopy(list, to, moved, to + 1, from - to);
    moved[to] = list[from];
    return moved;
  }
}
