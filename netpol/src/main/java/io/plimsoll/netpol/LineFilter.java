package io.plimsoll.netpol;

import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.connection.Protocol;
import java.util.Optional;

/**
 * Which lines a list has.
 *
 * @param focus the workload, pod or ingress controller that every line must have on a side; absent means any
 * @param direction the direction of the focus: {@code INGRESS} where it must be the destination; absent means either
 * @param connections what a line must have something of; the line then shows that part only
 */
public record LineFilter(
    Optional<Endpoint> focus, Optional<Direction> direction, ConnectionSet connections) {

  /** Every line. */
  public static final LineFilter ALL =
      new LineFilter(Optional.empty(), Optional.empty(), ConnectionSet.ALL);

  /** Returns the filter for lines that have this endpoint on a side. */
  public LineFilter about(Endpoint endpoint) {
    return new LineFilter(Optional.of(endpoint), direction, connections);
  }

  /** Returns the filter for lines that have the focus on the side that this direction means. */
  public LineFilter toward(Direction only) {
    return new LineFilter(focus, Optional.of(only), connections);
  }

  /** Returns the filter for this part of the lines. */
  public LineFilter by(ConnectionSet part) {
    return new LineFilter(focus, direction, part);
  }

  /** Returns the filter for one port of the lines. */
  public LineFilter by(Protocol protocol, int port) {
    return by(ConnectionSet.of(protocol, port));
  }

  /** Returns whether lines from this source may be wanted. */
  boolean wantsSource(Endpoint source) {
    return focus.isEmpty()
        || direction.isEmpty()
        || direction.get() == Direction.INGRESS
        || focus.get().equals(source);
  }

  boolean wants(Endpoint source, Endpoint destination) {
    if (focus.isEmpty()) {
      return true;
    }
    boolean in = focus.get().equals(destination);
    boolean out = focus.get().equals(source);
    return direction.map(only -> only == Direction.INGRESS ? in : out).orElse(in || out);
  }
}
