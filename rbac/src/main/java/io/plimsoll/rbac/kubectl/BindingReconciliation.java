package io.plimsoll.rbac.kubectl;

import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.ClusterRoleBinding;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes one binding of another. Mirrors {@code computeReconciledRoleBinding} of {@code component-helpers/auth/rbac/reconciliation}. */
final class BindingReconciliation {

  private BindingReconciliation() {}

  static Reconciliation.OfBinding of(
      @Nullable Binding existing, Binding expected, boolean removesExtra) {
    if (existing == null) {
      return new Reconciliation.OfBinding(
          expected, Operation.CREATE, false, expected.subjects(), List.of(), removesExtra);
    }
    boolean isProtected = ReconciledMeta.isProtected(existing.metadata());
    if (!expected.roleRef().equals(existing.roleRef())) {
      return new Reconciliation.OfBinding(
          expected, Operation.RECREATE, isProtected, List.of(), List.of(), removesExtra);
    }
    List<Subject> missing = without(expected.subjects(), existing.subjects());
    List<Subject> extra = without(existing.subjects(), expected.subjects());
    List<Subject> subjects = new ArrayList<>(existing.subjects());
    if (removesExtra && !(missing.isEmpty() && extra.isEmpty())) {
      subjects = expected.subjects();
    } else if (!removesExtra) {
      subjects.addAll(missing);
    }
    Binding result = result(existing, expected, subjects);
    return new Reconciliation.OfBinding(
        result,
        result.equals(existing) ? Operation.NONE : Operation.UPDATE,
        isProtected,
        missing,
        extra,
        removesExtra);
  }

  private static Binding result(Binding existing, Binding expected, List<Subject> subjects) {
    ObjectMeta metadata = ReconciledMeta.merged(existing.metadata(), expected.metadata());
    return existing instanceof RoleBinding
        ? new RoleBinding(metadata, subjects, existing.roleRef())
        : new ClusterRoleBinding(metadata, subjects, existing.roleRef());
  }

  private static List<Subject> without(List<Subject> subjects, List<Subject> others) {
    Set<Subject> known = new HashSet<>(others);
    return subjects.stream()
        .filter(subject -> !known.contains(subject))
        .distinct()
        .toList();
  }
}
