package io.plimsoll.rbac.compare;

import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.Subject;
import java.util.List;
import java.util.Optional;

/**
 * What subjects may do in one cluster and not in another, by effective permissions.
 *
 * <p>How permissions are written does not count: roles that are renamed, split or merged, rules that are put in another order,
 * a grant in a namespace that becomes one everywhere and back, are compared by what they allow. Texts that match everything
 * count for more than any list: whoever may {@code get} and then may {@code *} has gained the rest.
 *
 * <p>A change is told of the subject that the bindings name, not of everybody in a group again. What a service account has
 * anyway as a member of its groups is no change for it, nor what everybody in {@code system:authenticated} has for a user or
 * another group. URLs granted by RoleBindings have no effect and are not looked at. The group {@code system:masters} is compared
 * like others, though it may do everything outside RBAC.
 *
 * <p>The cost grows with the rules of the roles that differ, and with the subjects whose bindings do. A rule that stands for
 * more than 10,000 combinations is compared as a whole: where several rules of the other cluster allow it only together, it is
 * told as a change.
 *
 * @param subjects the subjects for whom something changes: groups, service accounts and users, by namespace and name
 */
public record AccessDiff(List<SubjectDiff> subjects) {

  public AccessDiff {
    subjects = List.copyOf(subjects);
  }

  /** Returns what changes from one cluster to another. */
  public static AccessDiff between(Rbac before, Rbac after) {
    return new Comparison(before, after).diff();
  }

  /** Returns whether nothing changes for anybody. */
  public boolean isEmpty() {
    return subjects.isEmpty();
  }

  /** Returns what changes for a subject; empty if nothing does. */
  public Optional<SubjectDiff> of(Subject subject) {
    Subject wanted = subject.canonical("");
    return subjects.stream().filter(diff -> diff.subject().equals(wanted)).findFirst();
  }

  /** Returns the changes as text, a line each: {@code +} before what is gained and {@code -} before what is lost. */
  public String text() {
    StringBuilder text = new StringBuilder();
    subjects.forEach(subject -> text.append(subject));
    return text.toString();
  }
}
