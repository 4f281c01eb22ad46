package io.plimsoll.posture.tenant;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.rbac.PolicyRule;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The ways to secrets that the rules of a role open, whoever has it.
 *
 * @param way the way
 * @param rule the index of the first rule that opens it for all names or, if there is none, for some
 * @param names the only names of objects it is about, in order; empty for all
 */
record RoleWays(SecretWay way, int rule, List<String> names) {

  static List<RoleWays> of(List<PolicyRule> rules, boolean clusterWide) {
    List<RoleWays> ways = new ArrayList<>();
    for (SecretWay way : SecretWay.values()) {
      add(way, SecretRequests.of(way, clusterWide), rules, ways);
    }
    return ways;
  }

  private static void add(
      SecretWay way, List<Attributes> requests, List<PolicyRule> rules, List<RoleWays> ways) {
    int firstNamed = -1;
    TreeSet<String> names = new TreeSet<>();
    for (int i = 0; i < rules.size(); i++) {
      PolicyRule rule = rules.get(i);
      if (requests.stream().noneMatch(request -> opens(rule, request))) {
        continue;
      }
      if (rule.resourceNames().isEmpty()) {
        ways.add(new RoleWays(way, i, List.of()));
        return;
      }
      firstNamed = firstNamed < 0 ? i : firstNamed;
      names.addAll(rule.resourceNames());
    }
    if (firstNamed >= 0) {
      ways.add(new RoleWays(way, firstNamed, List.copyOf(names)));
    }
  }

  /** What is created has no name yet, so that a rule for names is not about it; a subresource is created of what has one. */
  private static boolean opens(PolicyRule rule, Attributes request) {
    boolean nameless = request.verb().equals("create") && request.subresource().isEmpty();
    return rule.named().allows(request) && (rule.resourceNames().isEmpty() || !nameless);
  }
}
