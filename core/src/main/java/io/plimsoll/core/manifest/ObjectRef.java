package io.plimsoll.core.manifest;

/**
 * A name for one object: its API version, kind, namespace and name.
 *
 * <p>The namespace is empty for a cluster-scoped object, and any part is empty where the object does not say it.
 *
 * @param apiVersion {@code v1}, {@code apps/v1}, …
 * @param kind {@code Pod}, {@code Deployment}, …
 * @param namespace the namespace, or empty
 * @param name the name, or empty
 */
public record ObjectRef(String apiVersion, String kind, String namespace, String name)
    implements Comparable<ObjectRef> {

  /** Returns the API group: the part of the API version before the slash, empty for the core group. */
  public String group() {
    return groupOf(apiVersion);
  }

  /** Returns the group of an API version, empty for the core group. */
  public static String groupOf(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /** Returns the version: the part of the API version after the slash, or all of it. */
  public String version() {
    return apiVersion.substring(apiVersion.indexOf('/') + 1);
  }

  /** Returns whether both name the same object: the version of the API does not matter. */
  public boolean sameObject(ObjectRef other) {
    return kind.equals(other.kind)
        && name.equals(other.name)
        && namespace.equals(other.namespace)
        && group().equals(other.group());
  }

  /** Orders by namespace, kind, name, then API version. */
  @Override
  public int compareTo(ObjectRef other) {
    int order = namespace.compareTo(other.namespace);
    order = order != 0 ? order : kind.compareTo(other.kind);
    order = order != 0 ? order : name.compareTo(other.name);
    return order != 0 ? order : apiVersion.compareTo(other.apiVersion);
  }

  /** Returns kind, namespace and name as people write them: {@code Deployment shop/web}, {@code Namespace shop}, {@code Job in shop} without a name. */
  @Override
  public String toString() {
    if (name.isEmpty()) {
      return kind + (namespace.isEmpty() ? "" : " in " + namespace);
    }
    return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
  }
}
