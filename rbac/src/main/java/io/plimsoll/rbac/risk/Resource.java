package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.rbac.Role;

/**
 * What a request is about, without verb, place and name.
 *
 * @param group the API group
 * @param name the plural name
 * @param subresource the subresource, or empty
 */
record Resource(String group, String name, String subresource) {

  /** The group of roles and bindings. */
  static final String RBAC = Role.KIND.group();

  static Resource core(String name) {
    return of("", name);
  }

  static Resource of(String group, String name) {
    return new Resource(group, name, "");
  }

  Resource sub(String other) {
    return new Resource(group, name, other);
  }

  /** Returns a request about the object of a name, which may be empty. */
  Attributes request(String verb, String namespace, String object) {
    return new Attributes(verb, group, "*", name, subresource, namespace, object, "", true);
  }
}
