package io.plimsoll.netpol.engine;

import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.IpAddress;
import io.plimsoll.netpol.policy.Policy;
import io.plimsoll.netpol.policy.WrittenPolicy;
import io.plimsoll.netpol.set.Hash;
import io.plimsoll.netpol.set.PeerSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The policies of a cluster, worked out: for each class of pods and direction which policies apply and what they allow. */
public final class Engine {

  private static final Comparator<CompiledPolicy> ORDER = Comparator.comparing(
          (CompiledPolicy p) -> p.policy().tier())
      .thenComparingInt(p -> p.policy().priority())
      .thenComparing(p -> p.policy().ref());

  /** One direction, by class. */
  private static final class Side {
    private final PeerSpace space;
    private final int[][] policies;
    private final Row[] rows;

    Side(PeerSpace space, int[][] policies, Row[] rows) {
      this.space = space;
      this.policies = policies;
      this.rows = rows;
    }
  }

  /** What a row depends on. */
  private record RowKey(Numbers policies, int ports, List<IpAddress> localNode) {

    @Override
    public int hashCode() {
      return Hash.mix(policies.hashCode() + ports);
    }
  }

  /** Numbers that are compared one by one. */
  private static final class Numbers {
    private final int[] items;

    Numbers(int[] items) {
      this.items = items;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Numbers that && Arrays.equals(items, that.items);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(items);
    }
  }

  private final Inventory inventory;
  private final Addressing addressing;
  private final Reading reading;
  private final PodClasses classes;
  private final ConnectionTable connections = new ConnectionTable();
  private final List<CompiledPolicy> policies = new ArrayList<>();
  private final Side ingress;
  private final Side egress;
  private final Map<List<IpAddress>, PeerSet> localNodes = new HashMap<>();
  private final ConnectionSet[] sets;

  public Engine(Inventory inventory, Reading reading) {
    this.inventory = inventory;
    this.addressing = new Addressing(inventory, reading);
    this.reading = reading;
    this.classes = new PodClasses(inventory, addressing);
    PodSelection selection = new PodSelection(classes);
    RuleCompiler in = compiler(Direction.INGRESS, selection);
    RuleCompiler out = compiler(Direction.EGRESS, selection);
    for (WrittenPolicy written : inventory.policies()) {
      Policy policy = written.policy();
      policies.add(new CompiledPolicy(written, in.compile(policy), out.compile(policy)));
    }
    policies.sort(ORDER);
    this.ingress = side(Direction.INGRESS, selection, in);
    this.egress = side(Direction.EGRESS, selection, out);
    this.sets = connections.toArray();
  }

  private Side side(Direction direction, PodSelection selection, RuleCompiler compiler) {
    int[][] applying = applying(direction, selection);
    return new Side(space(direction), applying, rows(direction, applying, compiler));
  }

  private PeerSpace space(Direction direction) {
    return new PeerSpace(classes.size(), addressing.byFamily(), addressing.atoms(direction));
  }

  private RuleCompiler compiler(Direction direction, PodSelection selection) {
    return new RuleCompiler(
        direction, classes, selection, addressing, space(direction), connections);
  }

  /** Returns by class the numbers of the policies that apply, in the order of their tiers. */
  private int[][] applying(Direction direction, PodSelection selection) {
    int[][] lists = new int[classes.size()][0];
    int[] sizes = new int[classes.size()];
    for (int i = 0; i < policies.size(); i++) {
      Policy policy = policies.get(i).policy();
      if (policy.side(direction).applies()) {
        int number = i;
        selection.select(policy.subject()).forEach(subject -> {
          int size = sizes[subject]++;
          if (size == lists[subject].length) {
            lists[subject] = Arrays.copyOf(lists[subject], Math.max(4, 2 * size));
          }
          lists[subject][size] = number;
        });
      }
    }
    for (int i = 0; i < lists.length; i++) {
      lists[i] = Arrays.copyOf(lists[i], sizes[i]);
    }
    return lists;
  }

  private Row[] rows(Direction direction, int[][] ofClass, RuleCompiler compiler) {
    RowMaker maker = new RowMaker(
        direction,
        space(direction),
        classes,
        policies,
        connections,
        node -> localNodes.computeIfAbsent(node, compiler::ofAddresses),
        reading.unfiltered());
    Map<RowKey, Row> known = new HashMap<>();
    Row[] rows = new Row[classes.size()];
    for (int i = 0; i < rows.length; i++) {
      boolean own = direction == Direction.INGRESS;
      int ports = own ? classes.portList(i) : 0;
      List<IpAddress> node = own ? classes.get(i).localNode() : List.of();
      RowKey key = new RowKey(new Numbers(ofClass[i]), ports, node);
      Row row = known.get(key);
      if (row == null) {
        row = maker.make(ofClass[i], i);
        known.put(key, row);
      }
      rows[i] = row;
    }
    return rows;
  }

  /** Returns what makes rows of this engine's classes from its policies in another order. */
  public RowMaker reordering(Direction direction) {
    return new RowMaker(
        direction,
        space(direction),
        classes,
        policies,
        connections.copy(),
        localNodes::get,
        reading.unfiltered());
  }

  /** Returns the numbers of the policies that apply to a class, in the order of their tiers. */
  public int[] applying(Direction direction, int podClass) {
    return side(direction).policies[podClass].clone();
  }

  public Policy policy(int number) {
    return policies.get(number).policy();
  }

  public CompiledPolicy compiled(int number) {
    return policies.get(number);
  }

  /** Returns whether a unit is its node to the policies. */
  public boolean isNode(int unit) {
    return classes.get(classes.ofUnit(unit)).node();
  }

  /** Returns whether a peer of the ingress side is the pods' own node, which may always reach them. */
  public boolean isLocalNode(int podClass, int peer) {
    PeerSet node = localNodes.get(classes.get(podClass).localNode());
    return node != null && node.contains(peer);
  }

  /** Returns how the policies were read. */
  public Reading reading() {
    return reading;
  }

  public Inventory inventory() {
    return inventory;
  }

  public PodClasses classes() {
    return classes;
  }

  public PeerSpace spaceOf(Direction direction) {
    return side(direction).space;
  }

  private Side side(Direction direction) {
    return direction == Direction.INGRESS ? ingress : egress;
  }

  /** Returns what the policies on a class's own side allow, by peer. */
  public Row row(Direction direction, int podClass) {
    return side(direction).rows[podClass];
  }

  /** Returns the policies that apply to a class, in the order of their tiers. */
  public List<CompiledPolicy> policies(Direction direction, int podClass) {
    return Arrays.stream(side(direction).policies[podClass])
        .mapToObj(policies::get)
        .toList();
  }

  /** Returns the set that a number of a row stands for. */
  public ConnectionSet set(int connection) {
    return sets[connection];
  }

  /** Returns a table of the sets that the numbers of rows stand for, to go on from there. */
  public ConnectionTable table() {
    return connections.copy();
  }

  /** Returns what both sides allow from one unit to another, which must not be the same pod. */
  public ConnectionSet between(int from, int to) {
    int source = classes.ofUnit(from);
    int destination = classes.ofUnit(to);
    AddressFamily family = classes.family(source, destination);
    return set(egress(source, destination, family))
        .intersect(set(ingress(source, destination, family)));
  }

  /** Returns what the source's side allows, as the number of a set. */
  public int egress(int source, int destination, AddressFamily family) {
    PeerSpace space = spaceOf(Direction.EGRESS);
    return row(Direction.EGRESS, source).get(space.ofClass(destination, family));
  }

  /** Returns what the destination's side allows, as the number of a set. */
  public int ingress(int source, int destination, AddressFamily family) {
    PeerSpace space = spaceOf(Direction.INGRESS);
    return row(Direction.INGRESS, destination).get(space.ofClass(source, family));
  }
}
