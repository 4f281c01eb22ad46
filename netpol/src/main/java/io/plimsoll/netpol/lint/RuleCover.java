package io.plimsoll.netpol.lint;

import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.engine.CompiledRule;
import io.plimsoll.netpol.engine.ConnectionTable;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.engine.Unit;
import io.plimsoll.netpol.policy.Ports;
import io.plimsoll.netpol.set.PeerSet;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether the rules that apply to a class of pods leave anything of what another rule matches. */
final class RuleCover {

  /** Peers and the connections with them that a rule matches; neither is empty. */
  record Part(PeerSet peers, int connections) {}

  /** How many pairs of rules are compared at most; the rules that are then left count as not covered. */
  private static final int MOST_COMPARED = 5_000_000;

  private final Engine engine;
  private final Direction direction;
  private final ConnectionTable connections;
  private final PeerSet everybody;

  /** The parts of rules by the list of named ports that the pods have. */
  private final List<IdentityHashMap<CompiledRule, List<Part>>> known = new ArrayList<>();

  private int compared;

  RuleCover(Engine engine, Direction direction) {
    this.engine = engine;
    this.direction = direction;
    this.connections = engine.table();
    for (int i = 0; i < Math.max(1, engine.classes().portLists().size()); i++) {
      known.add(new IdentityHashMap<>());
    }
    this.everybody = PeerSet.ofRange(0, engine.spaceOf(direction).size());
  }

  /** Returns what a rule matches with pods of a class: ports that it gives by name are those of the destination. */
  List<Part> parts(CompiledRule rule, int podClass) {
    List<Ports.Name> names = rule.rule().ports().names();
    boolean byName = direction == Direction.INGRESS && !names.isEmpty();
    int ports = byName ? engine.classes().portList(podClass) : 0;
    return known.get(ports).computeIfAbsent(rule, one -> {
      List<Unit.Port> declared = byName ? engine.classes().portLists().get(ports) : List.of();
      return matching(one, byName ? connections.id(one.ports(declared)) : one.numbers());
    });
  }

  private List<Part> matching(CompiledRule rule, int numbers) {
    List<Part> parts = new ArrayList<>(1);
    add(parts, rule.peers() == null ? everybody : rule.peers(), numbers);
    rule.byName().forEach(named -> add(parts, named.peers(), named.connections()));
    return parts;
  }

  private static void add(List<Part> parts, PeerSet peers, int connections) {
    if (!peers.isEmpty() && connections != ConnectionTable.NONE) {
      parts.add(new Part(peers, connections));
    }
  }

  /** Returns whether rules match everything that another one does. */
  boolean covers(List<List<Part>> rules, List<Part> all) {
    compared += rules.size();
    if (compared > MOST_COMPARED) {
      return false;
    }
    for (Part part : all) {
      // Most rules that are not covered are so with the first peer already.
      if (!coversOne(rules, part.peers().first(), part.connections())) {
        return false;
      }
    }
    return all.stream().allMatch(part -> coversAll(rules, part));
  }

  private boolean coversOne(List<List<Part>> rules, int peer, int wanted) {
    int left = wanted;
    for (List<Part> rule : rules) {
      for (Part part : rule) {
        if (part.peers().contains(peer)) {
          left = connections.minus(left, part.connections());
        }
      }
      if (left == ConnectionTable.NONE) {
        return true;
      }
    }
    return false;
  }

  private boolean coversAll(List<List<Part>> rules, Part all) {
    Map<Integer, PeerSet> left = new TreeMap<>(Map.of(all.connections(), all.peers()));
    for (List<Part> rule : rules) {
      for (Part part : rule) {
        left = without(left, part);
      }
      if (left.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Returns what a part leaves of peers by their connections. */
  private Map<Integer, PeerSet> without(Map<Integer, PeerSet> all, Part part) {
    Map<Integer, PeerSet> left = new TreeMap<>();
    all.forEach((wanted, peers) -> {
      int rest = connections.minus(wanted, part.connections());
      PeerSet hit = rest == wanted ? PeerSet.EMPTY : peers.and(part.peers());
      if (rest != ConnectionTable.NONE && !hit.isEmpty()) {
        left.merge(rest, hit, PeerSet::or);
      }
      PeerSet missed = hit.isEmpty() ? peers : peers.minus(hit);
      if (!missed.isEmpty()) {
        left.merge(wanted, missed, PeerSet::or);
      }
    });
    return left;
  }

  /** Returns how many ports of how many peers a rule matches. */
  long breadth(List<Part> parts) {
    long breadth = 0;
    for (Part part : parts) {
      breadth +=
          (long) part.peers().size() * connections.get(part.connections()).size();
    }
    return breadth;
  }
}
