package io.plimsoll.rbac.compare;

import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.RuleSet;
import io.plimsoll.rbac.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The bindings of one cluster by the subjects they name. */
final class Holdings {

  private final RulePieces rules;
  private final Map<Subject, List<Holding>> bySubject = new HashMap<>();
  private final Set<Holding.Name> names = new HashSet<>();
  private final Map<Subject, Set<Holding.Key>> keys = new HashMap<>();
  private final Map<Subject, ScopedPieces> pieces = new HashMap<>();
  private int count;

  Holdings(Rbac rbac, RulePieces rules) {
    this.rules = rules;
    rbac.clusterRoleBindings().forEach(binding -> add(rbac, binding));
    rbac.roleBindings().forEach(binding -> add(rbac, binding));
  }

  private void add(Rbac rbac, Binding binding) {
    RuleSet role = rbac.roleOf(binding).orElse(null);
    Holding holding = new Holding(count++, binding, role, role == null ? -1 : rules.number(role));
    names.add(holding.name());
    Set<Subject> named = new LinkedHashSet<>();
    for (Subject subject : binding.subjects()) {
      if (isSomebody(subject, binding.scope())) {
        named.add(subject.canonical(binding.scope()));
      }
    }
    for (Subject subject : named) {
      bySubject.computeIfAbsent(subject, s -> new ArrayList<>(1)).add(holding);
    }
  }

  /** Subjects of unknown kinds, and service accounts of no namespace, are nobody. */
  private static boolean isSomebody(Subject subject, String scope) {
    return switch (subject.kind()) {
      case Subject.USER, Subject.GROUP -> true;
      case Subject.SERVICE_ACCOUNT -> !(subject.namespace().isEmpty() && scope.isEmpty());
      default -> false;
    };
  }

  Set<Subject> subjects() {
    return bySubject.keySet();
  }

  List<Holding> of(Subject subject) {
    return bySubject.getOrDefault(subject, List.of());
  }

  boolean hasBinding(Holding.Name name) {
    return names.contains(name);
  }

  /** Whether bindings of the subject grant the very same rules in the scope, or everywhere. */
  boolean grantSame(Subject subject, Holding.Key key) {
    Set<Holding.Key> all = keys.computeIfAbsent(
        subject, s -> of(s).stream().map(Holding::key).collect(Collectors.toSet()));
    return all.contains(key) || all.contains(new Holding.Key("", key.rules()));
  }

  ScopedPieces pieces(Subject subject) {
    return pieces.computeIfAbsent(subject, s -> new ScopedPieces(of(s), rules));
  }

  List<Piece> pieces(Holding holding) {
    return holding.grants() ? rules.pieces(holding.rules(), holding.scope()) : List.of();
  }
}
