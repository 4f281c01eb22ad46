package io.plimsoll.rbac;

import io.plimsoll.rbac.NearMiss.Aspect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The near misses found so far: the first few of each aspect, and the first few that look misspelled. */
final class NearMisses {

  /** Nobody reads more of one kind. */
  static final int SHOWN = 10;

  private final Map<Aspect, List<NearMiss>> plain = new EnumMap<>(Aspect.class);
  private final Map<Aspect, List<NearMiss>> typos = new EnumMap<>(Aspect.class);

  /** Whether one without a misspelling would be kept. */
  boolean hasRoom(Aspect aspect) {
    return plain.getOrDefault(aspect, List.of()).size() < SHOWN;
  }

  void add(NearMiss miss) {
    Map<Aspect, List<NearMiss>> all = miss.typo().isPresent() ? typos : plain;
    List<NearMiss> some = all.computeIfAbsent(miss.aspect(), aspect -> new ArrayList<>());
    if (some.size() < SHOWN) {
      some.add(miss);
    }
  }

  /** Returns what looks misspelled, then the others, each by aspect and in the order they were found. */
  List<NearMiss> sorted() {
    List<NearMiss> sorted = new ArrayList<>();
    typos.values().forEach(sorted::addAll);
    plain.values().forEach(sorted::addAll);
    sorted.sort(Comparator.comparing(miss -> miss.typo().isEmpty()));
    return sorted;
  }
}
