package io.plimsoll.netpol.border;

import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.connection.Direction;
import java.util.List;
import java.util.Map;

/**
 * What the policies of a cluster make of namespaces as borders: which pods they close, and which connections cross them.
 *
 * <p>It takes time in proportion to workloads, policies and the classes of pods that may connect; namespaces with the same peers
 * share the list of them, so that it takes no more space where everybody may connect to everybody.
 */
public final class NamespaceBorders {

  private final IsolationFinder isolation;
  private final Map<Direction, Map<String, List<Crossing>>> crossings;

  private NamespaceBorders(Connectivity network) {
    this.isolation = new IsolationFinder(network.workings());
    this.crossings = new CrossingFinder(network.workings()).find();
  }

  /** Returns the borders of the namespaces of a cluster. */
  public static NamespaceBorders of(Connectivity network) {
    return new NamespaceBorders(network);
  }

  /** Returns how far policies close the pods of a namespace in a direction. */
  public NamespaceIsolation isolation(String namespace, Direction direction) {
    return isolation.find(namespace, direction);
  }

  /**
   * Returns the connections that cross the border of a namespace: with {@code EGRESS}, those that its workloads make, with {@code
   * INGRESS}, those that others make. They are ordered by the first of the others, the workloads and the connections.
   */
  public List<Crossing> crossings(String namespace, Direction direction) {
    return crossings.getOrDefault(direction, Map.of()).getOrDefault(namespace, List.of());
  }
}
