package io.plimsoll.benchmarks;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.User;
import io.plimsoll.rbac.Aggregation;
import io.plimsoll.rbac.BootstrapPolicy;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.ClusterRoleBinding;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.RoleRef;
import io.plimsoll.rbac.Subject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The roles and bindings by which Kubernetes' own authorizer is timed as well: the bootstrap policy, and in the namespace {@code
 * many} RoleBindings of three subjects each that all grant one role.
 */
final class PeerBindings {

  static final String NAMESPACE = "many";
  static final Attributes READ = Request.get("configmaps").in(NAMESPACE);
  static final Attributes UPDATE = Request.update("deployments").in("default");
  static final User NOBODY = User.of("nobody");

  /** A controller of the bootstrap policy, in no more groups than the Go benchmark gives it. */
  static final User CONTROLLER = User.of("system:serviceaccount:kube-system:deployment-controller");

  private static final Cluster BOOTSTRAP = BootstrapPolicy.addTo(Cluster.empty());

  private static final Role READER = new Role(
      ObjectMeta.builder().namespace(NAMESPACE).name("reader").build(),
      List.of(PolicyRule.of(List.of("get"), List.of(""), List.of("configmaps"))));

  private PeerBindings() {}

  /** Returns the index over the bootstrap policy and these bindings. */
  static Rbac index(List<RoleBinding> bindings) {
    return Rbac.of(
        Aggregation.of(BOOTSTRAP.all(ClusterRole.KIND)),
        Stream.concat(BOOTSTRAP.all(Role.KIND).stream(), Stream.of(READER)).toList(),
        BOOTSTRAP.all(ClusterRoleBinding.KIND),
        Stream.concat(BOOTSTRAP.all(RoleBinding.KIND).stream(), bindings.stream())
            .toList());
  }

  /** Returns the index over them once a question has been asked, without which the bindings of a namespace are not looked up. */
  static Rbac askedIndex(List<RoleBinding> bindings) {
    Rbac index = index(bindings);
    index.can(NOBODY, READ);
    return index;
  }

  /** Returns so many bindings. */
  static List<RoleBinding> bindings(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> RoleBinding.of(
            NAMESPACE,
            "binding-" + i,
            RoleRef.role("reader"),
            Subject.user("user-" + i),
            Subject.group("group-" + i),
            Subject.serviceAccount(NAMESPACE, "sa-" + i)))
        .toList();
  }

  /** Returns the user of the last of so many bindings. */
  static User lastUser(int count) {
    return User.of("user-" + (count - 1));
  }
}
