package io.plimsoll.core.admission.quota;

import io.plimsoll.core.model.Fields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a quota limits of pods, which are checked more often than all else.
 *
 * @param names the names of these limits, in the order of all; unmodifiable
 * @param sayings what containers must say because of them
 */
record PodLimits(Set<String> names, List<Saying> sayings) {

  private static final Map<String, Saying> MUST_SAY = Map.of(
      "cpu", new Saying("cpu", "requests", "cpu"),
      "memory", new Saying("memory", "requests", "memory"),
      "requests.cpu", new Saying("requests.cpu", "requests", "cpu"),
      "requests.memory", new Saying("requests.memory", "requests", "memory"),
      "limits.cpu", new Saying("limits.cpu", "limits", "cpu"),
      "limits.memory", new Saying("limits.memory", "limits", "memory"));

  PodLimits {
    sayings = List.copyOf(sayings);
  }

  /**
   * Where a container says how much of something it wants.
   *
   * @param demand the limit of the quota because of which it must
   * @param list {@code requests} or {@code limits}
   * @param resource what of
   */
  record Saying(String demand, String list, String resource) {

    boolean isIn(Fields resources) {
      return Fields.of(resources.value(list)).has(resource);
    }
  }

  /** Returns those of a quota's limits that are of pods. */
  static PodLimits among(Set<String> limits) {
    Set<String> names = new LinkedHashSet<>();
    List<Saying> sayings = new ArrayList<>();
    for (String name : limits) {
      if (PodEvaluator.isOfPods(name)) {
        names.add(name);
        Saying saying = MUST_SAY.get(name);
        if (saying != null) {
          sayings.add(saying);
        }
      }
    }
    return new PodLimits(Collections.unmodifiableSet(names), sayings);
  }
}
