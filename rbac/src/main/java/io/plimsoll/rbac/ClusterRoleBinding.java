package io.plimsoll.rbac;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;
import java.util.List;

/**
 * A grant of a ClusterRole everywhere. Mirrors {@code rbac.authorization.k8s.io/v1 ClusterRoleBinding}.
 *
 * @param metadata its name
 * @param subjects whom it is for
 * @param roleRef the role it grants
 */
public record ClusterRoleBinding(ObjectMeta metadata, List<Subject> subjects, RoleRef roleRef)
    implements Binding {

  /** The kind {@code rbac.authorization.k8s.io/v1 ClusterRoleBinding}. */
  public static final Kind<ClusterRoleBinding> KIND =
      new Kind<>(RbacApi.VERSION, RbacApi.CLUSTER_ROLE_BINDING, ClusterRoleBinding::from);

  public ClusterRoleBinding {
    subjects = List.copyOf(subjects);
  }

  /** Returns a binding. */
  public static ClusterRoleBinding of(String name, RoleRef roleRef, Subject... subjects) {
    return new ClusterRoleBinding(
        ObjectMeta.builder().name(name).build(), List.of(subjects), roleRef);
  }

  /** Reads the record from a tree. */
  public static ClusterRoleBinding from(Fields fields) {
    return new ClusterRoleBinding(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        fields.list("subjects", Subject::from),
        fields.object("roleRef", RoleRef::from, new RoleRef("", "", "")));
  }

  @Override
  public String scope() {
    return "";
  }

  @Override
  public ClusterRoleBinding withDefaults() {
    return new ClusterRoleBinding(
        metadata, subjects.stream().map(Subject::withDefaults).toList(), roleRef.withDefaults());
  }

  @Override
  public ClusterRoleBinding withMetadata(ObjectMeta other) {
    return new ClusterRoleBinding(other, subjects, roleRef);
  }

  @Override
  public Kind<ClusterRoleBinding> objectKind() {
    return KIND;
  }
}
