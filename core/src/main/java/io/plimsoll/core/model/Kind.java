package io.plimsoll.core.model;

import io.plimsoll.core.manifest.ObjectRef;
import java.util.function.Function;

/**
 * A kind of object and how its record is read from a tree.
 *
 * @param apiVersion the version of the API that the record mirrors, such as {@code apps/v1}
 * @param kind the kind, such as {@code Deployment}
 * @param decoder makes the record; fields that are absent, null or of a wrong type are absent in it
 * @param <T> the record
 */
public record Kind<T extends ApiObject>(
    String apiVersion, String kind, Function<Fields, T> decoder) {

  /** Returns the API group, empty for the core group. */
  public String group() {
    return ObjectRef.groupOf(apiVersion);
  }

  /** Returns the name of an object of this kind; the namespace is empty for a cluster-scoped kind. */
  public ObjectRef ref(String namespace, String name) {
    return new ObjectRef(apiVersion, kind, namespace, name);
  }

  /** Returns {@code apps/v1 Deployment}. */
  @Override
  public String toString() {
    return apiVersion + " " + kind;
  }
}
