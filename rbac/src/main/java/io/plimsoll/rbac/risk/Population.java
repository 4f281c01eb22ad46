package io.plimsoll.rbac.risk;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.request.User;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who there is, and which bindings are for whom. */
final class Population {

  private final List<Binding> bindings = new ArrayList<>();
  private final Map<ObjectRef, List<Integer>> byName = new HashMap<>();
  private final Map<Subject, List<Integer>> numbers = new HashMap<>();
  private final SortedSet<Subject> named = new TreeSet<>();
  private final Map<Subject, Node.Person> nodes = new HashMap<>();

  Population(Rbac rbac) {
    rbac.clusterRoleBindings().forEach(this::add);
    rbac.roleBindings().forEach(this::add);
  }

  private void add(Binding binding) {
    int number = bindings.size();
    bindings.add(binding);
    byName.computeIfAbsent(binding.ref(), ref -> new ArrayList<>(1)).add(number);
    for (Subject subject : binding.subjects()) {
      Subject whole = subject.canonical(binding.scope());
      if (isSomebody(whole)) {
        List<Integer> known = numbers.computeIfAbsent(whole, s -> new ArrayList<>(1));
        if (known.isEmpty() || known.get(known.size() - 1) != number) {
          known.add(number);
        }
        named.add(whole);
      }
    }
  }

  /** Subjects of unknown kinds, and service accounts of no namespace, are nobody. */
  private static boolean isSomebody(Subject subject) {
    return switch (subject.kind()) {
      case Subject.USER, Subject.GROUP -> true;
      case Subject.SERVICE_ACCOUNT -> !subject.namespace().isEmpty();
      default -> false;
    };
  }

  /** Returns whom bindings name. */
  Collection<Subject> named() {
    return named;
  }

  Collection<Subject> named(String kind) {
    return named.stream().filter(subject -> subject.kind().equals(kind)).toList();
  }

  /** Returns the places in the graph of these, and remembers them; to be called before there are questions. */
  List<Node.Person> settle(Collection<Subject> subjects) {
    subjects.forEach(subject -> nodes.put(subject, make(subject)));
    return subjects.stream().map(this::node).toList();
  }

  /** Returns the place in the graph of somebody, whether bindings name them or not. */
  Node.Person node(Subject subject) {
    Node.Person known = nodes.get(subject);
    return known == null ? make(subject) : known;
  }

  private Node.Person make(Subject subject) {
    Set<Integer> all = new TreeSet<>(numbers.getOrDefault(subject, List.of()));
    subject.impliedGroups().forEach(group -> all.addAll(numbers.getOrDefault(group, List.of())));
    boolean masters = subject.equals(Subject.group(User.MASTERS));
    return new Node.Person(List.copyOf(all), masters, false, subject.toUser());
  }

  /** Returns the namespaces of the bindings with these numbers, by name. */
  Collection<String> namespaces(List<Integer> ofBindings) {
    SortedSet<String> namespaces = new TreeSet<>();
    ofBindings.forEach(number -> namespaces.add(bindings.get(number).scope()));
    namespaces.remove("");
    return namespaces;
  }

  /** Returns the numbers of the bindings of these names. */
  Set<Integer> numbers(Set<ObjectRef> names) {
    return names.stream()
        .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
        .collect(Collectors.toSet());
  }
}
