package io.plimsoll.rbac;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rules name a resource, found by {@code resource/subresource} without joining the two: the hash of the joined text
 * follows from theirs. Open addressing; read-only once made.
 */
final class ResourceTable {

  private static final int[] NONE = {};

  private final String[] keys;
  private final int[][] rules;
  private final int mask;

  /** Takes the ascending indexes of the rules that name each resource. */
  ResourceTable(Map<String, List<Integer>> rulesByResource) {
    int capacity = Integer.highestOneBit(Math.max(1, rulesByResource.size()) * 2 - 1) * 2;
    keys = new String[capacity];
    rules = new int[capacity][];
    mask = capacity - 1;
    rulesByResource.forEach((resource, indexes) -> {
      int slot = spread(resource.hashCode()) & mask;
      while (keys[slot] != null) {
        slot = (slot + 1) & mask;
      }
      keys[slot] = resource;
      rules[slot] = indexes.stream().mapToInt(Integer::intValue).toArray();
    });
  }

  /** Collects rules by what they name. */
  static final class Collector {
    private final Map<String, List<Integer>> rulesByResource = new LinkedHashMap<>();

    /** Adds a rule; rules come in ascending order, and a rule may name a resource twice. */
    void add(String resource, int rule) {
      List<Integer> indexes = rulesByResource.computeIfAbsent(resource, r -> new ArrayList<>(1));
      if (indexes.isEmpty() || indexes.get(indexes.size() - 1) != rule) {
        indexes.add(rule);
      }
    }

    ResourceTable table() {
      return new ResourceTable(rulesByResource);
    }
  }

  /** Returns the hash of {@code resource/subresource}, or of the resource where there is no subresource. */
  static int hash(String resource, String subresource) {
    if (subresource.isEmpty()) {
      return resource.hashCode();
    }
    int upToSlash = resource.hashCode() * 31 + '/';
    return upToSlash * powerOf31(subresource.length()) + subresource.hashCode();
  }

  private static int powerOf31(int exponent) {
    int power = 1;
    int square = 31;
    for (int rest = exponent; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        power *= square;
      }
      square *= square;
    }
    return power;
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 16);
  }

  /** Returns the ascending indexes of the rules that name the resource; {@code hash} is that of the two. */
  int[] rulesFor(String resource, String subresource, int hash) {
    for (int slot = spread(hash) & mask; keys[slot] != null; slot = (slot + 1) & mask) {
      if (RuleMatch.isResource(keys[slot], resource, subresource)) {
        return rules[slot];
      }
    }
    return NONE;
  }
}
