package io.plimsoll.psa.apparmor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bytes that no pattern of some rules tells apart, as classes. Within a class and among the classes, those that read well come
 * first: letters, digits, other printable characters, the rest.
 *
 * @param classes the classes; each has at least one member
 */
record ByteClasses(List<List<Integer>> classes) {

  private static final List<Integer> PREFERRED = preferred();

  static ByteClasses of(List<Automaton> automata) {
    List<ByteSet> sets = new ArrayList<>();
    automata.forEach(automaton -> automaton.collectSets(sets));
    // A class of their own has what ends a segment of a path, or makes it a special one.
    sets.add(ByteSet.of('/'));
    sets.add(ByteSet.of('.'));
    sets.add(ByteSet.of(0));
    int[] numbers = new int[ByteSet.SIZE];
    for (ByteSet set : sets) {
      Map<Integer, Integer> split = new LinkedHashMap<>();
      for (int value = 0; value < ByteSet.SIZE; value++) {
        int signature = numbers[value] * 2 + (set.contains(value) ? 1 : 0);
        Integer known = split.putIfAbsent(signature, split.size());
        numbers[value] = known == null ? split.size() - 1 : known;
      }
    }
    Map<Integer, List<Integer>> classes = new LinkedHashMap<>();
    for (int value : PREFERRED) {
      classes.computeIfAbsent(numbers[value], number -> new ArrayList<>()).add(value);
    }
    return new ByteClasses(List.copyOf(classes.values()));
  }

  private static List<Integer> preferred() {
    List<Integer> all = new ArrayList<>();
    add(all, 'a', 'z');
    add(all, 'A', 'Z');
    add(all, '0', '9');
    add(all, '!', '~');
    add(all, 0, ByteSet.SIZE - 1);
    return all.stream().distinct().toList();
  }

  private static void add(List<Integer> all, int from, int to) {
    for (int value = from; value <= to; value++) {
      all.add(value);
    }
  }
}
