package io.plimsoll.rbac;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.request.User;
import java.util.List;
import java.util.OptionalInt;

/** A grant of a role to subjects: a {@link RoleBinding} or a {@link ClusterRoleBinding}. */
public sealed interface Binding extends ApiObject permits RoleBinding, ClusterRoleBinding {

  /** Returns whom the binding is for, in order. */
  List<Subject> subjects();

  /** Returns the role it grants. */
  RoleRef roleRef();

  /** Returns the namespace of a RoleBinding, empty for a ClusterRoleBinding whatever its metadata say. */
  String scope();

  /** Returns this binding as the API server stores it. Mirrors {@code pkg/apis/rbac/v1/defaults.go}. */
  Binding withDefaults();

  /** Returns this binding with other metadata. */
  Binding withMetadata(ObjectMeta metadata);

  /** Returns the index of the first subject that is this user or contains the user; empty if the binding is not for the user. */
  default OptionalInt subjectFor(User user) {
    List<Subject> subjects = subjects();
    for (int i = 0; i < subjects.size(); i++) {
      if (subjects.get(i).isOrContains(user, scope())) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
