package io.plimsoll.rbac.lint;

import io.plimsoll.core.finding.Finding;
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

  /** Adds a binding that grants something: a ClusterRoleBinding of a Role, for one, does not. */
  private void add(Binding binding) {
    if (rbac.roleOf(binding).isEmpty()) {
      return;
    }
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
      int index = i;
      Subject subject = written.subject(index);
      if (!isNobody(subject)) {
        Optional<Integer> before = Optional.ofNullable(here.putIfAbsent(subject, index));
        everywhere(written, index, subject)
            .or(() -> before.map(other -> twice(written, index, subject, other)))
            .or(() -> earlier(written, index, subject))
            .map(finding -> written.remove(index).map(finding::withFix).orElse(finding))
            .ifPresent(found::add);
      }
    }
  }

  private Optional<Finding> everywhere(WrittenBinding written, int index, Subject subject) {
    if (written.binding() instanceof ClusterRoleBinding) {
      return Optional.empty();
    }
    RoleRef role = written.binding().roleRef();
    return Optional.ofNullable(first.get(Grant.of("", role, subject)))
        .map(other -> LintRule.SHADOWED_GRANT.at(
            written.object(),
            WrittenBinding.path(index),
            has(subject, role) + " everywhere, by " + other));
  }

  private static Finding twice(WrittenBinding written, int index, Subject subject, int other) {
    return LintRule.DUPLICATE_GRANT.at(
        written.object(),
        WrittenBinding.path(index),
        subject + " is " + WrittenBinding.path(other) + " already");
  }

  private Optional<Finding> earlier(WrittenBinding written, int index, Subject subject) {
    Binding binding = written.binding();
    return Optional.ofNullable(first.get(Grant.of(binding.scope(), binding.roleRef(), subject)))
        .filter(other -> !other.equals(binding.ref()))
        .map(other -> LintRule.DUPLICATE_GRANT.at(
            written.object(),
            WrittenBinding.path(index),
            has(subject, binding.roleRef()) + " already, by " + other));
  }

  private static String has(Subject subject, RoleRef role) {
    return subject + " has " + role.kind() + " " + GoText.quote(role.name());
  }

  private static boolean isNobody(Subject subject) {
    return switch (subject.kind()) {
      case Subject.USER, Subject.GROUP -> false;
      case Subject.SERVICE_ACCOUNT -> subject.namespace().isEmpty();
      default -> true;
    };
  }
}
