package io.plimsoll.netpol.compare;

import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.engine.Destinations;
import io.plimsoll.netpol.network.Workings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** To which endpoints those of one kind may connect otherwise in the second cluster than in the first. */
final class PairDifferences {

  /**
   * A difference to the endpoints of another kind, or of the same.
   *
   * @param destinations the kind
   * @param before what is allowed in the first cluster
   * @param after what is allowed in the second
   */
  record Difference(int destinations, ConnectionSet before, ConnectionSet after) {}

  private final EndpointKinds kinds;
  private final Destinations before;
  private final Destinations after;
  private final ConnectionSet[] allowedBefore;
  private final ConnectionSet[] allowedAfter;
  private final boolean[] isTouched;
  private final int[] touched;
  private int touchedCount;

  PairDifferences(EndpointKinds kinds, Workings before, Workings after) {
    this.kinds = kinds;
    this.before = new Destinations(before.engine());
    this.after = new Destinations(after.engine());
    this.allowedBefore = new ConnectionSet[kinds.size()];
    this.allowedAfter = new ConnectionSet[kinds.size()];
    Arrays.fill(allowedBefore, ConnectionSet.NONE);
    Arrays.fill(allowedAfter, ConnectionSet.NONE);
    this.isTouched = new boolean[kinds.size()];
    this.touched = new int[kinds.size()];
  }

  /** Returns the differences of a kind of sources, in the order of destinations. */
  List<Difference> of(int sources) {
    collect(sources, before, true, allowedBefore);
    collect(sources, after, false, allowedAfter);
    Arrays.sort(touched, 0, touchedCount);
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < touchedCount; i++) {
      int kind = touched[i];
      if (!allowedBefore[kind].equals(allowedAfter[kind])) {
        differences.add(new Difference(kind, allowedBefore[kind], allowedAfter[kind]));
      }
      allowedBefore[kind] = ConnectionSet.NONE;
      allowedAfter[kind] = ConnectionSet.NONE;
      isTouched[kind] = false;
    }
    touchedCount = 0;
    return differences;
  }

  private void collect(
      int sources, Destinations destinations, boolean first, ConnectionSet[] allowed) {
    for (int one : kinds.classesOf(sources, first)) {
      destinations.forEach(one, (podClass, connections) -> {
        ConnectionSet set = destinations.table().get(connections);
        for (int kind : kinds.kindsOf(podClass, first)) {
          if (!isTouched[kind]) {
            isTouched[kind] = true;
            touched[touchedCount++] = kind;
          }
          allowed[kind] = allowed[kind].isEmpty() ? set : allowed[kind].union(set);
        }
      });
    }
  }
}
