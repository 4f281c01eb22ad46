package io.plimsoll.rbac;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;
import java.util.List;

/**
 * A grant of a Role of its namespace, or of a ClusterRole, within its namespace. Mirrors {@code rbac.authorization.k8s.io/v1 RoleBinding}.
 *
 * @param metadata its name and namespace
 * @param subjects whom it is for
 * @param roleRef the role it grants
 */
public record RoleBinding(ObjectMeta metadata, List<Subject> subjects, RoleRef roleRef)
    implements Binding {

  /** The kind {@code rbac.authorization.k8s.io/v1 RoleBinding}. */
  public static final Kind<RoleBinding> KIND =
      new Kind<>(RbacApi.VERSION, RbacApi.ROLE_BINDING, RoleBinding::from);

  public RoleBinding {
    subjects = List.copyOf(subjects);
  }

  /** Returns a binding. */
  public static RoleBinding of(
      String namespace, String name, RoleRef roleRef, Subject... subjects) {
    return new RoleBinding(
        ObjectMeta.builder().namespace(namespace).name(name).build(), List.of(subjects), roleRef);
  }

  /** Reads the record from a tree. */
  public static RoleBinding from(Fields fields) {
    return new RoleBinding(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        fields.list("subjects", Subject::from),
        fields.object("roleRef", RoleRef::from, new RoleRef("", "", "")));
  }

  @Override
  public String scope() {
    return metadata.namespaceOrEmpty();
  }

  @Override
  public RoleBinding withDefaults() {
    return new RoleBinding(
        metadata, subjects.stream().map(Subject::withDefaults).toList(), roleRef.withDefaults());
  }

  @Override
  public RoleBinding withMetadata(ObjectMeta other) {
    return new RoleBinding(other, subjects, roleRef);
  }

  @Override
  public Kind<RoleBinding> objectKind() {
    return KIND;
  }
}
