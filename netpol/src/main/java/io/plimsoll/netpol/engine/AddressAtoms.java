package io.plimsoll.netpol.engine;

import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.IpAddress;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * All addresses, cut at both ends of every range that matters: no rule tells two addresses of one atom apart. Atoms are
 * numbered from 0 in the order of addresses, those of IPv4 first.
 */
public final class AddressAtoms {

  private final IpAddress[] starts;
  private final int firstV6;

  private AddressAtoms(IpAddress[] starts, int firstV6) {
    this.starts = starts;
    this.firstV6 = firstV6;
  }

  /** Returns the atoms that these ranges make. */
  public static AddressAtoms of(Iterable<AddressRange> ranges) {
    TreeSet<IpAddress> cuts = new TreeSet<>();
    for (AddressFamily family : AddressFamily.values()) {
      cuts.add(IpAddress.bound(family, false));
    }
    for (AddressRange range : ranges) {
      cuts.add(range.first());
      range.last().next().ifPresent(cuts::add);
    }
    IpAddress[] starts = cuts.toArray(IpAddress[]::new);
    int firstV6 = Arrays.binarySearch(starts, IpAddress.bound(AddressFamily.IPV6, false));
    return new AddressAtoms(starts, firstV6);
  }

  public int size() {
    return starts.length;
  }

  /** Returns the atom of an address. */
  public int indexOf(IpAddress address) {
    int at = Arrays.binarySearch(starts, address);
    return at >= 0 ? at : -at - 2;
  }

  /** Returns the atom that comes after the last one of a range. */
  public int endOf(AddressRange range) {
    return indexOf(range.last()) + 1;
  }

  public AddressFamily family(int atom) {
    return atom < firstV6 ? AddressFamily.IPV4 : AddressFamily.IPV6;
  }

  /** Returns the addresses of an atom. */
  public AddressRange range(int atom) {
    AddressFamily family = family(atom);
    boolean last = atom + 1 == (family == AddressFamily.IPV4 ? firstV6 : starts.length);
    IpAddress end =
        last ? IpAddress.bound(family, true) : starts[atom + 1].previous().orElseThrow();
    return new AddressRange(starts[atom], end);
  }

  /** Returns, by atom, whether it is in one of the ranges; they must be among those that the atoms were made of. */
  boolean[] members(List<AddressRange> ranges) {
    boolean[] members = new boolean[starts.length];
    for (AddressRange range : ranges) {
      Arrays.fill(members, indexOf(range.first()), endOf(range), true);
    }
    return members;
  }
}
