package io.plimsoll.rbac.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.ClusterRoleBinding;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.RoleRef;
import io.plimsoll.rbac.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds subjects that are given a role they have already: by the same binding, by one before it in the same place, or by a
 * ClusterRoleBinding.
 *
 * <p>Whoever takes one of two bindings away has changed nothing, and a role that looks limited to a namespace is not.
 */
final class RepeatedGrants {

  private final Rbac rbac;
  private final Map<Grant, ObjectRef> first = new HashMap<>();

  RepeatedGrants(Facts facts) {
    this.rbac = facts.rbac();
    facts.rbac().clusterRoleBindings().forEach(this::add);
    facts.rbac().roleBindings().forEach(this::add);
  }

  /** Who has which role where. */
  private record Grant(String scope, String kind, String role, Subject subject) {

    static Grant of(String scope, RoleRef role, Subject subject) {
      return new Grant(scope, role.kind(), role.name(), subject);
    }
  }

  private void add(Binding binding) {
    for (Subject subject : binding.subjects()) {
      Grant grant =
          Grant.of(binding.scope(), binding.roleRef(), subject.canonical(binding.scope()));
      first.putIfAbsent(grant, binding.ref());
    }
  }

  void check(WrittenBinding written, List<Finding> found) {
    Binding binding = written.binding();
    if (rbac.roleOf(binding).isEmpty()) {
      return;
    }
    Map<Subject, Integer> here = new HashMap<>();
    for (int i = 0; i < binding.subjects().size(); i++) {
      Subject subject = written.subject(i);
      if (isNobody(subject)) {
        continue;
      }
      Integer before = here.putIfAbsent(subject, i);
      Optional<Patch> fix = written.remove(i);
      Optional<Finding> finding = before != null
          ? Optional.of(LintRule.DUPLICATE_GRANT.at(
              written.object(),
              WrittenBinding.path(i),
              subject + " is " + WrittenBinding.path(before) + " already"))
          : elsewhere(written, i, subject);
      finding.map(one -> fix.map(one::withFix).orElse(one)).ifPresent(found::add);
    }
  }

  private Optional<Finding> elsewhere(WrittenBinding written, int index, Subject subject) {
    Binding binding = written.binding();
    ObjectRef everywhere = binding instanceof ClusterRoleBinding
        ? null
        : first.get(Grant.of("", binding.roleRef(), subject));
    String role =
        binding.roleRef().kind() + " " + GoText.quote(binding.roleRef().name());
    if (everywhere != null) {
      return Optional.of(LintRule.SHADOWED_GRANT.at(
          written.object(),
          WrittenBinding.path(index),
          subject + " has " + role + " everywhere, by " + everywhere));
    }
    @Nullable ObjectRef before = first.get(Grant.of(binding.scope(), binding.roleRef(), subject));
    return before == null || before.equals(binding.ref())
        ? Optional.empty()
        : Optional.of(LintRule.DUPLICATE_GRANT.at(
            written.object(),
            WrittenBinding.path(index),
            subject + " has " + role + " already, by " + before));
  }

  private static boolean isNobody(Subject subject) {
    return switch (subject.kind()) {
      case Subject.USER, Subject.GROUP -> false;
      case Subject.SERVICE_ACCOUNT -> subject.namespace().isEmpty();
      default -> true;
    };
  }
}
