package io.plimsoll.netpol.engine;

import io.plimsoll.netpol.set.PeerSet;
import java.util.Arrays;

/**
 * What the policies on one side of a class of pods allow with each peer, as numbers of a {@link ConnectionTable}: single peers,
 * then large sets of peers, then all the others.
 */
public final class Row {

  /** Takes a peer and the number of its connections. */
  public interface Visitor {
    void visit(int peer, int connections);
  }

  private final int[] peers;
  private final int[] connections;
  private final PeerSet[] blocks;
  private final int[] blockConnections;
  private final int rest;

  /**
   * Makes a row; takes ownership of the arrays.
   *
   * @param peers single peers, ascending
   * @param connections what is allowed with each of them
   * @param blocks disjoint sets of peers
   * @param blockConnections what is allowed with each set, but for the single peers
   * @param rest what is allowed with all others
   */
  Row(int[] peers, int[] connections, PeerSet[] blocks, int[] blockConnections, int rest) {
    this.peers = peers;
    this.connections = connections;
    this.blocks = blocks;
    this.blockConnections = blockConnections;
    this.rest = rest;
  }

  public int get(int peer) {
    int at = Arrays.binarySearch(peers, peer);
    return at >= 0 ? connections[at] : beneath(peer);
  }

  private int beneath(int peer) {
    for (int i = 0; i < blocks.length; i++) {
      if (blocks[i].contains(peer)) {
        return blockConnections[i];
      }
    }
    return rest;
  }

  /** Returns whether single peers are all that something is allowed with. */
  boolean isSparse() {
    return rest == ConnectionTable.NONE && blocks.length == 0;
  }

  /** Returns whether both allow the same with each of so many peers. */
  public boolean allowsSame(Row other, int size) {
    for (int peer = 0; peer < size; peer++) {
      if (get(peer) != other.get(peer)) {
        return false;
      }
    }
    return true;
  }

  /** Calls for each peer from one to before another with which something is allowed, in order. */
  public void forEach(int from, int to, Visitor visitor) {
    int at = Arrays.binarySearch(peers, from);
    at = at < 0 ? -at - 1 : at;
    if (isSparse()) {
      for (; at < peers.length && peers[at] < to; at++) {
        if (connections[at] != ConnectionTable.NONE) {
          visitor.visit(peers[at], connections[at]);
        }
      }
      return;
    }
    for (int peer = from; peer < to; peer++) {
      boolean single = at < peers.length && peers[at] == peer;
      int allowed = single ? connections[at++] : beneath(peer);
      if (allowed != ConnectionTable.NONE) {
        visitor.visit(peer, allowed);
      }
    }
  }
}
