package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.ClusterRoleBinding;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.RoleRef;
import io.plimsoll.rbac.RuleSet;
import io.plimsoll.rbac.Subject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The slowest right answer for a world without workloads and secrets: for every identity by itself, every request with every
 * name is asked, and the ways are searched from each subject. Shares with the engine only RBAC itself.
 */
final class NaiveRisk {

  static final List<String> NAMESPACES = List.of("a", "b", "default", "kube-system");
  static final List<String> NAMES = List.of("x", "y", "default", "r0", "r1", "u", "g", "nobody");
  private static final String FREE = "nobody";
  private static final String RBAC = "rbac.authorization.k8s.io";

  private final Rbac rbac;
  private final List<Subject> subjects;

  NaiveRisk(Rbac rbac, List<Subject> subjects) {
    this.rbac = rbac;
    this.subjects = subjects;
  }

  /** A state of the search: somebody, the holder of a role, or a goal. */
  private record State(Subject subject, boolean inName, RuleSet role, String scope, String goal) {

    static State of(Subject subject, boolean inName) {
      return new State(subject, inName, null, "", "");
    }

    static State holding(RuleSet role, String scope) {
      return new State(null, false, role, scope, "");
    }

    static State reached(String goal) {
      return new State(null, false, null, "", goal);
    }
  }

  /** Returns the goals that a subject reaches, with the least number of steps. */
  Map<String, Integer> goals(Subject subject) {
    Map<State, Integer> distances = new HashMap<>();
    Deque<State> open = new ArrayDeque<>();
    State start = State.of(subject, false);
    distances.put(start, 0);
    open.add(start);
    Map<String, Integer> goals = new HashMap<>();
    while (!open.isEmpty()) {
      State state = open.poll();
      int distance = distances.get(state);
      if (!state.goal().isEmpty()) {
        goals.put(state.goal(), distance);
        continue;
      }
      for (State next : next(state)) {
        if (distances.putIfAbsent(next, distance + 1) == null) {
          open.add(next);
        }
      }
    }
    return goals;
  }

  private boolean may(State state, String verb, String resource, String namespace, String name) {
    int slash = resource.indexOf('/');
    String sub = slash < 0 ? "" : resource.substring(slash + 1);
    String whole = slash < 0 ? resource : resource.substring(0, slash);
    int point = whole.indexOf('.');
    Attributes request = Attributes.ofResource(
            verb,
            point < 0 ? "" : whole.substring(point + 1),
            point < 0 ? whole : whole.substring(0, point))
        .subresource(sub)
        .in(namespace)
        .named(name);
    if (state.role() != null) {
      boolean inScope = state.scope().isEmpty() || state.scope().equals(namespace);
      return inScope && state.role().rules().stream().anyMatch(rule -> rule.allows(request));
    }
    return rbac.can(state.subject().toUser(), request).isAllowed();
  }

  private boolean any(State s, String verb, String resource, String namespace) {
    return may(s, verb, resource, namespace, FREE);
  }

  private boolean some(State s, String verb, String resource, String namespace) {
    return NAMES.stream().anyMatch(name -> may(s, verb, resource, namespace, name));
  }

  private boolean creates(State s, String resource, String namespace) {
    return may(s, "create", resource, namespace, "")
        || NAMES.stream().anyMatch(name -> applies(s, resource, namespace, name));
  }

  private boolean applies(State s, String resource, String namespace, String name) {
    return may(s, "create", resource, namespace, name)
        && may(s, "patch", resource, namespace, name);
  }

  private Set<State> next(State s) {
    Set<State> next = new LinkedHashSet<>();
    boolean masters = s.subject() != null && s.subject().equals(Subject.group(User.MASTERS));
    if (masters || may(s, "*", "*.*", "", "")) {
      next.add(State.reached("cluster-admin"));
      return next;
    }
    if (any(s, "get", "secrets", "") || any(s, "list", "secrets", "")) {
      next.add(State.reached("all-secrets"));
    }
    if (any(s, "get", "secrets", "kube-system") || any(s, "list", "secrets", "kube-system")) {
      next.add(State.reached("kube-system-secrets"));
    }
    for (String namespace : NAMESPACES) {
      inNamespace(s, namespace, next);
    }
    boolean kubelet = (s.role() != null || !s.inName())
        && any(s, "impersonate", "users", "")
        && may(s, "impersonate", "groups", "", "system:nodes");
    if (kubelet || any(s, "get", "nodes/proxy", "") || any(s, "create", "nodes/proxy", "")) {
      next.add(State.reached("node-takeover"));
    }
    if (s.role() != null || !s.inName()) {
      impersonate(s, next);
    }
    bind(s, "", next);
    escalate(s, next);
    return next;
  }

  private void inNamespace(State s, String namespace, Set<State> next) {
    boolean reads = any(s, "get", "secrets", namespace) || any(s, "list", "secrets", namespace);
    if (reads
        && any(s, "create", "pods", namespace)
        && any(s, "create", "rolebindings." + RBAC, namespace)) {
      next.add(State.reached("namespace-admin:" + namespace));
    }
    boolean runs = creates(s, "pods", namespace)
        || creates(s, "deployments.apps", namespace)
        || creates(s, "replicationcontrollers", namespace)
        || some(s, "update", "replicationcontrollers", namespace)
        || some(s, "patch", "replicationcontrollers", namespace)
        || some(s, "update", "deployments.apps", namespace)
        || some(s, "patch", "deployments.apps", namespace);
    if (runs) {
      next.add(State.reached("node-takeover"));
    }
    boolean createsAny = may(s, "create", "secrets", namespace, "");
    boolean mints = NAMES.stream()
        .anyMatch(name -> (createsAny || applies(s, "secrets", namespace, name))
            && (may(s, "get", "secrets", namespace, name)
                || may(s, "list", "secrets", namespace, name)));
    boolean enters = any(s, "create", "pods/exec", namespace)
        || any(s, "update", "pods", namespace)
        || any(s, "patch", "pods", namespace);
    for (Subject account : everybody()) {
      if (!account.kind().equals(Subject.SERVICE_ACCOUNT)
          || !account.namespace().equals(namespace)) {
        continue;
      }
      boolean becomes = (runs || mints || enters) && subjects.contains(account);
      if (becomes || may(s, "create", "serviceaccounts/token", namespace, account.name())) {
        next.add(State.of(account, false));
      }
    }
    bind(s, namespace, next);
  }

  private void impersonate(State s, Set<State> next) {
    boolean member = some(s, "impersonate", "users", "");
    for (String namespace : NAMESPACES) {
      member |= some(s, "impersonate", "serviceaccounts", namespace);
    }
    for (Subject other : everybody()) {
      boolean allowed = switch (other.kind()) {
        case Subject.USER -> may(s, "impersonate", "users", "", other.name());
        case Subject.GROUP ->
          (member && may(s, "impersonate", "groups", "", other.name()))
              || (other.name().equals(User.AUTHENTICATED) && any(s, "impersonate", "users", ""));
        default -> may(s, "impersonate", "serviceaccounts", other.namespace(), other.name());
      };
      if (allowed) {
        next.add(State.of(other, true));
      }
    }
  }

  private List<Subject> everybody() {
    List<Subject> all = new ArrayList<>(subjects);
    all.add(Subject.group(User.MASTERS));
    all.add(Subject.group(User.AUTHENTICATED));
    for (String name : NAMES) {
      all.add(Subject.user(name));
      all.add(Subject.group(name));
      NAMESPACES.forEach(namespace -> all.add(Subject.serviceAccount(namespace, name)));
    }
    return all;
  }

  private void bind(State s, String namespace, Set<State> next) {
    String resource = namespace.isEmpty() ? "clusterrolebindings." : "rolebindings.";
    for (ClusterRole role : rbac.clusterRoles()) {
      bind(s, namespace, resource + RBAC, "clusterroles." + RBAC, role, next);
    }
    for (Role role : rbac.roles()) {
      if (namespace.equals(role.metadata().namespace())) {
        bind(s, namespace, resource + RBAC, "roles." + RBAC, role, next);
      }
    }
    List<? extends Binding> bindings =
        namespace.isEmpty() ? rbac.clusterRoleBindings() : rbac.roleBindings();
    if (creates(s, resource + RBAC, namespace)
        && (makesAndBinds(s, "clusterroles." + RBAC, "", namespace)
            || (!namespace.isEmpty() && makesAndBinds(s, "roles." + RBAC, namespace, namespace)))) {
      next.add(every(namespace));
    }
    for (Binding binding : bindings) {
      String name = binding.metadata().nameOrEmpty();
      String kind = binding.roleRef().kind().equals("Role") ? "roles." : "clusterroles.";
      if (binding.scope().equals(namespace)
          && rbac.roleOf(binding).isPresent()
          && (may(s, "update", resource + RBAC, namespace, name)
              || may(s, "patch", resource + RBAC, namespace, name))
          && may(s, "bind", kind + RBAC, namespace, binding.roleRef().name())) {
        next.add(holding(rbac.roleOf(binding).get(), namespace));
      }
    }
  }

  private boolean makesAndBinds(State s, String roles, String home, String namespace) {
    boolean anyName = may(s, "create", roles, home, "") && may(s, "escalate", roles, home, "");
    List<? extends RuleSet> existing = home.isEmpty() ? rbac.clusterRoles() : rbac.roles();
    return NAMES.stream()
        .filter(name -> existing.stream()
            .noneMatch(role -> name.equals(role.metadata().name())
                && home.equals(role.metadata().namespaceOrEmpty())))
        .anyMatch(name -> may(s, "bind", roles, namespace, name)
            && (anyName || appliesRaised(s, roles, home, name)));
  }

  private boolean appliesRaised(State s, String roles, String home, String name) {
    return applies(s, roles, home, name) && may(s, "escalate", roles, home, name);
  }

  private void bind(
      State s, String namespace, String bindings, String roles, RuleSet role, Set<State> next) {
    if (creates(s, bindings, namespace)
        && may(s, "bind", roles, namespace, role.metadata().nameOrEmpty())) {
      next.add(holding(role, namespace));
    }
  }

  private static boolean isFull(RuleSet role) {
    Attributes everything = Attributes.ofResource("*", "*", "*");
    return role.rules().stream().anyMatch(rule -> rule.allows(everything));
  }

  private static State holding(RuleSet role, String namespace) {
    return namespace.isEmpty() && isFull(role)
        ? State.reached("cluster-admin")
        : State.holding(role, namespace);
  }

  private static State every(String namespace) {
    List<String> all = List.of("*");
    return holding(ClusterRole.of("(every rule)", PolicyRule.of(all, all, all)), namespace);
  }

  private void escalate(State s, Set<State> next) {
    for (Binding binding : bindingsOf(s)) {
      RoleRef ref = binding.roleRef();
      boolean inCluster = ref.kind().equals("ClusterRole");
      String roles = (inCluster ? "clusterroles." : "roles.") + RBAC;
      String home = inCluster ? "" : binding.scope();
      if (!inCluster && (home.isEmpty() || !ref.kind().equals("Role"))) {
        continue;
      }
      boolean writes = rbac.roleOf(binding).isPresent()
          ? (may(s, "update", roles, home, ref.name()) || may(s, "patch", roles, home, ref.name()))
              && may(s, "escalate", roles, home, ref.name())
          : (may(s, "create", roles, home, "") && may(s, "escalate", roles, home, ""))
              || appliesRaised(s, roles, home, ref.name());
      if (writes) {
        next.add(every(binding.scope()));
      }
    }
  }

  private List<Binding> bindingsOf(State s) {
    if (s.role() != null) {
      RoleRef ref = s.role() instanceof ClusterRole
          ? RoleRef.clusterRole(s.role().metadata().nameOrEmpty())
          : RoleRef.role(s.role().metadata().nameOrEmpty());
      return List.of(
          s.scope().isEmpty()
              ? ClusterRoleBinding.of("made", ref)
              : RoleBinding.of(s.scope(), "made", ref));
    }
    List<Binding> bindings = new ArrayList<>(rbac.clusterRoleBindings());
    bindings.addAll(rbac.roleBindings());
    bindings.removeIf(binding -> binding.subjectFor(s.subject().toUser()).isEmpty());
    return bindings;
  }
}
