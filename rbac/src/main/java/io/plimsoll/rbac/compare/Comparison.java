package io.plimsoll.rbac.compare;

import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The comparison of two clusters, subject by subject; subjects of the same bindings are compared once. */
final class Comparison {

  private final Holdings before;
  private final Holdings after;
  private final Map<Signature, SubjectDiff> known = new HashMap<>();

  Comparison(Rbac before, Rbac after) {
    RulePieces rules = new RulePieces();
    this.before = new Holdings(before, rules);
    this.after = new Holdings(after, rules);
  }

  /** What the result for a subject depends on: its bindings before and after, and those of its groups. */
  private record Signature(List<Integer> before, List<Integer> after, List<Subject> groups) {}

  AccessDiff diff() {
    Set<Subject> all = new HashSet<>(before.subjects());
    all.addAll(after.subjects());
    List<SubjectDiff> diffs = new ArrayList<>();
    for (Subject subject : all.stream().sorted().toList()) {
      SubjectDiff like = known.computeIfAbsent(signature(subject), signature -> diff(subject));
      if (!like.gained().isEmpty() || !like.lost().isEmpty()) {
        diffs.add(new SubjectDiff(subject, like.gained(), like.lost()));
      }
    }
    return new AccessDiff(diffs);
  }

  private Signature signature(Subject subject) {
    return new Signature(
        ordinals(before.of(subject)),
        ordinals(after.of(subject)),
        subject.impliedGroups().stream().filter(this::hasBindings).toList());
  }

  private boolean hasBindings(Subject group) {
    return !before.of(group).isEmpty() || !after.of(group).isEmpty();
  }

  private static List<Integer> ordinals(List<Holding> holdings) {
    return holdings.stream().map(Holding::ordinal).toList();
  }

  private SubjectDiff diff(Subject subject) {
    return new SubjectDiff(
        subject,
        new Changes(subject, after, before).list(),
        new Changes(subject, before, after).list());
  }
}
