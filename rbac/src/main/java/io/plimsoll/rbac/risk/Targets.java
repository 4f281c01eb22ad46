package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.User;
import io.plimsoll.rbac.RuleSet;
import io.plimsoll.rbac.Subject;
import io.plimsoll.rbac.risk.Target.Arrival;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The targets of edges, each made once. */
final class Targets {

  private final Population population;
  private final Facts facts;
  private final Map<Object, Target> known = new HashMap<>();

  Targets(Population population, Facts facts) {
    this.population = population;
    this.facts = facts;
  }

  /** What a target of several is known by. */
  private record Key(String kind, String place, boolean impersonated) {}

  private Target get(Object key, Supplier<List<Arrival>> arrivals) {
    Target target = known.get(key);
    if (target == null) {
      target = Target.of(arrivals.get());
      known.put(key, target);
    }
    return target;
  }

  /** Returns the target that is a goal. */
  Target goal(Goal goal) {
    return get(goal, () -> List.of(new Arrival(new Node.Reached(goal), goal)));
  }

  Target goal(Goal.Kind kind) {
    return goal(Goal.of(kind));
  }

  /** Returns the target of these, as whom one is or in whose name one acts. */
  Target people(Collection<Subject> subjects, boolean impersonated) {
    List<Subject> list = List.copyOf(subjects);
    return get(List.of(list, impersonated), () -> arrivals(list, impersonated));
  }

  private List<Arrival> arrivals(Collection<Subject> subjects, boolean impersonated) {
    return subjects.stream().map(subject -> arrival(subject, impersonated)).toList();
  }

  private Arrival arrival(Subject subject, boolean impersonated) {
    Node.Person person = population.node(subject);
    return new Arrival(
        impersonated ? person.inName() : person, new Identity(subject, impersonated));
  }

  /** Returns the service accounts of a namespace, or of all. */
  Target accounts(String namespace, boolean impersonated) {
    return get(
        new Key("accounts", namespace, impersonated),
        () -> arrivals(facts.accounts(namespace), impersonated));
  }

  /** Returns the service accounts that pods run as in a namespace, or in all. */
  Target running(String namespace) {
    return get(
        new Key("running", namespace, false), () -> arrivals(facts.running(namespace), false));
  }

  /** Returns the service accounts that workloads run as. */
  Target workloads() {
    return get(new Key("workloads", "", false), () -> arrivals(facts.workloadAccounts(), false));
  }

  /** Returns the users that bindings name, and one whom none names. */
  Target users(boolean impersonated) {
    return get(new Key("users", "", impersonated), () -> {
      List<Subject> users = new ArrayList<>(population.named(Subject.USER));
      users.add(ImpersonationTechniques.nobody());
      return arrivals(users, impersonated);
    });
  }

  /** Returns the groups that bindings name, with {@code system:masters} or without. */
  Target groups(boolean impersonated, boolean masters) {
    return get(new Key(masters ? "all groups" : "groups", "", impersonated), () -> {
      List<Subject> groups = new ArrayList<>(population.named(Subject.GROUP));
      groups.remove(Subject.group(User.MASTERS));
      if (masters) {
        groups.add(0, Subject.group(User.MASTERS));
      }
      return arrivals(groups, impersonated);
    });
  }

  /** Returns the holders of a role, of one with every rule if it is {@code null}. */
  Target holder(@Nullable RuleSet role, String namespace) {
    Node.Holder node = new Node.Holder(role, namespace);
    return get(
        node,
        () -> List.of(new Arrival(
            node, new HeldRole(Optional.ofNullable(role).map(RuleSet::ref), namespace))));
  }

  /** Returns those in whose name somebody acts as far as both are allowed. */
  Target constrained(Node self, Node.Mode mode, Collection<Subject> subjects) {
    return Target.of(subjects.stream()
        .map(subject -> new Arrival(
            new Node.Constrained(self, mode, population.node(subject)),
            new Identity(subject, true)))
        .toList());
  }
}
