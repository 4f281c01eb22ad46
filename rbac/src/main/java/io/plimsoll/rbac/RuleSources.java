package io.plimsoll.rbac;

/** Says where a rule of a role is written. */
@FunctionalInterface
interface RuleSources {

  /** Every rule is written in its role: nothing was aggregated. */
  RuleSources OWN = (role, rule) -> new RuleSource(role.ref(), rule);

  /** Returns where the rule at an index of a role is written. */
  RuleSource of(RuleSet role, int rule);
}
