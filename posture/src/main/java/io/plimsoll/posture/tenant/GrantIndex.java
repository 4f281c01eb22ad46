package io.plimsoll.posture.tenant;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.User;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.BootstrapPolicy;
import io.plimsoll.rbac.ClusterRoleBinding;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.RuleSet;
import io.plimsoll.rbac.RuleSource;
import io.plimsoll.rbac.Subject;
import io.plimsoll.rbac.kubectl.ResourceAccess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that bindings give, by whom it is given to and where. The bindings that an API server makes for itself do not count, as long
 * as they are as it makes them; its roles do, where others bind them.
 */
final class GrantIndex {

  private static final Set<String> EVERYBODY = Set.of(User.AUTHENTICATED, User.SERVICE_ACCOUNTS);

  private final Cluster cluster;
  private final Rbac rbac;
  private final IdentityHashMap<RuleSet, List<ResourceAccess>> accesses = new IdentityHashMap<>();
  private final IdentityHashMap<RuleSet, List<RoleWays>> waysInNamespaces = new IdentityHashMap<>();
  private final IdentityHashMap<RuleSet, List<RoleWays>> waysEverywhere = new IdentityHashMap<>();
  private final Map<Subject, List<AccessGrant>> bySubject = new HashMap<>();
  private final Map<String, Set<String>> accounts = new HashMap<>();
  private final Map<String, List<AccessGrant>> foreign = new HashMap<>();
  private final Map<String, List<SecretAccess>> secrets = new HashMap<>();
  private final List<AccessGrant> clusterWide = new ArrayList<>();
  private final List<AccessGrant> toEverybody = new ArrayList<>();

  GrantIndex(Cluster cluster, Rbac rbac) {
    this.cluster = cluster;
    this.rbac = rbac;
    rbac.clusterRoleBindings().forEach(this::add);
    rbac.roleBindings().forEach(this::add);
  }

  private void add(Binding binding) {
    if (isBuiltIn(binding)) {
      return;
    }
    Optional<RuleSet> role = rbac.roleOf(binding);
    Set<Subject> seen = new HashSet<>();
    for (int i = 0; i < binding.subjects().size(); i++) {
      Subject subject = binding.subjects().get(i).canonical(binding.scope());
      boolean somebody = !subject.kind().equals(Subject.SERVICE_ACCOUNT)
          || !subject.namespace().isEmpty();
      if (somebody && seen.add(subject)) {
        FieldPath path = FieldPath.of("subjects").index(i);
        add(new AccessGrant(
            subject,
            binding,
            role,
            role.map(rules -> accesses(rules, binding)).orElse(List.of()),
            Placed.in(cluster, binding.ref(), path)));
      }
    }
  }

  private static boolean isBuiltIn(Binding binding) {
    return BootstrapPolicy.cluster()
        .find(binding.ref())
        .filter(own -> equal(own, binding))
        .isPresent();
  }

  private static boolean equal(KubeObject own, Binding binding) {
    Binding made = binding instanceof ClusterRoleBinding
        ? own.as(ClusterRoleBinding.KIND)
        : own.as(RoleBinding.KIND);
    return made.roleRef().equals(binding.roleRef()) && made.subjects().equals(binding.subjects());
  }

  /** A role gives no URLs within a namespace. */
  private List<ResourceAccess> accesses(RuleSet role, Binding binding) {
    List<ResourceAccess> all =
        accesses.computeIfAbsent(role, rules -> ResourceAccess.of(rules.rules()));
    return binding.scope().isEmpty() || all.stream().noneMatch(ResourceAccess::isUrl)
        ? all
        : all.stream().filter(access -> !access.isUrl()).toList();
  }

  private void add(AccessGrant grant) {
    Subject subject = grant.subject();
    bySubject.computeIfAbsent(subject, s -> new ArrayList<>(1)).add(grant);
    Optional<String> home = home(subject);
    if (subject.kind().equals(Subject.SERVICE_ACCOUNT)) {
      accounts.computeIfAbsent(subject.namespace(), n -> new HashSet<>()).add(subject.name());
    }
    boolean everybody = subject.kind().equals(Subject.GROUP) && EVERYBODY.contains(subject.name());
    if (everybody) {
      toEverybody.add(grant);
    }
    if (grant.scope().isEmpty()) {
      clusterWide.add(grant);
    } else if (everybody || home.filter(name -> !name.equals(grant.scope())).isPresent()) {
      foreign.computeIfAbsent(grant.scope(), n -> new ArrayList<>()).add(grant);
    }
    grant.role().ifPresent(role -> addWays(role, grant));
  }

  /** Returns the namespace whose service accounts a subject is: one of them, or their group. */
  private static Optional<String> home(Subject subject) {
    if (subject.kind().equals(Subject.SERVICE_ACCOUNT)) {
      return Optional.of(subject.namespace());
    }
    String prefix = User.SERVICE_ACCOUNTS + ":";
    return subject.kind().equals(Subject.GROUP) && subject.name().startsWith(prefix)
        ? Optional.of(subject.name().substring(prefix.length()))
        : Optional.empty();
  }

  private void addWays(RuleSet role, AccessGrant grant) {
    boolean everywhere = grant.scope().isEmpty();
    List<RoleWays> found = (everywhere ? waysEverywhere : waysInNamespaces)
        .computeIfAbsent(role, rules -> RoleWays.of(rules.rules(), everywhere));
    for (RoleWays way : found) {
      RuleSource source = rbac.source(role, way.rule());
      Placed rule = Placed.in(cluster, source.role(), source.path());
      secrets
          .computeIfAbsent(grant.scope(), n -> new ArrayList<>())
          .add(new SecretAccess(way.way(), way.names(), grant, rule));
    }
  }

  /** Returns the service accounts of a namespace that bindings name. */
  Set<String> accounts(String namespace) {
    return accounts.getOrDefault(namespace, Set.of());
  }

  /** Returns what bindings give to a subject by its name. */
  List<AccessGrant> of(Subject subject) {
    return bySubject.getOrDefault(subject, List.of());
  }

  /** Returns what bindings of a namespace give to service accounts of others. */
  List<AccessGrant> foreign(String namespace) {
    return foreign.getOrDefault(namespace, List.of());
  }

  /** Returns the ways to the secrets of a namespace that its bindings open; with the empty one, those to all secrets. */
  List<SecretAccess> secrets(String namespace) {
    return secrets.getOrDefault(namespace, List.of());
  }

  /** Returns what bindings of the whole cluster give. */
  List<AccessGrant> clusterWide() {
    return clusterWide;
  }

  /** Returns what bindings give to all service accounts, or all users. */
  List<AccessGrant> toEverybody() {
    return toEverybody;
  }
}
