package io.plimsoll.rbac.lint;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.schema.CustomResources;
import io.plimsoll.core.schema.ResourceCatalog;
import io.plimsoll.rbac.Aggregation;
import io.plimsoll.rbac.BootstrapPolicy;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.ClusterRoleBinding;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RoleBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What the checks look at, found out once.
 *
 * @param roles the roles of the manifests, but for those that the API server makes itself
 * @param bindings the bindings of the manifests, but for those that the API server makes itself
 * @param rbac the roles and bindings of the manifests and of the API server
 * @param aggregation their ClusterRoles
 * @param reach where roles are granted
 * @param own what the API server makes itself
 * @param accounts the service accounts
 * @param vocabulary the words that rules may have
 */
record Facts(
    List<WrittenRole> roles,
    List<WrittenBinding> bindings,
    Rbac rbac,
    Aggregation aggregation,
    Reach reach,
    OwnObjects own,
    Accounts accounts,
    Vocabulary vocabulary) {

  static Facts of(Cluster cluster, ResourceCatalog catalog) {
    OwnObjects own = OwnObjects.read();
    List<WrittenRole> roles = new ArrayList<>();
    roles.addAll(written(cluster, ClusterRole.KIND, own::has, WrittenRole::new));
    roles.addAll(written(cluster, Role.KIND, own::has, WrittenRole::new));
    List<WrittenBinding> bindings = new ArrayList<>();
    bindings.addAll(written(cluster, ClusterRoleBinding.KIND, own::has, WrittenBinding::new));
    bindings.addAll(written(cluster, RoleBinding.KIND, own::has, WrittenBinding::new));
    Cluster all = BootstrapPolicy.addTo(cluster);
    Aggregation aggregation = Aggregation.of(all.all(ClusterRole.KIND));
    Rbac rbac = Rbac.of(
        aggregation,
        all.all(Role.KIND),
        all.all(ClusterRoleBinding.KIND),
        all.all(RoleBinding.KIND));
    return new Facts(
        List.copyOf(roles),
        List.copyOf(bindings),
        rbac,
        aggregation,
        Reach.of(rbac, aggregation, own),
        own,
        Accounts.of(cluster),
        Vocabulary.of(catalog, CustomResources.of(cluster.objects()).resources()));
  }

  /** Returns the objects of a kind with their records, but for the API server's own; both are in the order they came. */
  private static <T extends ApiObject, W> List<W> written(
      Cluster cluster, Kind<T> kind, Predicate<T> own, BiFunction<KubeObject, T, W> make) {
    List<KubeObject> objects = cluster.objects(kind);
    List<T> records = cluster.all(kind);
    return IntStream.range(0, objects.size())
        .filter(i -> !own.test(records.get(i)))
        .mapToObj(i -> make.apply(objects.get(i), records.get(i)))
        .toList();
  }
}
