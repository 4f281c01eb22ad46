package io.plimsoll.netpol.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far the decision about one peer has come on its way through the tiers, as small numbers; each step from one to the next
 * is computed once.
 *
 * <p>A state is what is allowed for good, what is open, and what has been passed on to the next tier. What is in none of the
 * three is denied.
 */
public final class TierStates {

  /** What is done to a state. All but the ends of tiers concern the connections of one rule. */
  public enum Step {
    /** Allows what is open. */
    ALLOW(0),
    /** Denies what is open. */
    DENY(1),
    /** Takes what is open to the next tier. */
    PASS(2),
    /** Allows what is open, and leaves it open: the rules of NetworkPolicies add up. */
    ADD(3),
    /** Opens what was passed on. */
    END_ADMIN(4),
    /** Denies what is open: the pod is isolated. */
    END_ISOLATED(5),
    /** Allows what nobody decided. */
    END(6);

    private final long code;

    Step(int code) {
      this.code = code;
    }
  }

  private record State(int allowed, int open, int passed) {}

  /** Nothing decided. */
  final int start;

  private final ConnectionTable connections;
  private final List<State> states = new ArrayList<>();
  private final Map<State, Integer> ids = new HashMap<>();
  private final LongIntMap steps = new LongIntMap();

  TierStates(ConnectionTable connections) {
    this.connections = connections;
    this.start = id(new State(ConnectionTable.NONE, ConnectionTable.ALL, ConnectionTable.NONE));
  }

  private int id(State state) {
    Integer known = ids.get(state);
    if (known != null) {
      return known;
    }
    states.add(state);
    ids.put(state, states.size() - 1);
    return states.size() - 1;
  }

  /** Returns what is allowed for good. */
  int allowed(int state) {
    return states.get(state).allowed;
  }

  /** Returns the state after a step that concerns these connections. */
  int next(int state, Step step, int concerned) {
    long key = (step.code << 60) | ((long) state << 30) | concerned;
    int next = steps.get(key);
    if (next < 0) {
      next = id(compute(states.get(state), step, concerned));
      steps.put(key, next);
    }
    return next;
  }

  private State compute(State state, Step step, int concerned) {
    int open = state.open;
    int hit = connections.intersect(concerned, open);
    int rest = connections.minus(open, concerned);
    return switch (step) {
      case ALLOW -> new State(connections.union(state.allowed, hit), rest, state.passed);
      case DENY -> new State(state.allowed, rest, state.passed);
      case PASS -> new State(state.allowed, rest, connections.union(state.passed, hit));
      case ADD -> new State(connections.union(state.allowed, hit), open, state.passed);
      case END_ADMIN ->
        new State(state.allowed, connections.union(open, state.passed), ConnectionTable.NONE);
      case END_ISOLATED -> new State(state.allowed, ConnectionTable.NONE, ConnectionTable.NONE);
      case END ->
        new State(
            connections.union(state.allowed, connections.union(open, state.passed)),
            ConnectionTable.NONE,
            ConnectionTable.NONE);
    };
  }
}
