package io.plimsoll.psa.apparmor;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An automaton that is made deterministic as far as it is used; its states are numbers, and what it reads are classes of bytes. */
final class LazyAutomaton {

  /** The state after which nothing matches. */
  static final int DEAD = 0;

  private static final int UNKNOWN = -1;

  private final Automaton automaton;
  private final int[] bytes;
  private final Map<IntBuffer, Integer> numbers = new HashMap<>();
  private final List<int[]> sets = new ArrayList<>();
  private final List<int[]> next = new ArrayList<>();
  private final BitSet accepting = new BitSet();
  private final int start;
  private long work;

  LazyAutomaton(Automaton automaton, ByteClasses classes) {
    this.automaton = automaton;
    this.bytes = classes.classes().stream().mapToInt(one -> one.get(0)).toArray();
    number(new int[0]);
    this.start = number(automaton.startStates());
  }

  int start() {
    return start;
  }

  boolean accepts(int state) {
    return accepting.get(state);
  }

  int step(int state, int byteClass) {
    int[] row = next.get(state);
    if (row[byteClass] == UNKNOWN) {
      work += automaton.size();
      row[byteClass] = number(automaton.step(sets.get(state), bytes[byteClass]));
    }
    return row[byteClass];
  }

  /** Returns how many states of the automaton were looked at to make it deterministic. */
  long work() {
    return work;
  }

  private int number(int[] set) {
    IntBuffer key = IntBuffer.wrap(set);
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    int number = sets.size();
    numbers.put(key, number);
    sets.add(set);
    int[] row = new int[bytes.length];
    Arrays.fill(row, number == DEAD ? DEAD : UNKNOWN);
    next.add(row);
    accepting.set(number, automaton.accepts(set));
    return number;
  }
}
