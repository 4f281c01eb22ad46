package io.plimsoll.rbac;

/** Names of the API {@code rbac.authorization.k8s.io/v1}. */
final class RbacApi {

  static final String GROUP = "rbac.authorization.k8s.io";
  static final String VERSION = GROUP + "/v1";

  static final String ROLE = "Role";
  static final String CLUSTER_ROLE = "ClusterRole";
  static final String ROLE_BINDING = "RoleBinding";
  static final String CLUSTER_ROLE_BINDING = "ClusterRoleBinding";

  /** Matches every verb, group, resource or URL. */
  static final String ALL = "*";

  private RbacApi() {}
}
