package io.plimsoll.rbac;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All bindings with their roles: those of the cluster, and those of each namespace. Read-only once made. */
final class BindingIndex {

  private final RoleLookup roles;
  private final Scope cluster;
  private final Map<String, NamespaceScope> namespaces;

  BindingIndex(
      RoleLookup roles,
      List<ClusterRoleBinding> clusterRoleBindings,
      List<RoleBinding> roleBindings) {
    this.roles = roles;
    this.cluster = new Scope(clusterRoleBindings.stream().map(this::bound).toList());
    this.namespaces = new HashMap<>();
    Map<String, List<RoleBinding>> byNamespace = new LinkedHashMap<>();
    for (RoleBinding binding : roleBindings) {
      byNamespace.computeIfAbsent(binding.scope(), n -> new ArrayList<>()).add(binding);
    }
    byNamespace.forEach(
        (namespace, bindings) -> namespaces.put(namespace, new NamespaceScope(roles, bindings)));
  }

  private BindingIndex(RoleLookup roles, Scope cluster, Map<String, NamespaceScope> namespaces) {
    this.roles = roles;
    this.cluster = cluster;
    this.namespaces = namespaces;
  }

  /** Returns the index without the bindings of these names; what is not concerned is shared. */
  BindingIndex without(Set<ObjectRef> bindings) {
    Map<String, NamespaceScope> others = new HashMap<>(namespaces);
    Set<String> concerned = new HashSet<>();
    boolean clusterConcerned = false;
    for (ObjectRef binding : bindings) {
      if (binding.kind().equals(RbacApi.CLUSTER_ROLE_BINDING)) {
        clusterConcerned = true;
      } else {
        concerned.add(binding.namespace());
      }
    }
    for (String namespace : concerned) {
      others.computeIfPresent(namespace, (name, scope) -> scope.without(bindings));
    }
    return new BindingIndex(roles, clusterConcerned ? cluster.without(bindings) : cluster, others);
  }

  private Bound bound(Binding binding) {
    return Bound.of(binding, roles);
  }

  RoleLookup roles() {
    return roles;
  }

  Scope cluster() {
    return cluster;
  }

  /** Returns the bindings of a namespace; none for the empty namespace, which stands for the whole cluster. */
  Scope namespace(String namespace) {
    NamespaceScope scope = namespace.isEmpty() ? null : namespaces.get(namespace);
    return scope == null ? Scope.EMPTY : scope.get();
  }

  /** Returns the namespaces that have bindings, by name. */
  List<String> namespaces() {
    return namespaces.keySet().stream().sorted().toList();
  }

  /** Returns the scopes that count in a namespace, in the order in which they are visited. */
  List<Scope> scopes(String namespace) {
    return List.of(cluster, namespace(namespace));
  }

  /** Mirrors {@code VisitRulesFor} of {@code pkg/registry/rbac/validation/rule.go} with the authorizing visitor. */
  Decision decide(User user, Attributes request) {
    int hash = ResourceTable.hash(request.resource(), request.subresource());
    long inCluster = cluster.firstAllowing(user, request, hash);
    if (inCluster >= 0) {
      return allowed(cluster, user, inCluster);
    }
    Scope scope = namespace(request.namespace());
    long inNamespace = scope.firstAllowing(user, request, hash);
    if (inNamespace >= 0) {
      return allowed(scope, user, inNamespace);
    }
    return inCluster == Scope.NONE && inNamespace == Scope.NONE
        ? Decision.NO_OPINION
        : Decision.noOpinion(broken(user, request.namespace()));
  }

  private static Decision allowed(Scope scope, User user, long allowing) {
    return Decision.allowed(user, scope.binding(Scope.binding(allowing)), Scope.rule(allowing));
  }

  /** Returns the bindings for the user whose role does not exist. */
  private List<Bound> broken(User user, String namespace) {
    return bindingsOf(user, namespace).stream()
        .filter(bound -> bound.role() == null)
        .toList();
  }

  /** Returns the bindings that are for the user, in the order in which they are visited. */
  List<Bound> bindingsOf(User user, String namespace) {
    List<Bound> result = new ArrayList<>(cluster.bindingsOf(user));
    result.addAll(namespace(namespace).bindingsOf(user));
    return result;
  }
}
