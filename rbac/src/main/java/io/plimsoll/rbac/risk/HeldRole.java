package io.plimsoll.rbac.risk;

import io.plimsoll.core.manifest.ObjectRef;
import java.util.Optional;

/**
 * Holding the rules of a role that was granted or changed on the way.
 *
 * @param role the role; empty for one with any rules
 * @param namespace where the rules count, empty for everywhere
 */
public record HeldRole(Optional<ObjectRef> role, String namespace) implements Power {

  @Override
  public String phrase() {
    return "holds " + this;
  }

  /** Returns role and namespace: {@code ClusterRole edit in shop}, {@code every rule in shop}. */
  @Override
  public String toString() {
    String what = role.map(ref -> ref.kind() + " " + ref.name()).orElse("every rule");
    return what + (namespace.isEmpty() ? "" : " in " + namespace);
  }
}
