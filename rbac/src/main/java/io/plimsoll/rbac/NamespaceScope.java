package io.plimsoll.rbac;

import io.plimsoll.core.manifest.ObjectRef;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bindings of a namespace, looked up when somebody first asks about it: a write elsewhere does not pay for them. */
final class NamespaceScope {

  private final RoleLookup roles;
  private final List<RoleBinding> bindings;
  private volatile @Nullable Scope scope;

  NamespaceScope(RoleLookup roles, List<RoleBinding> bindings) {
    this.roles = roles;
    this.bindings = bindings;
  }

  Scope get() {
    Scope made = scope;
    if (made == null) {
      made =
          new Scope(bindings.stream().map(binding -> Bound.of(binding, roles)).toList());
      scope = made;
    }
    return made;
  }

  /** Returns this without the bindings of these names. */
  NamespaceScope without(Set<ObjectRef> gone) {
    return new NamespaceScope(
        roles, bindings.stream().filter(one -> !gone.contains(one.ref())).toList());
  }
}
