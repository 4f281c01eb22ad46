package io.plimsoll.rbac;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;

/**
 * Why something is allowed: the subject of a binding, its role, and the rule that allows it.
 *
 * <p>Where they stand in a text is looked up in the trees of the objects: {@code binding().ref()} and {@link #subjectPath()},
 * {@code source().role()} and {@code source().path()}.
 *
 * @param binding the binding
 * @param subjectIndex the index of the first subject of the binding that is or contains the user
 * @param role the role it grants
 * @param ruleIndex the index of the first rule of the role that allows the request
 * @param source where the rule is written: the role itself, unless that is aggregated
 */
public record Grant(
    Binding binding, int subjectIndex, RuleSet role, int ruleIndex, RuleSource source) {

  /** Returns the subject. */
  public Subject subject() {
    return binding.subjects().get(subjectIndex);
  }

  /** Returns the rule. */
  public PolicyRule rule() {
    return role.rules().get(ruleIndex);
  }

  /** Returns the field of the binding that names the subject: {@code subjects[0]}. */
  public FieldPath subjectPath() {
    return FieldPath.of("subjects").index(subjectIndex);
  }

  /**
   * Returns the grant as reasons have it: {@code RoleBinding "web/shop" of Role "reader" to User "alice"}, the name before the
   * namespace. Mirrors the describers of {@code pkg/registry/rbac/validation/rule.go}.
   */
  @Override
  public String toString() {
    String scope = binding.scope();
    String name = binding.metadata().nameOrEmpty();
    boolean clusterWide = binding instanceof ClusterRoleBinding;
    return binding.objectKind().kind()
        + " " + GoText.quote(clusterWide ? name : name + "/" + scope)
        + " of " + binding.roleRef().kind() + " "
        + GoText.quote(binding.roleRef().name())
        + " to " + subject().describe(scope);
  }
}
