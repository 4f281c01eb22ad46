package io.plimsoll.netpol.compare;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.netpol.Connectivity;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * In what the connections of two clusters differ, and why.
 *
 * <p>Pods and workloads are compared by their names; what only one cluster has connects to nothing in the other. Addresses are
 * cut where either cluster cuts them, and neighbours with the same change are one.
 */
public final class ConnectivityDiff {

  private final Connectivity before;
  private final Connectivity after;
  private final PolicyChanges policies;

  private ConnectivityDiff(Connectivity before, Connectivity after) {
    this.before = before;
    this.after = after;
    this.policies = new PolicyChanges(
        before.workings().engine().inventory().policies(),
        after.workings().engine().inventory().policies());
  }

  /** Returns in what a second cluster differs from a first, each with its own options. */
  public static ConnectivityDiff between(Connectivity before, Connectivity after) {
    return new ConnectivityDiff(before, after);
  }

  /**
   * Returns the connections that were added, removed or changed, made as they are read: by source and destination, those from
   * addresses last, and at the end those of ingress controllers.
   */
  public Stream<ConnectionChange> changes() {
    int kind = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
    DiffLines lines = new DiffLines(before, after, policies);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, kind), false);
  }

  /** Returns whether the same connections are allowed in both. */
  public boolean isEmpty() {
    return changes().findAny().isEmpty();
  }

  /** Returns the policies that were added, removed or changed, whether or not it changes a connection, in order. */
  public List<Cause.Policy> policies() {
    return policies.byName().entrySet().stream().map(ConnectivityDiff::change).toList();
  }

  private static Cause.Policy change(Map.Entry<ObjectRef, ChangeType> entry) {
    return new Cause.Policy(entry.getValue(), entry.getKey());
  }
}
