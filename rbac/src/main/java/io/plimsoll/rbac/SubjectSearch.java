package io.plimsoll.rbac;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The search for everybody who may do something: every binding of some scopes is asked, every role once.
 *
 * <p>Tens of thousands may be found, so each costs its part of the answer and a number in an array: who is who was settled when
 * the scopes were made, and neither names nor bindings are looked into.
 */
final class SubjectSearch {

  private static final Subject MASTERS = Subject.group(User.MASTERS);
  private static final int NOWHERE = -1;

  /** That of the cluster, and one of a namespace. */
  private final List<Scope> scopes;

  private final RoleAnswers answers;

  /** Who was found so far, with the first grant of each. It never grows: that would cost more than all else. */
  private Access[] found = {};

  private int count;

  /** All grants of those who have more than one, which few have, by their places in the answer. */
  private final Map<Integer, List<Grant>> more = new HashMap<>();

  SubjectSearch(RoleAnswers answers, List<Scope> scopes) {
    this.answers = answers;
    this.scopes = scopes;
  }

  /** Mirrors {@code SubjectAccessEvaluator.AllowedSubjects} of {@code plugin/pkg/auth/authorizer/rbac/subject_locator.go}. */
  AllowedSubjects allowedSubjects() {
    List<Subject> subjects = new ArrayList<>();
    subjects.add(MASTERS);
    for (Scope scope : scopes) {
      for (int binding : allowing(scope)) {
        subjects.addAll(scope.binding(binding).binding().subjects());
      }
    }
    return new AllowedSubjects(subjects, GoText.aggregate(errors()));
  }

  WhoCan whoCan() {
    List<int[]> allowing = scopes.stream().map(this::allowing).toList();
    int most = 1;
    for (int i = 0; i < scopes.size(); i++) {
      most += scopes.get(i).subjectCount(allowing.get(i));
    }
    found = new Access[most];
    found[count++] = new Access(MASTERS, List.of(), true);
    Scope visited = Scope.EMPTY;
    int[] places = {};
    for (int i = 0; i < scopes.size(); i++) {
      if (allowing.get(i).length > 0) {
        places = places(scopes.get(i), visited, places);
        visited = scopes.get(i);
        collect(visited, allowing.get(i), places);
      }
    }
    more.forEach((place, grants) ->
        found[place] = new Access(found[place].subject(), grants, found[place].byMasters()));
    return new WhoCan(List.of(Arrays.copyOf(found, count)), errors());
  }

  /** Returns the indexes of the bindings of a scope that allow the request. */
  private int[] allowing(Scope scope) {
    int[] allowing = new int[scope.bindings().size()];
    int some = 0;
    for (int i = 0; i < allowing.length; i++) {
      RuleIndex role = scope.binding(i).role();
      if (role != null && answers.firstAllowing(role) >= 0) {
        allowing[some++] = i;
      }
    }
    return Arrays.copyOf(allowing, some);
  }

  /**
   * Returns the places, in the answer so far, of the principals of a scope by their numbers.
   *
   * @param visited the scope that was searched before
   * @param before the places of its principals
   */
  private static int[] places(Scope scope, Scope visited, int[] before) {
    int[] places = new int[scope.size()];
    Arrays.fill(places, NOWHERE);
    put(places, scope.findGroup(User.MASTERS), 0);
    for (int i = 0; i < before.length; i++) {
      if (before[i] != NOWHERE) {
        put(places, scope.find(visited.principal(i)), before[i]);
      }
    }
    return places;
  }

  private static void put(int[] places, @Nullable Principal principal, int place) {
    if (principal != null) {
      places[principal.number()] = place;
    }
  }

  /** Collects the subjects of the bindings that allow the request. */
  private void collect(Scope scope, int[] allowing, int[] places) {
    for (int index : allowing) {
      Binding binding = scope.binding(index).binding();
      RuleIndex role = scope.binding(index).roleOrThrow();
      int rule = answers.firstAllowing(role);
      RuleSource source = answers.source(role);
      int first = scope.start(index);
      int end = scope.start(index + 1);
      for (int i = first; i < end; i++) {
        int number = scope.number(i);
        if (number == Scope.NOBODY) {
          continue;
        }
        Grant grant = new Grant(binding, i - first, role.role(), rule, source);
        if (places[number] == NOWHERE) {
          places[number] = count;
          found[count++] = new Access(scope.subject(i), List.of(grant), false);
        } else {
          again(places[number], grant);
        }
      }
    }
  }

  /** Adds a grant of somebody who was found already, unless it is of a binding that names the subject twice. */
  private void again(int place, Grant grant) {
    List<Grant> grants = more.computeIfAbsent(place, p -> new ArrayList<>(found[p].grants()));
    if (grants.isEmpty() || grants.get(grants.size() - 1).binding() != grant.binding()) {
      grants.add(grant);
    }
  }

  private List<String> errors() {
    return scopes.stream()
        .flatMap(scope -> scope.broken().stream())
        .map(Bound::error)
        .toList();
  }
}
