package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.schema.ApiResource;

/**
 * What a request about a resource is about. Mirrors {@code handlers.RequestScope}.
 *
 * @param resource the resource
 * @param subresource the subresource, or empty
 * @param namespace the namespace, or empty; for a namespace itself its own name
 * @param name the name, or empty
 */
record Scope(ApiResource resource, String subresource, String namespace, String name) {

  static Scope of(ApiResource resource, Attributes attributes) {
    return new Scope(resource, attributes.subresource(), attributes.namespace(), attributes.name());
  }

  Scope named(String other) {
    return new Scope(resource, subresource, isNamespaces() ? other : namespace, other);
  }

  boolean isNamespaces() {
    return is("", "namespaces");
  }

  boolean is(String group, String plural) {
    return resource.name().equals(plural) && resource.group().equals(group);
  }

  /** Returns the namespace that the object is in; a namespace itself is in none. */
  String objectNamespace() {
    return resource.namespaced() ? namespace : "";
  }

  ObjectRef ref() {
    return ref(name);
  }

  ObjectRef ref(String ofName) {
    return new ObjectRef(resource.apiVersion(), resource.kind(), objectNamespace(), ofName);
  }

  Status notFound() {
    return Status.notFound(resource.group(), resource.name(), name);
  }

  Status conflict(String why) {
    return Status.conflict(resource.group(), resource.name(), name, why);
  }
}
