package io.plimsoll.netpol;

import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.connection.Protocol;
import java.util.List;

/**
 * Why one endpoint may or may not connect to another, for each connection that was asked about.
 *
 * <p>Where an endpoint stands for several pods or addresses, a connection is explained between those two that may make it; if
 * there are none, between the first two.
 *
 * @param source who connects
 * @param destination to whom
 * @param parts the connections, cut so that the same rules decide of all connections of a part; none overlaps another
 * @param entrances what leads to the destination from outside; empty unless the source is the ingress controller
 */
public record Explanation(
    Endpoint source, Endpoint destination, List<Part> parts, List<Entrance> entrances) {

  public Explanation {
    parts = List.copyOf(parts);
    entrances = List.copyOf(entrances);
  }

  /**
   * Connections of which the same rules decide.
   *
   * @param connections the connections; never empty
   * @param decision what decides
   * @param nearest for each side that denies them, the rule that comes nearest to allowing them, if there is any
   */
  public record Part(ConnectionSet connections, Decision decision, List<NearMiss> nearest) {

    public Part {
      nearest = List.copyOf(nearest);
    }

    /** Returns whether both sides allow the connections. */
    public boolean allowed() {
      return decision.allowed();
    }
  }

  /** Returns the connections that are allowed. */
  public ConnectionSet allowed() {
    ConnectionSet all = ConnectionSet.NONE;
    for (Part part : parts) {
      all = part.allowed() ? all.union(part.connections()) : all;
    }
    return all;
  }

  /**
   * Returns the part that a connection is in.
   *
   * @throws IllegalArgumentException if it was not asked about
   */
  public Part part(Protocol protocol, int port) {
    for (Part part : parts) {
      if (part.connections().contains(protocol, port)) {
        return part;
      }
    }
    throw new IllegalArgumentException("not asked about: \"" + protocol + " " + port + "\"");
  }

  /** Returns the text that {@link ExplanationText} makes without places. */
  @Override
  public String toString() {
    return ExplanationText.of(this);
  }
}
