package io.plimsoll.netpol.engine;

import io.plimsoll.netpol.set.PeerSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes {@link Row}s: takes every peer's {@linkplain TierStates state} from the start through the steps of the rules. Small sets
 * of peers are stepped one by one, large ones as sets; it is used for one row after the other.
 */
final class RowBuilder {

  /** A large set of peers that share a state. */
  private static final class Block {
    private final long[] bits;
    private final int state;

    Block(long[] bits, int state) {
      this.bits = bits;
      this.state = state;
    }
  }

  private final TierStates states;
  private final int[] state;
  private final int[] touchedIn;
  private final int[] touched;
  private final List<Block> blocks = new ArrayList<>();
  private int touchedCount;
  private int row;
  private int rest;

  RowBuilder(TierStates states, int peers) {
    this.states = states;
    this.state = new int[peers];
    this.touchedIn = new int[peers];
    this.touched = new int[peers];
  }

  /** Begins a row. */
  void start() {
    row++;
    touchedCount = 0;
    blocks.clear();
    rest = states.start;
  }

  /** Takes every peer one step further. */
  void stepAll(TierStates.Step step, int concerned) {
    rest = states.next(rest, step, concerned);
    blocks.replaceAll(b -> new Block(b.bits, states.next(b.state, step, concerned)));
    for (int i = 0; i < touchedCount; i++) {
      int peer = touched[i];
      state[peer] = states.next(state[peer], step, concerned);
    }
  }

  /** Takes some peers one step further. */
  void step(PeerSet peers, TierStates.Step step, int concerned) {
    int[] single = peers.sparse();
    if (single != null) {
      for (int peer : single) {
        if (touchedIn[peer] != row) {
          touchedIn[peer] = row;
          touched[touchedCount++] = peer;
          state[peer] = beneath(peer);
        }
        state[peer] = states.next(state[peer], step, concerned);
      }
      return;
    }
    for (int i = 0; i < touchedCount; i++) {
      int peer = touched[i];
      if (peers.contains(peer)) {
        state[peer] = states.next(state[peer], step, concerned);
      }
    }
    stepBlocks(peers, step, concerned);
  }

  private int beneath(int peer) {
    for (Block block : blocks) {
      if (has(block.bits, peer)) {
        return block.state;
      }
    }
    return rest;
  }

  private static boolean has(long[] bits, int peer) {
    return (bits[peer >>> 6] & 1L << peer) != 0;
  }

  private void stepBlocks(PeerSet peers, TierStates.Step step, int concerned) {
    long[] left = new long[(state.length + 63) >>> 6];
    peers.addTo(left);
    List<Block> next = new ArrayList<>(blocks.size() + 2);
    for (Block block : blocks) {
      int stepped = states.next(block.state, step, concerned);
      long[] inside = new long[left.length];
      long[] outside = new long[left.length];
      for (int i = 0; i < left.length; i++) {
        inside[i] = block.bits[i] & left[i];
        outside[i] = block.bits[i] & ~left[i];
        left[i] &= ~block.bits[i];
      }
      add(next, inside, stepped);
      add(next, outside, block.state);
    }
    add(next, left, states.next(rest, step, concerned));
    next.removeIf(block -> block.state == rest);
    blocks.clear();
    blocks.addAll(next);
  }

  /** Adds a block to those of its state. */
  private static void add(List<Block> to, long[] bits, int state) {
    boolean empty = true;
    for (int i = 0; i < bits.length && empty; i++) {
      empty = bits[i] == 0;
    }
    if (empty) {
      return;
    }
    for (Block known : to) {
      if (known.state == state) {
        for (int i = 0; i < bits.length; i++) {
          known.bits[i] |= bits[i];
        }
        return;
      }
    }
    to.add(new Block(bits, state));
  }

  /** Ends a row. */
  Row finish() {
    int allowedRest = states.allowed(rest);
    List<Block> merged = new ArrayList<>(blocks.size());
    for (Block block : blocks) {
      int allowed = states.allowed(block.state);
      if (allowed != allowedRest) {
        add(merged, block.bits, allowed);
      }
    }
    PeerSet[] sets = new PeerSet[merged.size()];
    int[] setConnections = new int[sets.length];
    for (int i = 0; i < sets.length; i++) {
      sets[i] = PeerSet.ofBits(merged.get(i).bits);
      setConnections[i] = merged.get(i).state;
    }
    int[] peers = new int[touchedCount];
    int count = 0;
    for (int i = 0; i < touchedCount; i++) {
      int peer = touched[i];
      if (states.allowed(state[peer]) != states.allowed(beneath(peer))) {
        peers[count++] = peer;
      }
    }
    peers = Arrays.copyOf(peers, count);
    Arrays.sort(peers);
    int[] connections = new int[count];
    for (int i = 0; i < count; i++) {
      connections[i] = states.allowed(state[peers[i]]);
    }
    return new Row(peers, connections, sets, setConnections, allowedRest);
  }
}
