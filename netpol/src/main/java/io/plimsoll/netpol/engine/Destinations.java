package io.plimsoll.netpol.engine;

import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The classes that a class of pods may connect to, both sides considered. Where the source's side allows little, its row leads
 * the way; where it allows much, the rows of the destinations do, from the source's view.
 *
 * <p>The rows of destinations are kept the other way round, by source: to look up each source in the row of each of its
 * destinations would fetch another row into the caches of the processor each time.
 *
 * <p>It has a table of its own for the intersections, so each use has its own instance.
 */
public final class Destinations {

  /** Destinations that share a row. */
  private static final class Admission {
    private final Row row;
    private final int[] classes;

    Admission(Row row, int[] classes) {
      this.row = row;
      this.classes = classes;
    }
  }

  private final Engine engine;
  private final PodClasses classes;
  private final PeerSpace in;
  private final PeerSpace out;
  private final ConnectionTable table;
  private final List<Admission> admissions = new ArrayList<>();

  /** By class, the number of what admits to it. */
  private final int[] admissionOf;

  /** The admissions whose rows are not sparse. */
  private final BitSet broad = new BitSet();

  /** By source, the admissions with sparse rows that admit it. */
  private final int[][] narrow;

  /** What each of them admits. */
  private final int[][] narrowConnections;

  /** By admission, what it admits of the source that is being visited, if its row is sparse. */
  private final int[] admitted;

  public Destinations(Engine engine) {
    this.engine = engine;
    this.classes = engine.classes();
    this.in = engine.spaceOf(Direction.INGRESS);
    this.out = engine.spaceOf(Direction.EGRESS);
    this.table = engine.table();
    this.admissionOf = new int[classes.size()];
    groupByRow();
    this.admitted = new int[admissions.size()];
    this.narrow = new int[in.firstAtom()][0];
    this.narrowConnections = new int[narrow.length][0];
    transpose();
  }

  private void groupByRow() {
    IdentityHashMap<Row, Integer> numbers = new IdentityHashMap<>();
    List<Row> rows = new ArrayList<>();
    List<List<Integer>> classesOf = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      Row row = engine.row(Direction.INGRESS, i);
      int number = numbers.computeIfAbsent(row, r -> {
        rows.add(r);
        classesOf.add(new ArrayList<>(1));
        return rows.size() - 1;
      });
      classesOf.get(number).add(i);
      admissionOf[i] = number;
    }
    for (int i = 0; i < rows.size(); i++) {
      int[] destinations = classesOf.get(i).stream().mapToInt(Integer::intValue).toArray();
      admissions.add(new Admission(rows.get(i), destinations));
    }
  }

  private void transpose() {
    int[] sizes = new int[narrow.length];
    for (int i = 0; i < admissions.size(); i++) {
      int number = i;
      Row row = admissions.get(i).row;
      if (!row.isSparse()) {
        broad.set(i);
        continue;
      }
      row.forEach(0, in.firstAtom(), (peer, allowed) -> {
        int size = sizes[peer]++;
        if (size == narrow[peer].length) {
          int more = Math.max(4, 2 * size);
          narrow[peer] = Arrays.copyOf(narrow[peer], more);
          narrowConnections[peer] = Arrays.copyOf(narrowConnections[peer], more);
        }
        narrow[peer][size] = number;
        narrowConnections[peer][size] = allowed;
      });
    }
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = Arrays.copyOf(narrow[i], sizes[i]);
    }
  }

  /** Returns the table that the visited numbers are of. */
  public ConnectionTable table() {
    return table;
  }

  /** Calls for each class that a class may connect to, in no particular order. */
  public void forEach(int source, Row.Visitor visitor) {
    Row row = engine.row(Direction.EGRESS, source);
    for (AddressFamily family : AddressFamily.values()) {
      if (family == AddressFamily.IPV4 || in.byFamily()) {
        if (row.isSparse()) {
          byDestination(source, family, row, visitor);
        } else {
          byAdmission(source, family, row, visitor);
        }
      }
    }
  }

  private void byDestination(int source, AddressFamily family, Row row, Row.Visitor visitor) {
    int peer = in.ofClass(source, family);
    for (int i = 0; i < narrow[peer].length; i++) {
      admitted[narrow[peer][i]] = narrowConnections[peer][i];
    }
    int first = out.ofClass(0, family);
    row.forEach(first, first + classes.size(), (destinationPeer, allowed) -> {
      int destination = out.toClass(destinationPeer);
      if (classes.family(source, destination) == family) {
        int number = admissionOf[destination];
        int admits = broad.get(number) ? admissions.get(number).row.get(peer) : admitted[number];
        visit(visitor, destination, table.intersect(allowed, admits));
      }
    });
    for (int number : narrow[peer]) {
      admitted[number] = ConnectionTable.NONE;
    }
  }

  private void byAdmission(int source, AddressFamily family, Row row, Row.Visitor visitor) {
    int peer = in.ofClass(source, family);
    for (int i = 0; i < narrow[peer].length; i++) {
      int number = narrow[peer][i];
      admit(source, family, row, admissions.get(number), narrowConnections[peer][i], visitor);
    }
    for (int number = broad.nextSetBit(0); number >= 0; number = broad.nextSetBit(number + 1)) {
      Admission admission = admissions.get(number);
      admit(source, family, row, admission, admission.row.get(peer), visitor);
    }
  }

  private void admit(
      int source,
      AddressFamily family,
      Row row,
      Admission admission,
      int admits,
      Row.Visitor visitor) {
    if (admits == ConnectionTable.NONE) {
      return;
    }
    for (int destination : admission.classes) {
      if (classes.family(source, destination) == family) {
        int allowed = row.get(out.ofClass(destination, family));
        visit(visitor, destination, table.intersect(allowed, admits));
      }
    }
  }

  private static void visit(Row.Visitor visitor, int destination, int connections) {
    if (connections != ConnectionTable.NONE) {
      visitor.visit(destination, connections);
    }
  }
}
