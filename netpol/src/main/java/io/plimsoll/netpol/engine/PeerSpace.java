package io.plimsoll.netpol.engine;

import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.set.PeerSet;

/**
 * How the peers of one direction are numbered: first the classes of pods (once for each address family, if their addresses of
 * both families matter), then the atoms of addresses.
 *
 * @param classes the number of classes
 * @param byFamily whether a class has one number for each family
 * @param atoms the addresses
 */
public record PeerSpace(int classes, boolean byFamily, AddressAtoms atoms) {

  /** Returns the number of peers. */
  public int size() {
    return firstAtom() + atoms.size();
  }

  /** Returns the peer that is the first atom; those before it are classes. */
  public int firstAtom() {
    return byFamily ? 2 * classes : classes;
  }

  /** Returns the peer that a class is over a family. */
  public int ofClass(int podClass, AddressFamily family) {
    return byFamily && family == AddressFamily.IPV6 ? classes + podClass : podClass;
  }

  /** Returns the class that a peer before the first atom is. */
  int toClass(int peer) {
    return peer < classes ? peer : peer - classes;
  }

  /** Returns the peers that these classes are, over any family. */
  PeerSet ofClasses(PeerSet set) {
    return byFamily ? set.withShifted(classes) : set;
  }
}
