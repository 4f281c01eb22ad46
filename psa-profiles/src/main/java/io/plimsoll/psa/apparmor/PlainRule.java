package io.plimsoll.psa.apparmor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A rule that the kernel has as a set rather than as a pattern: of what it is about, it allows or denies all. */
sealed interface PlainRule permits CapabilityRule, NetworkRule {

  /** Returns the words before it. */
  Prefix prefix();

  /** Returns the rule. */
  PolicyRule rule();

  /** Returns what those of the rules say that are about something; each rule is told once. */
  static <R extends PlainRule> Access access(List<R> rules, Predicate<R> about) {
    List<PolicyRule> allowedBy = new ArrayList<>();
    List<PolicyRule> deniedBy = new ArrayList<>();
    boolean audit = false;
    boolean quiet = false;
    for (R one : rules) {
      if (!about.test(one)) {
        continue;
      }
      List<PolicyRule> side = one.prefix().deny() ? deniedBy : allowedBy;
      if (!side.contains(one.rule())) {
        side.add(one.rule());
      }
      audit |= !one.prefix().deny() && one.prefix().audit();
      quiet |= one.prefix().deny() && !one.prefix().audit();
    }
    boolean allowed = !allowedBy.isEmpty() && deniedBy.isEmpty();
    return new Access(allowed, allowed && audit, !allowed && quiet, allowedBy, deniedBy);
  }
}
