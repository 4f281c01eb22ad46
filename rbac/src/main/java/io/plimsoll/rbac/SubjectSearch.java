package io.plimsoll.rbac;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The search for everybody who may do something: every binding of some scopes is asked, every role once. */
final class SubjectSearch {

  private static final Subject MASTERS = Subject.group(User.MASTERS);
  private static final int UNKNOWN = -2;

  private final Attributes request;
  private final List<Scope> scopes;
  private final int hash;
  private final int[] rules;

  SubjectSearch(Attributes request, List<Scope> scopes, int roles) {
    this.request = request;
    this.scopes = scopes;
    this.hash = ResourceTable.hash(request.resource(), request.subresource());
    this.rules = new int[roles];
    Arrays.fill(rules, UNKNOWN);
  }

  /** Mirrors {@code SubjectAccessEvaluator.AllowedSubjects} of {@code plugin/pkg/auth/authorizer/rbac/subject_locator.go}. */
  AllowedSubjects allowedSubjects() {
    List<Subject> subjects = new ArrayList<>();
    subjects.add(MASTERS);
    for (Scope scope : scopes) {
      for (Bound bound : scope.bindings()) {
        if (rule(bound) >= 0) {
          subjects.addAll(bound.binding().subjects());
        }
      }
    }
    return new AllowedSubjects(subjects, UpstreamText.aggregate(errors()));
  }

  WhoCan whoCan() {
    Map<Subject, List<Grant>> found = new LinkedHashMap<>();
    found.put(MASTERS, new ArrayList<>(0));
    for (Scope scope : scopes) {
      for (Bound bound : scope.bindings()) {
        int rule = rule(bound);
        if (rule >= 0) {
          collect(bound, rule, found);
        }
      }
    }
    List<Access> accesses = new ArrayList<>(found.size());
    found.forEach(
        (subject, grants) -> accesses.add(new Access(subject, grants, subject.equals(MASTERS))));
    return new WhoCan(accesses, errors());
  }

  private static void collect(Bound bound, int rule, Map<Subject, List<Grant>> found) {
    RuleIndex role = bound.roleOrThrow();
    Binding binding = bound.binding();
    List<Subject> subjects = binding.subjects();
    for (int i = 0; i < subjects.size(); i++) {
      Subject subject = subjects.get(i).completed(binding.scope());
      if (!subject.isSomebody()) {
        continue;
      }
      List<Grant> grants = found.computeIfAbsent(subject, s -> new ArrayList<>(1));
      boolean repeated = !grants.isEmpty() && grants.get(grants.size() - 1).binding() == binding;
      if (!repeated) {
        grants.add(role.grant(binding, i, rule));
      }
    }
  }

  private List<String> errors() {
    List<String> errors = new ArrayList<>();
    for (Scope scope : scopes) {
      for (Bound bound : scope.bindings()) {
        if (bound.role() == null) {
          errors.add(bound.error());
        }
      }
    }
    return errors;
  }

  /** Returns the first rule of the binding's role that allows the request, or -1. */
  private int rule(Bound bound) {
    RuleIndex role = bound.role();
    if (role == null) {
      return -1;
    }
    int known = rules[role.ordinal()];
    if (known == UNKNOWN) {
      known = role.firstAllowing(request, hash);
      rules[role.ordinal()] = known;
    }
    return known;
  }
}
