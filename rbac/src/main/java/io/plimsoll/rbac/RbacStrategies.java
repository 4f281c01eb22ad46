package io.plimsoll.rbac;

import io.plimsoll.core.validation.Strategy;
import java.util.List;

/** What an API server does with roles and bindings before it stores them. */
public final class RbacStrategies {

  private RbacStrategies() {}

  /** Returns the strategies of Role, ClusterRole, RoleBinding and ClusterRoleBinding. */
  public static List<Strategy> all() {
    return RbacStrategy.all();
  }
}
