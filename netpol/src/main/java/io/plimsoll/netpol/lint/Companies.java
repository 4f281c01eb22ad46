package io.plimsoll.netpol.lint;

import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.engine.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The different sets of policies that apply to pods in one direction. */
final class Companies {

  /**
   * Policies that apply to the same pods.
   *
   * @param podClass one of the classes of these pods; the others have the same ports of the names that rules give
   * @param policies the numbers of the policies, in the order of their tiers
   */
  record Company(int podClass, List<Integer> policies) {}

  private final List<Company> all = new ArrayList<>();
  private final Map<Integer, List<Company>> byPolicy = new HashMap<>();

  Companies(Engine engine, Direction direction) {
    Set<Row> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < engine.classes().size(); i++) {
      // Classes to which the same policies apply, and that have the same ports, share their row.
      if (seen.add(engine.row(direction, i))) {
        add(engine, direction, i);
      }
    }
  }

  private void add(Engine engine, Direction direction, int podClass) {
    List<Integer> policies = new ArrayList<>();
    for (int policy : engine.applying(direction, podClass)) {
      policies.add(policy);
    }
    Company company = new Company(podClass, policies);
    all.add(company);
    policies.forEach(
        policy -> byPolicy.computeIfAbsent(policy, p -> new ArrayList<>(1)).add(company));
  }

  List<Company> all() {
    return all;
  }

  /** Returns those that a policy is in. */
  List<Company> of(int policy) {
    return byPolicy.getOrDefault(policy, List.of());
  }
}
