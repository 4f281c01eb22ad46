package io.plimsoll.netpol.synthesis;

import io.plimsoll.netpol.api.IpBlock;
import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.Cidr;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.engine.AddressAtoms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Connections with addresses, and the blocks that say the same. */
final class AddressBlocks {

  private record Entry(AddressRange range, ConnectionSet connections) {}

  private final List<Entry> entries = new ArrayList<>();

  void add(AddressRange range, ConnectionSet connections) {
    entries.add(new Entry(range, connections));
  }

  private Stream<AddressRange> cuts() {
    return entries.stream().map(Entry::range);
  }

  /** Returns what the other does not have. */
  AddressBlocks minus(AddressBlocks other) {
    AddressAtoms atoms = AddressAtoms.of(Stream.concat(cuts(), other.cuts()).toList());
    ConnectionSet[] here = byAtom(atoms);
    ConnectionSet[] there = other.byAtom(atoms);
    AddressBlocks left = new AddressBlocks();
    for (int atom = 0; atom < here.length; atom++) {
      left.add(atoms.range(atom), here[atom].minus(there[atom]));
    }
    return left;
  }

  /** Returns the connections by atom; the atoms must be cut where these addresses are. */
  private ConnectionSet[] byAtom(AddressAtoms atoms) {
    ConnectionSet[] all = new ConnectionSet[atoms.size()];
    Arrays.fill(all, ConnectionSet.NONE);
    for (Entry entry : entries) {
      for (int atom = atoms.indexOf(entry.range.first()); atom < atoms.endOf(entry.range); atom++) {
        all[atom] = all[atom].union(entry.connections);
      }
    }
    return all;
  }

  /** Returns ranges with gaps between them, by their connections, each in order. */
  Map<ConnectionSet, List<AddressRange>> ranges() {
    AddressAtoms atoms = AddressAtoms.of(cuts().toList());
    ConnectionSet[] byAtom = byAtom(atoms);
    Map<ConnectionSet, List<AddressRange>> ranges = new LinkedHashMap<>();
    for (int atom = 0; atom < byAtom.length; atom++) {
      int start = atom;
      while (atom + 1 < byAtom.length
          && atoms.family(atom + 1) == atoms.family(start)
          && byAtom[atom + 1].equals(byAtom[start])) {
        atom++;
      }
      if (!byAtom[start].isEmpty()) {
        ranges
            .computeIfAbsent(byAtom[start], c -> new ArrayList<>())
            .add(new AddressRange(atoms.range(start).first(), atoms.range(atom).last()));
      }
    }
    return ranges;
  }

  /** Returns the fewest blocks found that are some ascending ranges: CIDRs, or one with exceptions. */
  static List<IpBlock> of(List<AddressRange> ranges) {
    List<IpBlock> blocks = new ArrayList<>();
    for (AddressFamily family : AddressFamily.values()) {
      List<AddressRange> some =
          ranges.stream().filter(range -> range.family() == family).toList();
      if (!some.isEmpty()) {
        blocks.addAll(ofFamily(some));
      }
    }
    return blocks;
  }

  private static List<IpBlock> ofFamily(List<AddressRange> ranges) {
    List<Cidr> each = ranges.stream().flatMap(range -> range.cidrs().stream()).toList();
    Cidr around =
        new AddressRange(ranges.get(0).first(), ranges.get(ranges.size() - 1).last()).enclosing();
    List<String> except = around.range().minus(ranges).stream()
        .flatMap(range -> range.cidrs().stream())
        .map(Cidr::toString)
        .toList();
    return except.size() + 1 < each.size()
        ? List.of(new IpBlock(around.toString(), except))
        : each.stream().map(cidr -> new IpBlock(cidr.toString(), List.of())).toList();
  }
}
