package io.plimsoll.netpol.synthesis;

import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.engine.Unit;
import io.plimsoll.netpol.label.LabelPreference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Pods of one namespace that have the same labels, and which policies therefore cannot tell apart. Pods that are their node to
 * policies are in none; labels that do not last do not count.
 */
final class PodGroups {

  /**
   * A group.
   *
   * @param namespace the namespace
   * @param labels the labels, those that people prefer first
   * @param name the name of the first of its workloads
   */
  record Group(String namespace, Map<String, String> labels, String name) {}

  private record Key(String namespace, Map<String, String> labels) {}

  private final List<Group> groups = new ArrayList<>();
  private final Map<String, List<Integer>> byNamespace = new TreeMap<>();
  private final int[] groupOf;

  PodGroups(Engine engine) {
    List<Unit> units = engine.inventory().units();
    Map<Key, Integer> known = new HashMap<>();
    this.groupOf = new int[units.size()];
    for (int i = 0; i < groupOf.length; i++) {
      Unit unit = units.get(i);
      boolean selectable =
          !engine.isNode(i) && !(unit.workload() instanceof Endpoint.IngressController);
      groupOf[i] = selectable
          ? known.computeIfAbsent(
              new Key(unit.namespace(), lasting(unit.labels())), key -> add(key, unit))
          : -1;
    }
  }

  private static Map<String, String> lasting(Map<String, String> labels) {
    Map<String, String> lasting = new TreeMap<>(LabelPreference.ORDER);
    labels.forEach((key, value) -> {
      if (!LabelPreference.isVolatile(key)
          && LabelSyntax.keyErrors(key).isEmpty()
          && LabelSyntax.valueErrors(value).isEmpty()) {
        lasting.put(key, value);
      }
    });
    return lasting;
  }

  private int add(Key key, Unit first) {
    int number = groups.size();
    groups.add(new Group(key.namespace, key.labels, first.workload().name()));
    byNamespace.computeIfAbsent(key.namespace, n -> new ArrayList<>()).add(number);
    return number;
  }

  /** Returns the group of a unit, -1 if policies do not select it. */
  int ofUnit(int unit) {
    return groupOf[unit];
  }

  Group get(int group) {
    return groups.get(group);
  }

  /** Returns the groups of each namespace that has some, in order. */
  Map<String, List<Integer>> byNamespace() {
    return byNamespace;
  }

  int size() {
    return groups.size();
  }
}
