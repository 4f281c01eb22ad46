package io.plimsoll.netpol.compare;

import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.ConnectivityOptions.SelfPairs;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/** The changes between two clusters, made as they are asked for, in the order of {@link io.plimsoll.netpol.Lines}. */
final class DiffLines implements Iterator<ConnectionChange> {

  private final Connectivity before;
  private final Connectivity after;
  private final EndpointKinds kinds;
  private final PairDifferences pairs;
  private final AddressDifferences egress;
  private final AddressDifferences ingress;
  private final CauseFinder causes;
  private final Map<Integer, List<PairDifferences.Difference>> known = new HashMap<>();
  private int step;
  private Iterator<ConnectionChange> pending = List.<ConnectionChange>of().iterator();

  DiffLines(Connectivity before, Connectivity after, PolicyChanges policies) {
    this.before = before;
    this.after = after;
    this.kinds = new EndpointKinds(before.workings(), after.workings());
    this.pairs = new PairDifferences(kinds, before.workings(), after.workings());
    this.egress = new AddressDifferences(
        kinds, Direction.EGRESS, before.workings().engine(), after.workings().engine());
    this.ingress = new AddressDifferences(
        kinds, Direction.INGRESS, before.workings().engine(), after.workings().engine());
    this.causes = new CauseFinder(before, after, policies);
  }

  @Override
  public boolean hasNext() {
    int ends = kinds.endpoints().size();
    while (!pending.hasNext() && step <= 2 * ends) {
      if (step < ends) {
        pending = fromPods(step).iterator();
      } else if (step < 2 * ends) {
        pending = fromAddresses(step - ends).iterator();
      } else {
        pending = fromOutside().iterator();
      }
      step++;
    }
    return pending.hasNext();
  }

  @Override
  public ConnectionChange next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return pending.next();
  }

  private List<ConnectionChange> fromPods(int source) {
    int kind = kinds.kindOf(source);
    boolean alone = kinds.members(kind).length == 1;
    List<PairDifferences.Difference> differences =
        alone ? pairs.of(kind) : known.computeIfAbsent(kind, pairs::of);
    boolean selfPairs = listsSelfPairs(before) && listsSelfPairs(after);
    Endpoint from = kinds.endpoints().get(source);
    List<ConnectionChange> changes = new ArrayList<>();
    for (PairDifferences.Difference difference : differences) {
      for (int destination : kinds.members(difference.destinations())) {
        if (destination != source || selfPairs) {
          Endpoint to = kinds.endpoints().get(destination);
          changes.add(change(from, to, difference.before(), difference.after()));
        }
      }
    }
    changes.sort(Comparator.comparing(ConnectionChange::destination));
    for (AddressDifferences.Difference difference : egress.of(kind)) {
      Endpoint to = new Endpoint.External(difference.addresses());
      changes.add(change(from, to, difference.before(), difference.after()));
    }
    return changes;
  }

  private static boolean listsSelfPairs(Connectivity cluster) {
    return cluster.options().selfPairs() == SelfPairs.LIST;
  }

  private List<ConnectionChange> fromAddresses(int destination) {
    Endpoint to = kinds.endpoints().get(destination);
    List<ConnectionChange> changes = new ArrayList<>();
    for (AddressDifferences.Difference difference : ingress.of(kinds.kindOf(destination))) {
      Endpoint from = new Endpoint.External(difference.addresses());
      changes.add(change(from, to, difference.before(), difference.after()));
    }
    return changes;
  }

  /** What ingress controllers may reach. */
  private List<ConnectionChange> fromOutside() {
    Map<Endpoint, ConnectionSet> first = before.workings().reachOfControllers(ConnectionSet.ALL);
    Map<Endpoint, ConnectionSet> second = after.workings().reachOfControllers(ConnectionSet.ALL);
    Map<Endpoint, ConnectionSet> all = new TreeMap<>(first);
    all.putAll(second);
    List<ConnectionChange> changes = new ArrayList<>();
    for (Endpoint to : all.keySet()) {
      ConnectionSet was = first.getOrDefault(to, ConnectionSet.NONE);
      ConnectionSet is = second.getOrDefault(to, ConnectionSet.NONE);
      if (!was.equals(is)) {
        changes.add(change(new Endpoint.IngressController(), to, was, is));
      }
    }
    return changes;
  }

  private ConnectionChange change(Endpoint from, Endpoint to, ConnectionSet was, ConnectionSet is) {
    List<Endpoint> oneSided = new ArrayList<>();
    for (Endpoint end : List.of(from, to)) {
      boolean pods =
          !(end instanceof Endpoint.External || end instanceof Endpoint.IngressController);
      if (pods
          && before.workings().directory().has(end)
              != after.workings().directory().has(end)) {
        oneSided.add(end);
      }
    }
    return new ConnectionChange(from, to, was, is, oneSided, causes.find(from, to, was, is));
  }
}
