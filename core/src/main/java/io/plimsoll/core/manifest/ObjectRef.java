package io.plimsoll.core.manifest;

/**
 * A name for one object: its API version, kind, namespace and name, or what its name will start with.
 *
 * <p>The namespace is empty for a cluster-scoped object, and any part is empty where the object does not say it.
 *
 * @param apiVersion {@code v1}, {@code apps/v1}, …
 * @param kind {@code Pod}, {@code Deployment}, …
 * @param namespace the namespace, or empty
 * @param name the name, or empty
 * @param generateName what the API server would make a name from, if the object has none yet; or empty
 */
public record ObjectRef(
    String apiVersion, String kind, String namespace, String name, String generateName)
    implements Comparable<ObjectRef> {

  /** Makes a reference; what a name is made from is of interest only while there is none. */
  public ObjectRef {
    generateName = name.isEmpty() ? generateName : "";
  }

  /** Makes a reference to an object that has a name, or nothing that one could be made from. */
  public ObjectRef(String apiVersion, String kind, String namespace, String name) {
    this(apiVersion, kind, namespace, name, "");
  }

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

  /** Orders by namespace, kind, name or what it is made from, then API version. */
  @Override
  public int compareTo(ObjectRef other) {
    // By hand: to set up a chain of comparators takes long in a fresh JVM, and everything has a
    // name.
    int order = namespace.compareTo(other.namespace);
    order = order != 0 ? order : kind.compareTo(other.kind);
    order = order != 0 ? order : name.compareTo(other.name);
    order = order != 0 ? order : generateName.compareTo(other.generateName);
    return order != 0 ? order : apiVersion.compareTo(other.apiVersion);
  }

  /** Returns the name or, while there is none, what it will start with and a star; empty if there is neither. */
  public String displayName() {
    return generateName.isEmpty() ? name : generateName + "*";
  }

  /**
   * Returns kind, namespace and name as people write them: {@code Deployment shop/web}, {@code Namespace shop}, {@code Job
   * shop/load-*} for a name that is still to be made, {@code Job in shop} without any.
   */
  @Override
  public String toString() {
    String known = displayName();
    if (known.isEmpty()) {
      return kind + (namespace.isEmpty() ? "" : " in " + namespace);
    }
    return kind + " " + (namespace.isEmpty() ? known : namespace + "/" + known);
  }
}
