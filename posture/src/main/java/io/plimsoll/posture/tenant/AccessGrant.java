package io.plimsoll.posture.tenant;

import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.RuleSet;
import io.plimsoll.rbac.Subject;
import io.plimsoll.rbac.kubectl.ResourceAccess;
import java.util.List;
import java.util.Optional;

/**
 * What a binding gives to one of its subjects.
 *
 * @param subject the subject with all that follows from its place: a service account has a namespace
 * @param binding the binding
 * @param role the role, empty if there is none
 * @param accesses the verbs that the role allows, by resource; those on URLs only where the binding is of the whole cluster
 * @param place the subject in the binding
 */
public record AccessGrant(
    Subject subject,
    Binding binding,
    Optional<RuleSet> role,
    List<ResourceAccess> accesses,
    Placed place) {

  public AccessGrant {
    accesses = List.copyOf(accesses);
  }

  /** Returns the namespace in which it holds, empty for all of them and for what is in none. */
  public String scope() {
    return binding.scope();
  }
}
