package io.plimsoll.rbac;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;
import java.util.List;

/**
 * Rules that bindings of the same namespace can refer to. Mirrors {@code rbac.authorization.k8s.io/v1 Role}.
 *
 * @param metadata its name and namespace
 * @param rules what it allows
 */
public record Role(ObjectMeta metadata, List<PolicyRule> rules) implements RuleSet {

  /** The kind {@code rbac.authorization.k8s.io/v1 Role}. */
  public static final Kind<Role> KIND = new Kind<>(RbacApi.VERSION, RbacApi.ROLE, Role::from);

  public Role {
    rules = List.copyOf(rules);
  }

  /** Returns a role. */
  public static Role of(String namespace, String name, PolicyRule... rules) {
    return new Role(ObjectMeta.builder().namespace(namespace).name(name).build(), List.of(rules));
  }

  /** Reads the record from a tree. */
  public static Role from(Fields fields) {
    return new Role(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        fields.list("rules", PolicyRule::from));
  }

  @Override
  public Role withMetadata(ObjectMeta other) {
    return new Role(other, rules);
  }

  @Override
  public Kind<Role> objectKind() {
    return KIND;
  }
}
