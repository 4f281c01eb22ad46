package io.plimsoll.rbac;

import io.plimsoll.core.model.Fields;

/**
 * The role a binding grants. Mirrors {@code rbac.authorization.k8s.io/v1 RoleRef}; a field that is absent is the empty text.
 *
 * @param apiGroup the group of the kind; nothing depends on it when access is decided
 * @param kind {@code Role} or {@code ClusterRole}
 * @param name the name of the role
 */
public record RoleRef(String apiGroup, String kind, String name) {

  /** Returns a reference to a Role in the namespace of the binding. */
  public static RoleRef role(String name) {
    return new RoleRef(RbacApi.GROUP, RbacApi.ROLE, name);
  }

  /** Returns a reference to a ClusterRole. */
  public static RoleRef clusterRole(String name) {
    return new RoleRef(RbacApi.GROUP, RbacApi.CLUSTER_ROLE, name);
  }

  /** Reads the record from a tree. */
  public static RoleRef from(Fields fields) {
    return new RoleRef(fields.text("apiGroup"), fields.text("kind"), fields.text("name"));
  }

  /** Returns this reference as the API server stores it: the group is filled in. */
  public RoleRef withDefaults() {
    return apiGroup.isEmpty() ? new RoleRef(RbacApi.GROUP, kind, name) : this;
  }

  /** Returns {@code ClusterRole view}. */
  @Override
  public String toString() {
    return kind + " " + name;
  }
}
