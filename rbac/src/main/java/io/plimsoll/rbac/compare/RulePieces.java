package io.plimsoll.rbac.compare;

import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.RuleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The rules of all roles of both clusters: a number for each different list of rules, and its pieces once they are needed. */
final class RulePieces {

  private final Map<List<PolicyRule>, Integer> numbers = new HashMap<>();
  private final IdentityHashMap<RuleSet, Integer> known = new IdentityHashMap<>();
  private final List<List<PolicyRule>> rules = new ArrayList<>();
  private final Map<Integer, List<Piece>> everywhere = new HashMap<>();
  private final Map<Integer, List<Piece>> inNamespaces = new HashMap<>();

  /** Returns the number of the role's rules: roles with equal rules have the same. */
  int number(RuleSet role) {
    return known.computeIfAbsent(
        role, r -> numbers.computeIfAbsent(r.rules(), RulePieces.this::next));
  }

  private int next(List<PolicyRule> newRules) {
    rules.add(newRules);
    return rules.size() - 1;
  }

  /** Returns the pieces of rules in a scope: in a namespace, URLs do not count. */
  List<Piece> pieces(int number, String scope) {
    return scope.isEmpty()
        ? everywhere.computeIfAbsent(number, n -> Piece.of(rules.get(n), true))
        : inNamespaces.computeIfAbsent(number, n -> Piece.of(rules.get(n), false));
  }
}
