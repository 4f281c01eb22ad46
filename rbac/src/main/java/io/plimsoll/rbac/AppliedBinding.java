package io.plimsoll.rbac;

import java.util.List;
import java.util.Optional;

/**
 * A binding that is for a user, with the role it leads to.
 *
 * @param binding the binding
 * @param subjectIndex the index of its first subject that is or contains the user
 * @param role the role, empty if there is none
 */
public record AppliedBinding(Binding binding, int subjectIndex, Optional<RuleSet> role) {

  /** Returns the subject. */
  public Subject subject() {
    return binding.subjects().get(subjectIndex);
  }

  /** Returns the rules of the role, none if there is no role. */
  public List<PolicyRule> rules() {
    return role.map(RuleSet::rules).orElse(List.of());
  }

  /** Returns what the API server says of a role that does not exist; empty if it does. */
  public Optional<String> error() {
    return role.isPresent() ? Optional.empty() : Optional.of(RoleLookup.error(binding.roleRef()));
  }
}
