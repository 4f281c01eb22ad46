package io.plimsoll.rbac;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.KubeObject;
import java.util.List;

/** Objects of any kind, sorted out. */
final class TypedObjects {

  private TypedObjects() {}

  static <T extends ApiObject> List<T> of(Kind<T> kind, List<KubeObject> objects) {
    return objects.stream()
        .filter(object -> object.is(kind))
        .map(o -> o.as(kind))
        .toList();
  }

  /** Returns what the objects allow, aggregated. */
  static Rbac rbac(List<KubeObject> objects) {
    return Rbac.of(
        Aggregation.of(of(ClusterRole.KIND, objects)),
        of(Role.KIND, objects),
        of(ClusterRoleBinding.KIND, objects),
        of(RoleBinding.KIND, objects));
  }
}
