package io.plimsoll.rbac.lint;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.KubeObject;
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
import java.util.function.BiConsumer;

/**
 * What the checks look at, found out once.
 *
 * @param roles the roles of the manifests, but for those that the API server makes itself
 * @param bindings the bindings of the manifests, but for those that the API server makes itself
 * @param rbac the roles and bindings of the manifests and of the API server
 * @param aggregation their ClusterRoles
 * @param reach where roles are granted
 * @param accounts the service accounts
 * @param vocabulary the words that rules may have
 */
record Facts(
    List<WrittenRole> roles,
    List<WrittenBinding> bindings,
    Rbac rbac,
    Aggregation aggregation,
    Reach reach,
    Accounts accounts,
    Vocabulary vocabulary) {

  static Facts of(Cluster cluster, ResourceCatalog catalog) {
    OwnObjects own = OwnObjects.read();
    List<WrittenRole> roles = new ArrayList<>();
    each(cluster, ClusterRole.KIND, (object, role) -> {
      if (!own.has(role)) {
        roles.add(new WrittenRole(object, role));
      }
    });
    each(cluster, Role.KIND, (object, role) -> {
      if (!own.has(role)) {
        roles.add(new WrittenRole(object, role));
      }
    });
    List<WrittenBinding> bindings = new ArrayList<>();
    each(cluster, ClusterRoleBinding.KIND, (object, binding) -> {
      if (!own.has(binding)) {
        bindings.add(new WrittenBinding(object, binding));
      }
    });
    each(cluster, RoleBinding.KIND, (object, binding) -> {
      if (!own.has(binding)) {
        bindings.add(new WrittenBinding(object, binding));
      }
    });
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
        Accounts.of(cluster, own),
        Vocabulary.of(catalog, CustomResources.of(cluster)));
  }

  /** Calls with each object of a kind and its record: both lists are in the order in which the objects came. */
  private static <T extends ApiObject> void each(
      Cluster cluster, Kind<T> kind, BiConsumer<KubeObject, T> action) {
    List<KubeObject> objects = cluster.objects(kind);
    List<T> records = cluster.all(kind);
    for (int i = 0; i < objects.size(); i++) {
      action.accept(objects.get(i), records.get(i));
    }
  }
}
