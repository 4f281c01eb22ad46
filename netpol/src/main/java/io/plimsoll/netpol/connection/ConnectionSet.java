package io.plimsoll.netpol.connection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A set of connections: for each of TCP, UDP and SCTP a set of destination ports. Equal sets are equal objects, whatever they
 * were made from.
 *
 * <p>Other protocols (ICMP) are not spoken of: NetworkPolicy leaves them undefined.
 */
public final class ConnectionSet {

  private static final int[] NO_PORTS = {};
  private static final int[] ALL_PORTS = {PortRange.MIN, PortRange.MAX};
  private static final int PROTOCOLS = Protocol.values().length;

  /** No connection. */
  public static final ConnectionSet NONE = new ConnectionSet(NO_PORTS, NO_PORTS, NO_PORTS);

  /** Every connection: all ports of all three protocols. */
  public static final ConnectionSet ALL = new ConnectionSet(ALL_PORTS, ALL_PORTS, ALL_PORTS);

  /** By protocol: first and last port of each range, ascending, with a gap of at least one port between two ranges. */
  private final int[][] ports;

  private final int hash;

  private ConnectionSet(int[]... ports) {
    this.ports = ports;
    // The sums of single ports are multiples of 32, which a table of hashes would put into one slot
    // in 32.
    this.hash = Arrays.deepHashCode(ports) * 0x9E3779B9;
  }

  /** Returns all ports of a protocol. */
  public static ConnectionSet of(Protocol protocol) {
    return of(protocol, PortRange.MIN, PortRange.MAX);
  }

  /** Returns one port of a protocol. */
  public static ConnectionSet of(Protocol protocol, int port) {
    return of(protocol, port, port);
  }

  /**
   * Returns the ports from one to another, both included.
   *
   * @throws IllegalArgumentException if these are not ports, or the last is before the first
   */
  public static ConnectionSet of(Protocol protocol, int first, int last) {
    PortRange range = new PortRange(first, last);
    int[][] ports = {NO_PORTS, NO_PORTS, NO_PORTS};
    ports[protocol.index()] = new int[] {range.first(), range.last()};
    return new ConnectionSet(ports);
  }

  /**
   * Reads the form that {@link #toString()} prints.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static ConnectionSet parse(String text) {
    if (text.equals("All Connections")) {
      return ALL;
    }
    if (text.equals("No Connections")) {
      return NONE;
    }
    ConnectionSet set = NONE;
    @Nullable Protocol protocol = null;
    for (String part : text.split(",", -1)) {
      int blank = part.indexOf(' ');
      if (blank >= 0) {
        protocol = Protocol.tryParse(part.substring(0, blank)).orElse(null);
      }
      PortRange range = range(part.substring(blank + 1));
      if (protocol == null || range == null) {
        throw new IllegalArgumentException("not a set of connections: \"" + text + "\"");
      }
      set = set.union(of(protocol, range.first(), range.last()));
    }
    return set;
  }

  private static @Nullable PortRange range(String text) {
    int dash = text.indexOf('-');
    try {
      int first = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
      return new PortRange(first, dash < 0 ? first : Integer.parseInt(text.substring(dash + 1)));
    } catch (IllegalArgumentException notARange) {
      return null;
    }
  }

  /** Returns whether there is no connection in it. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  /** Returns whether every connection is in it. */
  public boolean isAll() {
    return equals(ALL);
  }

  /** Returns how many connections are in it: ports, counted for each protocol. */
  public int size() {
    int size = 0;
    for (int[] ranges : ports) {
      for (int i = 0; i < ranges.length; i += 2) {
        size += ranges[i + 1] - ranges[i] + 1;
      }
    }
    return size;
  }

  /** Returns whether a port of a protocol is in it. */
  public boolean contains(Protocol protocol, int port) {
    int[] ranges = ports[protocol.index()];
    for (int i = 0; i < ranges.length && ranges[i] <= port; i += 2) {
      if (port <= ranges[i + 1]) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether everything in the other set is in this one. */
  public boolean containsAll(ConnectionSet other) {
    return other.minus(this).isEmpty();
  }

  /** Returns the ranges of a protocol, ascending; none touches the next. */
  public List<PortRange> ranges(Protocol protocol) {
    int[] ranges = ports[protocol.index()];
    List<PortRange> list = new ArrayList<>(ranges.length / 2);
    for (int i = 0; i < ranges.length; i += 2) {
      list.add(new PortRange(ranges[i], ranges[i + 1]));
    }
    return List.copyOf(list);
  }

  /** Returns what is in one of both. */
  public ConnectionSet union(ConnectionSet other) {
    return combine(other, (a, b) -> merge(a, b, true, true, true));
  }

  /** Returns what is in both. */
  public ConnectionSet intersect(ConnectionSet other) {
    return combine(other, (a, b) -> merge(a, b, false, false, true));
  }

  /** Returns what is in this set and not in the other. */
  public ConnectionSet minus(ConnectionSet other) {
    return combine(other, (a, b) -> merge(a, b, true, false, false));
  }

  private ConnectionSet combine(ConnectionSet other, BinaryOperator<int[]> operator) {
    int[][] result = new int[PROTOCOLS][];
    for (int i = 0; i < PROTOCOLS; i++) {
      result[i] = operator.apply(ports[i], other.ports[i]);
    }
    return new ConnectionSet(result);
  }

  /** Sweeps over the bounds of both sides and keeps the ports that only a has, only b has, or both have. */
  private static int[] merge(int[] a, int[] b, boolean onlyA, boolean onlyB, boolean both) {
    int[] result = new int[a.length + b.length + 2];
    int size = 0;
    int i = 0;
    int j = 0;
    boolean open = false;
    while (i < a.length || j < b.length) {
      int nextA = i < a.length ? bound(a, i) : Integer.MAX_VALUE;
      int nextB = j < b.length ? bound(b, j) : Integer.MAX_VALUE;
      int at = Math.min(nextA, nextB);
      i += nextA == at ? 1 : 0;
      j += nextB == at ? 1 : 0;
      boolean inA = (i & 1) == 1;
      boolean inB = (j & 1) == 1;
      boolean keep = inA ? (inB ? both : onlyA) : inB && onlyB;
      if (keep != open) {
        result[size++] = keep ? at : at - 1;
        open = keep;
      }
    }
    return size == 0 ? NO_PORTS : Arrays.copyOf(result, size);
  }

  /** Where the set begins or ends: a first port, or the port after a last one. */
  private static int bound(int[] ranges, int at) {
    return (at & 1) == 0 ? ranges[at] : ranges[at] + 1;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof ConnectionSet that
            && hash == that.hash
            && Arrays.deepEquals(ports, that.ports));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /**
   * Returns {@code All Connections}, {@code No Connections}, or the protocols in the order SCTP, TCP, UDP with their ranges:
   * {@code SCTP 1-65535,TCP 80,443-500}.
   */
  @Override
  public String toString() {
    if (isAll()) {
      return "All Connections";
    }
    StringBuilder text = new StringBuilder();
    for (Protocol protocol : Protocol.values()) {
      int[] ranges = ports[protocol.index()];
      for (int i = 0; i < ranges.length; i += 2) {
        text.append(text.isEmpty() ? "" : ",");
        text.append(i == 0 ? protocol.name() + " " : "");
        text.append(ranges[i]);
        if (ranges[i + 1] != ranges[i]) {
          text.append('-').append(ranges[i + 1]);
        }
      }
    }
    return text.isEmpty() ? "No Connections" : text.toString();
  }
}
