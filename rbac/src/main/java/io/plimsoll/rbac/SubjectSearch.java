package io.plimsoll.rbac;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The search for everybody who may do something: every binding of some scopes is asked, every role once. */
final class SubjectSearch {

  private static final Subject MASTERS = Subject.group(User.MASTERS);
  private static final int UNKNOWN = -2;

  private final Attributes request;
  private final List<Scope> scopes;
  private final int hash;

  /** For each role by its number, the first rule that allows the request, and where that is written. */
  private final int[] rules;

  private final RuleSource[] sources;

  SubjectSearch(Attributes request, List<Scope> scopes, int roles) {
    this.request = request;
    this.scopes = scopes;
    this.hash = ResourceTable.hash(request.resource(), request.subresource());
    this.rules = new int[roles];
    this.sources = new RuleSource[roles];
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
    Found masters = new Found(new Principal(0, true, User.MASTERS), MASTERS);
    List<Found> all = new ArrayList<>(List.of(masters));
    for (Scope scope : scopes) {
      Found[] byNumber = new Found[scope.size()];
      for (Found found : all) {
        Principal here = scope.find(found.principal);
        if (here != null) {
          byNumber[here.number()] = found;
        }
      }
      for (int i = 0; i < scope.bindings().size(); i++) {
        int rule = rule(scope.binding(i));
        if (rule >= 0) {
          collect(scope, i, rule, byNumber, all);
        }
      }
    }
    List<Access> accesses = new ArrayList<>(all.size());
    for (Found found : all) {
      accesses.add(new Access(found.subject, found.grants, found == masters));
    }
    return new WhoCan(accesses, errors());
  }

  /** Collects the subjects of a binding that allows the request; who was found already is in the array by number. */
  private void collect(
      Scope scope, int index, int rule, @Nullable Found[] byNumber, List<Found> all) {
    Binding binding = scope.binding(index).binding();
    RuleIndex role = scope.binding(index).roleOrThrow();
    @Nullable Principal[] principals = scope.principals(index);
    for (int i = 0; i < principals.length; i++) {
      Principal principal = principals[i];
      if (principal == null) {
        continue;
      }
      Found found = byNumber[principal.number()];
      if (found == null) {
        Subject subject = binding.subjects().get(i).completed(binding.scope());
        found = new Found(principal, subject);
        byNumber[principal.number()] = found;
        all.add(found);
      }
      found.add(new Grant(binding, i, role.role(), rule, sources[role.ordinal()]));
    }
  }

  /** Somebody who was found, and the grants so far. */
  private static final class Found {
    private final Principal principal;
    private final Subject subject;
    private List<Grant> grants = List.of();

    Found(Principal principal, Subject subject) {
      this.principal = principal;
      this.subject = subject;
    }

    /** Adds the grant of a binding, unless the binding names the subject twice. Most have one grant only. */
    void add(Grant grant) {
      if (grants.isEmpty()) {
        grants = List.of(grant);
      } else if (grants.get(grants.size() - 1).binding() != grant.binding()) {
        grants = grants.size() == 1 ? new ArrayList<>(grants) : grants;
        grants.add(grant);
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
      if (known >= 0) {
        sources[role.ordinal()] = role.source(known);
      }
    }
    return known;
  }
}
