package io.plimsoll.psa.apparmor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A nondeterministic automaton: its size is that of the expression, and to match takes at most size times length steps. */
final class Automaton {

  /** What is read in each state; {@code null} where nothing is. */
  private final @Nullable ByteSet[] sets;

  private final int[] next;

  /** The other way out of a state that reads nothing; -1 if there is none. */
  private final int[] other;

  private final int start;
  private final int accept;

  private Automaton(Builder builder) {
    int size = builder.sets.size();
    sets = builder.sets.toArray(new ByteSet[0]);
    next = new int[size];
    other = new int[size];
    for (int i = 0; i < size; i++) {
      next[i] = builder.edges.get(i)[0];
      other[i] = builder.edges.get(i)[1];
    }
    start = builder.start;
    accept = 0;
  }

  static Automaton of(Expression expression) {
    Builder builder = new Builder();
    int accept = builder.state(null, -1, -1);
    builder.start = builder.add(expression, accept);
    return new Automaton(builder);
  }

  int size() {
    return sets.length;
  }

  /** Returns whether the whole text matches. */
  boolean matches(String bytes) {
    Run run = new Run(this);
    run.begin();
    for (int i = 0; i < bytes.length(); i++) {
      if (!run.step(bytes.charAt(i))) {
        return false;
      }
    }
    return run.accepts();
  }

  /** Returns the states that are reached without reading anything, those that read or accept. */
  int[] closure(int[] from) {
    Run run = new Run(this);
    run.begin(from);
    return run.states();
  }

  int[] startStates() {
    return closure(new int[] {start});
  }

  /** Returns the states after one byte, as {@link #closure} does. */
  int[] step(int[] states, int value) {
    Run run = new Run(this);
    run.set(states);
    run.step(value);
    return run.states();
  }

  boolean accepts(int[] states) {
    return Arrays.stream(states).anyMatch(s -> s == accept);
  }

  /** Adds the sets that matter after these states. */
  void collectSets(List<ByteSet> all) {
    for (ByteSet set : sets) {
      if (set != null) {
        all.add(set);
      }
    }
  }

  /**
   * Returns whether there is a text that both match.
   *
   * @param budget what is left of the work that may be done
   */
  boolean intersects(Automaton that, Budget budget) {
    long pairs = (long) size() * that.size();
    budget.reserve(pairs);
    BitSet seen = new BitSet((int) pairs);
    int[] stack = new int[64];
    int depth = 0;
    stack[depth++] = start * that.size() + that.start;
    seen.set(stack[0]);
    while (depth > 0) {
      int pair = stack[--depth];
      int a = pair / that.size();
      int b = pair % that.size();
      if (a == accept && b == that.accept) {
        return true;
      }
      budget.spend();
      int[] targets = new int[2];
      int count = successors(that, a, b, targets);
      for (int i = 0; i < count; i++) {
        if (!seen.get(targets[i])) {
          seen.set(targets[i]);
          if (depth == stack.length) {
            stack = Arrays.copyOf(stack, depth * 2);
          }
          stack[depth++] = targets[i];
        }
      }
    }
    return false;
  }

  private int successors(Automaton that, int a, int b, int[] targets) {
    ByteSet mine = sets[a];
    ByteSet its = that.sets[b];
    int width = that.size();
    int count = 0;
    if (mine == null && a != accept) {
      targets[count++] = next[a] * width + b;
      if (other[a] >= 0) {
        targets[count++] = other[a] * width + b;
      }
    } else if (its == null && b != that.accept) {
      targets[count++] = a * width + that.next[b];
      if (that.other[b] >= 0) {
        targets[count++] = a * width + that.other[b];
      }
    } else if (mine != null && its != null && mine.intersects(its)) {
      targets[count++] = next[a] * width + that.next[b];
    }
    return count;
  }

  /** One text on its way through. */
  private static final class Run {
    private final Automaton automaton;
    private final int[] marks;
    private int[] current;
    private int[] following;
    private final int[] stack;
    private int count;
    private int mark;

    Run(Automaton automaton) {
      this.automaton = automaton;
      int size = automaton.size();
      marks = new int[size];
      current = new int[size];
      following = new int[size];
      stack = new int[size + 1];
    }

    void begin() {
      begin(new int[] {automaton.start});
    }

    void begin(int[] from) {
      mark++;
      count = 0;
      for (int state : from) {
        count = close(state, current, count);
      }
    }

    void set(int[] states) {
      System.arraycopy(states, 0, current, 0, states.length);
      count = states.length;
    }

    int[] states() {
      int[] states = Arrays.copyOf(current, count);
      Arrays.sort(states);
      return states;
    }

    boolean step(int value) {
      mark++;
      int reached = 0;
      for (int i = 0; i < count; i++) {
        ByteSet set = automaton.sets[current[i]];
        if (set != null && set.contains(value)) {
          reached = close(automaton.next[current[i]], following, reached);
        }
      }
      int[] free = current;
      current = following;
      following = free;
      count = reached;
      return count > 0;
    }

    boolean accepts() {
      for (int i = 0; i < count; i++) {
        if (current[i] == automaton.accept) {
          return true;
        }
      }
      return false;
    }

    private int close(int from, int[] states, int known) {
      int reached = known;
      int depth = 0;
      if (marks[from] != mark) {
        marks[from] = mark;
        stack[depth++] = from;
      }
      while (depth > 0) {
        int state = stack[--depth];
        if (automaton.sets[state] != null || state == automaton.accept) {
          states[reached++] = state;
          continue;
        }
        for (int target : new int[] {automaton.next[state], automaton.other[state]}) {
          if (target >= 0 && marks[target] != mark) {
            marks[target] = mark;
            stack[depth++] = target;
          }
        }
      }
      return reached;
    }
  }

  /** Makes the states of an expression from its end to its start. */
  private static final class Builder {
    private final List<@Nullable ByteSet> sets = new ArrayList<>();
    private final List<int[]> edges = new ArrayList<>();
    private int start;

    int state(@Nullable ByteSet set, int next, int other) {
      sets.add(set);
      edges.add(new int[] {next, other});
      return sets.size() - 1;
    }

    /** Returns the state in which an expression begins that goes on in another. */
    int add(Expression expression, int then) {
      if (expression instanceof Expression.Literal literal) {
        return state(ByteSet.of(literal.value()), then, -1);
      }
      if (expression instanceof Expression.OneOf oneOf) {
        return state(oneOf.set(), then, -1);
      }
      if (expression instanceof Expression.Sequence sequence) {
        int at = then;
        for (int i = sequence.parts().size() - 1; i >= 0; i--) {
          at = add(sequence.parts().get(i), at);
        }
        return at;
      }
      if (expression instanceof Expression.Choice choice) {
        int at = add(choice.alternatives().get(0), then);
        for (int i = 1; i < choice.alternatives().size(); i++) {
          at = state(null, add(choice.alternatives().get(i), then), at);
        }
        return at;
      }
      Expression.Repeat repeat = (Expression.Repeat) expression;
      int loop = state(null, then, -1);
      int body = add(repeat.part(), loop);
      edges.get(loop)[1] = body;
      return repeat.atLeastOnce() ? body : loop;
    }
  }
}
