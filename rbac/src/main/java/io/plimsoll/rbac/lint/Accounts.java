package io.plimsoll.rbac.lint;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.model.ServiceAccount;
import io.plimsoll.rbac.BootstrapPolicy;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.Spelling;
import io.plimsoll.rbac.Subject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The service accounts of the manifests, and those that Kubernetes makes. */
final class Accounts {

  /** The account that the API server has in every namespace. */
  static final String DEFAULT = "default";

  /** What is in these namespaces, the installation of a cluster decides. */
  private static final Set<String> SYSTEM = Set.of("kube-system", "kube-public", "kube-node-lease");

  private final Map<String, Set<String>> names = new HashMap<>();
  private final Map<String, Set<String>> namespacesByName = new HashMap<>();
  private final Set<String> described = new HashSet<>();
  private final Set<Subject> own = BootstrapPolicy.serviceAccounts();

  private Accounts() {}

  static Accounts of(Cluster cluster) {
    Accounts accounts = new Accounts();
    for (KubeObject object : cluster.objects()) {
      ObjectRef ref = object.ref();
      if (object.is(Namespace.KIND)) {
        accounts.described.add(ref.name());
      } else if (!object.is(Role.KIND) && !object.is(RoleBinding.KIND)) {
        accounts.described.add(ref.namespace());
      }
      if (object.is(ServiceAccount.KIND)) {
        accounts.names.computeIfAbsent(ref.namespace(), n -> new TreeSet<>()).add(ref.name());
        accounts
            .namespacesByName
            .computeIfAbsent(ref.name(), n -> new TreeSet<>())
            .add(ref.namespace());
      }
    }
    return accounts;
  }

  boolean has(Subject account) {
    return account.name().equals(DEFAULT)
        || in(account.namespace()).contains(account.name())
        || own.contains(account);
  }

  private Set<String> in(String namespace) {
    return names.getOrDefault(namespace, Set.of());
  }

  /** Returns whether the manifests say what is in a namespace: they define it, or have more of it than roles and bindings. */
  boolean describe(String namespace) {
    return described.contains(namespace) && !SYSTEM.contains(namespace);
  }

  /** Returns the account that most likely is meant: one of the same name elsewhere, if just one is, or one that is alike. */
  Optional<Subject> nearest(Subject account, Effort effort) {
    return only(account.name())
        .or(() -> effort.allows(in(account.namespace()).size())
            ? Spelling.nearest(account.name(), in(account.namespace()))
                .map(name -> Subject.serviceAccount(account.namespace(), name))
            : Optional.empty());
  }

  /** Returns the account of a name if there is one only. */
  Optional<Subject> only(String name) {
    Set<String> namespaces = namespacesByName.getOrDefault(name, Set.of());
    return namespaces.size() == 1
        ? Optional.of(Subject.serviceAccount(List.copyOf(namespaces).get(0), name))
        : Optional.empty();
  }
}
