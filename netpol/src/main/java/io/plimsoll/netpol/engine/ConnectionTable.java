package io.plimsoll.netpol.engine;

import io.plimsoll.netpol.connection.ConnectionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Sets of connections as small numbers, and their unions, intersections and differences, each computed once. */
public final class ConnectionTable {

  public static final int NONE = 0;
  public static final int ALL = 1;

  private static final int UNION = 0;
  private static final int INTERSECTION = 1;
  private static final int DIFFERENCE = 2;
  private static final int BITS = 30;

  private final List<ConnectionSet> sets = new ArrayList<>();
  private final Map<ConnectionSet, Integer> ids = new HashMap<>();
  private final LongIntMap results = new LongIntMap();

  ConnectionTable() {
    id(ConnectionSet.NONE);
    id(ConnectionSet.ALL);
  }

  /** Returns a table that knows the same sets by the same numbers, and goes its own way from there. */
  ConnectionTable copy() {
    ConnectionTable copy = new ConnectionTable();
    sets.forEach(copy::id);
    return copy;
  }

  public int id(ConnectionSet set) {
    Integer known = ids.get(set);
    if (known != null) {
      return known;
    }
    sets.add(set);
    ids.put(set, sets.size() - 1);
    return sets.size() - 1;
  }

  public ConnectionSet get(int id) {
    return sets.get(id);
  }

  /** Returns the sets by their numbers. */
  ConnectionSet[] toArray() {
    return sets.toArray(ConnectionSet[]::new);
  }

  public int union(int a, int b) {
    if (a == b || b == NONE || a == ALL) {
      return a;
    }
    if (a == NONE || b == ALL) {
      return b;
    }
    return memo(UNION, Math.min(a, b), Math.max(a, b), ConnectionSet::union);
  }

  public int intersect(int a, int b) {
    if (a == b || a == NONE || b == ALL) {
      return a;
    }
    if (b == NONE || a == ALL) {
      return b;
    }
    return memo(INTERSECTION, Math.min(a, b), Math.max(a, b), ConnectionSet::intersect);
  }

  public int minus(int a, int b) {
    if (a == b || b == ALL) {
      return NONE;
    }
    if (a == NONE || b == NONE) {
      return a;
    }
    return memo(DIFFERENCE, a, b, ConnectionSet::minus);
  }

  private int memo(int operation, int a, int b, BinaryOperator<ConnectionSet> operator) {
    long key = ((long) operation << (2 * BITS)) | ((long) a << BITS) | b;
    int result = results.get(key);
    if (result < 0) {
      result = id(operator.apply(sets.get(a), sets.get(b)));
      results.put(key, result);
    }
    return result;
  }
}
