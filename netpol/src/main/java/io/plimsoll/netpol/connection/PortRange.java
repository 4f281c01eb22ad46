package io.plimsoll.netpol.connection;

/**
 * Ports from one to another, both included.
 *
 * @param first the first, at least 1
 * @param last the last, at most 65535
 */
public record PortRange(int first, int last) {

  /** The smallest port. */
  public static final int MIN = 1;

  /** The greatest port. */
  public static final int MAX = 65_535;

  public PortRange {
    if (first < MIN || last > MAX || first > last) {
      throw new IllegalArgumentException("not a range of ports: \"" + first + "-" + last + "\"");
    }
  }

  /** Returns {@code 80}, or {@code 80-90}. */
  @Override
  public String toString() {
    return first == last ? String.valueOf(first) : first + "-" + last;
  }
}
