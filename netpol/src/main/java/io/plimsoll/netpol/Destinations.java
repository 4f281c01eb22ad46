package io.plimsoll.netpol;

import io.plimsoll.netpol.connection.AddressFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The classes that a class of pods may connect to, both sides considered. Where the source's side allows little, its row leads
 * the way; where it allows much, the rows of the destinations do, from the source's view.
 *
 * <p>It has a table of its own for the intersections, so each use has its own instance.
 */
final class Destinations {

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
  private final List<Admission> broad = new ArrayList<>();
  private int[][] narrow = new int[0][];

  Destinations(Engine engine) {
    this.engine = engine;
    this.classes = engine.classes();
    this.in = engine.spaceOf(Direction.INGRESS);
    this.out = engine.spaceOf(Direction.EGRESS);
    this.table = engine.table();
    boolean needed = false;
    for (int i = 0; i < classes.size() && !needed; i++) {
      needed = !engine.row(Direction.EGRESS, i).isSparse();
    }
    if (needed) {
      transpose();
    }
  }

  private void transpose() {
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
    }
    narrow = new int[in.firstAtom()][0];
    int[] sizes = new int[narrow.length];
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      int[] destinations = classesOf.get(i).stream().mapToInt(Integer::intValue).toArray();
      Admission admission = new Admission(row, destinations);
      if (row.isSparse()) {
        int number = admissions.size();
        admissions.add(admission);
        row.forEach(0, in.firstAtom(), (peer, allowed) -> {
          int size = sizes[peer]++;
          if (size == narrow[peer].length) {
            narrow[peer] = Arrays.copyOf(narrow[peer], Math.max(4, 2 * size));
          }
          narrow[peer][size] = number;
        });
      } else {
        broad.add(admission);
      }
    }
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = Arrays.copyOf(narrow[i], sizes[i]);
    }
  }

  /** Returns the table that the visited numbers are of. */
  ConnectionTable table() {
    return table;
  }

  /** Calls for each class that a class may connect to, in no particular order. */
  void forEach(int source, Row.Visitor visitor) {
    Row row = engine.row(Direction.EGRESS, source);
    if (row.isSparse()) {
      row.forEach(0, out.firstAtom(), (peer, allowed) -> {
        int destination = out.toClass(peer);
        AddressFamily family = PodClass.family(classes.get(source), classes.get(destination));
        if (out.ofClass(destination, family) == peer) {
          int admitted = engine.ingress(source, destination, family);
          visit(visitor, destination, table.intersect(allowed, admitted));
        }
      });
      return;
    }
    for (AddressFamily family : AddressFamily.values()) {
      int peer = in.ofClass(source, family);
      if (family == AddressFamily.IPV6 && !in.byFamily()) {
        continue;
      }
      for (int number : narrow[peer]) {
        admit(source, family, row, admissions.get(number), visitor);
      }
      for (Admission admission : broad) {
        admit(source, family, row, admission, visitor);
      }
    }
  }

  private void admit(
      int source, AddressFamily family, Row row, Admission admission, Row.Visitor visitor) {
    int admitted = admission.row.get(in.ofClass(source, family));
    if (admitted == ConnectionTable.NONE) {
      return;
    }
    for (int destination : admission.classes) {
      if (PodClass.family(classes.get(source), classes.get(destination)) == family) {
        int allowed = row.get(out.ofClass(destination, family));
        visit(visitor, destination, table.intersect(allowed, admitted));
      }
    }
  }

  private static void visit(Row.Visitor visitor, int destination, int connections) {
    if (connections != ConnectionTable.NONE) {
      visitor.visit(destination, connections);
    }
  }
}
