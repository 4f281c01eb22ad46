package io.plimsoll.psa.apparmor;

import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds, for all combinations of rules of two profiles that some text matches, the shortest such text: the determinization of all their
 * patterns together, one state after the other. The order is that of the text's length, so that it does not depend on chance.
 */
final class RuleSearch {

  /** How many combinations are looked at; then the search ends without being complete. */
  private static final int MOST_STATES = 100_000;

  private static final long MOST_STEPS = 100_000_000;

  private final List<PatternRule> first;
  private final List<PatternRule> second;
  private final List<LazyAutomaton> automata = new ArrayList<>();
  private final ByteClasses classes;
  private final TextShape shape;
  private final Set<IntBuffer> seen = new HashSet<>();
  private final Deque<Found> waiting = new ArrayDeque<>();
  private long steps;
  private boolean complete = true;

  private RuleSearch(RuleSet first, RuleSet second, TextShape shape) {
    this.first = first.rules();
    this.second = second.rules();
    this.shape = shape;
    List<Automaton> all = new ArrayList<>();
    this.first.forEach(rule -> all.add(rule.automaton()));
    this.second.forEach(rule -> all.add(rule.automaton()));
    this.classes = ByteClasses.of(all);
    all.forEach(automaton -> automata.add(new LazyAutomaton(automaton, classes)));
  }

  /** Gets what is found: a text, and what the rules of both sides say about it. */
  interface Visitor {
    void visit(String bytes, RuleSet.Match first, RuleSet.Match second);
  }

  /**
   * Where all are, and how they got there.
   *
   * @param states the state of each automaton, and that of the shape
   * @param bytes the text so far
   */
  private record Found(IntBuffer states, String bytes) {}

  /** Visits; returns whether that was all, or else so many that the search was ended. */
  static boolean run(RuleSet first, RuleSet second, TextShape shape, Visitor visitor) {
    RuleSearch search = new RuleSearch(first, second, shape);
    search.run(visitor);
    return search.complete;
  }

  private void run(Visitor visitor) {
    int[] start = new int[automata.size() + 1];
    for (int i = 0; i < automata.size(); i++) {
      start[i] = automata.get(i).start();
    }
    start[automata.size()] = shape.start();
    offer(start, "");
    while (!waiting.isEmpty()) {
      Found found = waiting.remove();
      int at = found.states().get(automata.size());
      if (shape.isEnd(at)) {
        visit(found, visitor);
      }
      for (int i = 0; i < classes.classes().size() && complete; i++) {
        step(found, at, i);
      }
    }
  }

  /** Goes on with the member of a class that reads best of those that there can be. */
  private void step(Found found, int at, int byteClass) {
    for (int value : classes.classes().get(byteClass)) {
      int next = shape.next(at, value);
      if (next != TextShape.NONE) {
        step(found, byteClass, value, next);
        return;
      }
    }
  }

  private void step(Found found, int byteClass, int value, int next) {
    int[] states = new int[automata.size() + 1];
    boolean alive = false;
    for (int i = 0; i < automata.size(); i++) {
      LazyAutomaton automaton = automata.get(i);
      long before = automaton.work();
      states[i] = automaton.step(found.states().get(i), byteClass);
      steps += 1 + automaton.work() - before;
      alive |= states[i] != LazyAutomaton.DEAD;
    }
    states[automata.size()] = next;
    if (alive) {
      offer(states, found.bytes() + (char) value);
    }
  }

  private void offer(int[] states, String bytes) {
    if (seen.size() >= MOST_STATES || steps > MOST_STEPS) {
      complete = false;
      return;
    }
    IntBuffer key = IntBuffer.wrap(states);
    if (seen.add(key)) {
      waiting.add(new Found(key, bytes));
    }
  }

  private void visit(Found found, Visitor visitor) {
    List<PatternRule> ofFirst = accepting(found, first, 0);
    List<PatternRule> ofSecond = accepting(found, second, first.size());
    if (!ofFirst.isEmpty() || !ofSecond.isEmpty()) {
      visitor.visit(found.bytes(), RuleSet.Match.of(ofFirst), RuleSet.Match.of(ofSecond));
    }
  }

  private List<PatternRule> accepting(Found found, List<PatternRule> rules, int offset) {
    List<PatternRule> accepting = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      if (automata.get(offset + i).accepts(found.states().get(offset + i))) {
        accepting.add(rules.get(i));
      }
    }
    return accepting;
  }
}
