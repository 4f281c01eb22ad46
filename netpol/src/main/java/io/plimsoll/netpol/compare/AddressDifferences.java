package io.plimsoll.netpol.compare;

import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.engine.AddressAtoms;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.engine.PeerSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * With which addresses the endpoints of one kind may connect otherwise in the second cluster than in the first, in one
 * direction. Addresses are cut where either cluster cuts them; neighbours with the same difference are one.
 */
final class AddressDifferences {

  /**
   * A difference about some addresses.
   *
   * @param addresses the addresses
   * @param before what is allowed in the first cluster
   * @param after what is allowed in the second
   */
  record Difference(AddressRange addresses, ConnectionSet before, ConnectionSet after) {}

  /** Addresses that neither cluster cuts, and the atoms they are in. */
  private record Piece(AddressRange addresses, int before, int after) {}

  private final EndpointKinds kinds;
  private final Direction direction;
  private final Engine before;
  private final Engine after;
  private final List<Piece> pieces = new ArrayList<>();
  private final ConnectionSet[] allowedBefore;
  private final ConnectionSet[] allowedAfter;

  AddressDifferences(EndpointKinds kinds, Direction direction, Engine before, Engine after) {
    this.kinds = kinds;
    this.direction = direction;
    this.before = before;
    this.after = after;
    AddressAtoms first = before.spaceOf(direction).atoms();
    AddressAtoms second = after.spaceOf(direction).atoms();
    this.allowedBefore = new ConnectionSet[first.size()];
    this.allowedAfter = new ConnectionSet[second.size()];
    boolean v6 = before.inventory().speaksV6() || after.inventory().speaksV6();
    List<AddressRange> all = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      all.add(first.range(i));
    }
    for (int i = 0; i < second.size(); i++) {
      all.add(second.range(i));
    }
    AddressAtoms both = AddressAtoms.of(all);
    for (int i = 0; i < both.size(); i++) {
      if (v6 || both.family(i) == AddressFamily.IPV4) {
        AddressRange range = both.range(i);
        pieces.add(new Piece(range, first.indexOf(range.first()), second.indexOf(range.first())));
      }
    }
  }

  /** Returns the differences of a kind, in the order of addresses. */
  List<Difference> of(int kind) {
    boolean any = collect(kind, before, true, allowedBefore);
    any |= collect(kind, after, false, allowedAfter);
    List<Difference> differences = new ArrayList<>();
    if (!any) {
      return differences;
    }
    boolean continues = false;
    for (Piece piece : pieces) {
      ConnectionSet was = allowedBefore[piece.before];
      ConnectionSet is = allowedAfter[piece.after];
      if (was.equals(is)) {
        continues = false;
        continue;
      }
      int last = differences.size() - 1;
      Difference previous = continues ? differences.get(last) : null;
      if (previous != null
          && previous.addresses.family() == piece.addresses.family()
          && previous.before.equals(was)
          && previous.after.equals(is)) {
        AddressRange longer = new AddressRange(previous.addresses.first(), piece.addresses.last());
        differences.set(last, new Difference(longer, was, is));
      } else {
        differences.add(new Difference(piece.addresses, was, is));
      }
      continues = true;
    }
    return differences;
  }

  private boolean collect(int kind, Engine engine, boolean first, ConnectionSet[] allowed) {
    Arrays.fill(allowed, ConnectionSet.NONE);
    PeerSpace space = engine.spaceOf(direction);
    boolean[] any = {false};
    for (int one : kinds.classesOf(kind, first)) {
      engine.row(direction, one).forEach(space.firstAtom(), space.size(), (peer, connections) -> {
        int atom = peer - space.firstAtom();
        ConnectionSet set = engine.set(connections);
        allowed[atom] = allowed[atom].isEmpty() ? set : allowed[atom].union(set);
        any[0] = true;
      });
    }
    return any[0];
  }
}
