package io.plimsoll.rbac;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The search for everybody who may do something: every binding of some scopes is asked, every role once. */
final class SubjectSearch {

  private static final Subject MASTERS = Subject.group(User.MASTERS);
  private static final int UNKNOWN = -2;
  private static final int NOWHERE = -1;

  private final Attributes request;
  private final List<Scope> scopes;
  private final int hash;

  /** For each role by its number, the first rule that allows the request, and where that is written. */
  private final int[] rules;

  private final RuleSource[] sources;

  /** Who was found so far, and what they have it from, in the same order. */
  private final List<Principal> found = new ArrayList<>();

  private final List<Access> accesses = new ArrayList<>();

  /** All grants of those who have more than one, which few have, by their places in the answer. */
  private final Map<Integer, List<Grant>> more = new HashMap<>();

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
    found.add(new Principal(0, true, User.MASTERS));
    accesses.add(new Access(MASTERS, List.of(), true));
    for (Scope scope : scopes) {
      int[] places = places(scope);
      for (int i = 0; i < scope.bindings().size(); i++) {
        int rule = rule(scope.binding(i));
        if (rule >= 0) {
          collect(scope, i, rule, places);
        }
      }
    }
    more.forEach((place, grants) -> {
      Access first = accesses.get(place);
      accesses.set(place, new Access(first.subject(), grants, first.byMasters()));
    });
    return new WhoCan(accesses, errors());
  }

  /** Returns the places, in the answer so far, of the principals of a scope by their numbers. */
  private int[] places(Scope scope) {
    int[] places = new int[scope.size()];
    Arrays.fill(places, NOWHERE);
    for (int i = 0; i < found.size(); i++) {
      Principal here = scope.find(found.get(i));
      if (here != null) {
        places[here.number()] = i;
      }
    }
    return places;
  }

  /** Collects the subjects of a binding that allows the request. */
  private void collect(Scope scope, int index, int rule, int[] places) {
    Binding binding = scope.binding(index).binding();
    RuleIndex role = scope.binding(index).roleOrThrow();
    int subjects = scope.subjectCount(index);
    for (int i = 0; i < subjects; i++) {
      int number = scope.number(index, i);
      if (number == Scope.NOBODY) {
        continue;
      }
      Grant grant = new Grant(binding, i, role.role(), rule, sources[role.ordinal()]);
      if (places[number] == NOWHERE) {
        places[number] = accesses.size();
        Subject subject = binding.subjects().get(i).completed(binding.scope());
        accesses.add(new Access(subject, List.of(grant), false));
        found.add(scope.principal(number));
      } else {
        again(places[number], grant);
      }
    }
  }

  /** Adds a grant of somebody who was found already, unless it is of a binding that names the subject twice. */
  private void again(int place, Grant grant) {
    List<Grant> grants =
        more.computeIfAbsent(place, p -> new ArrayList<>(accesses.get(p).grants()));
    if (grants.isEmpty() || grants.get(grants.size() - 1).binding() != grant.binding()) {
      grants.add(grant);
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
