package io.plimsoll.rbac.kubectl;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.RuleSet;
import io.plimsoll.rbac.Subject;
import java.util.List;

/** What {@code kubectl auth reconcile} would do about one object. Mirrors the results of {@code component-helpers/auth/rbac/reconciliation}. */
public sealed interface Reconciliation {

  /** Returns the object as it would be afterwards, were it not {@linkplain #isProtected protected}. */
  ApiObject result();

  /** Returns what is to be done. */
  Operation operation();

  /**
   * Returns whether the object that exists opts out by its annotation {@code rbac.authorization.kubernetes.io/autoupdate:
   * "false"}, so that the operation is not performed.
   */
  boolean isProtected();

  /** Returns whether anything would be written. */
  default boolean isWritten() {
    return operation() != Operation.NONE && !isProtected();
  }

  /** Returns what {@code kubectl auth reconcile --dry-run=client} prints. */
  default String text() {
    return ReconcileText.of(this);
  }

  /**
   * What would be done about a role.
   *
   * @param missingRules what the role that exists does not allow: atomic rules in order; all rules of one that is created
   * @param extraRules what it allows too much; not looked for where both are aggregated
   * @param missingSelectors the selectors that its aggregation rule does not have
   * @param extraSelectors the selectors that its aggregation rule has too many
   * @param removesExtra whether what is too much is removed
   */
  record OfRole(
      RuleSet result,
      Operation operation,
      boolean isProtected,
      List<PolicyRule> missingRules,
      List<PolicyRule> extraRules,
      List<LabelSelector> missingSelectors,
      List<LabelSelector> extraSelectors,
      boolean removesExtra)
      implements Reconciliation {

    public OfRole {
      missingRules = List.copyOf(missingRules);
      extraRules = List.copyOf(extraRules);
      missingSelectors = List.copyOf(missingSelectors);
      extraSelectors = List.copyOf(extraSelectors);
    }
  }

  /**
   * What would be done about a binding.
   *
   * @param missingSubjects the subjects that the binding that exists does not have, each once; all of one that is created, none
   *     of one that is made anew
   * @param extraSubjects the subjects that it has too many, each once
   * @param removesExtra whether what is too much is removed
   */
  record OfBinding(
      Binding result,
      Operation operation,
      boolean isProtected,
      List<Subject> missingSubjects,
      List<Subject> extraSubjects,
      boolean removesExtra)
      implements Reconciliation {

    public OfBinding {
      missingSubjects = List.copyOf(missingSubjects);
      extraSubjects = List.copyOf(extraSubjects);
    }
  }
}
