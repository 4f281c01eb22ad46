package io.plimsoll.core.request;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.schema.CustomResources;
import io.plimsoll.core.schema.ResourceCatalog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody who asks: makes the requests that {@code kubectl} would send for them. A resource is named as in {@link Request}.
 *
 * <p>An object is sent to the resource of its kind, into its namespace or else into {@code default}.
 *
 * <pre>{@code
 * ApiRequest create = Request.as("alice").create(pod);
 * ApiRequest read = Request.as("alice", "devs").get("secrets", "shop", "db");
 * }</pre>
 */
public final class Requester {

  private final User user;
  private final ResourceCatalog catalog;

  Requester(User user) {
    this(user, ResourceCatalog.kubernetes());
  }

  private Requester(User user, ResourceCatalog catalog) {
    this.user = user;
    this.catalog = catalog;
  }

  /**
   * Returns a requester that also knows the custom resources that are defined in a cluster. Without, the kind of an object whose
   * group is not one of Kubernetes' is taken for that of a resource with the usual plural, in namespaces if the object names one.
   */
  public Requester knowing(Cluster cluster) {
    return new Requester(
        user, catalog.with(CustomResources.of(cluster.objects()).resources()));
  }

  /** Returns the request to make an object. */
  public ApiRequest create(KubeObject object) {
    return send("POST", collection(resourceOf(object), namespaceOf(object)), object);
  }

  /** Returns the request to put an object in the place of the one of its name. */
  public ApiRequest update(KubeObject object) {
    return send("PUT", pathOf(object), object);
  }

  /** Returns the request to apply an object on the server's side, in the name of a field manager. */
  public ApiRequest apply(KubeObject object, String fieldManager) {
    return asUser("PATCH", pathOf(object))
        .withParameter("fieldManager", fieldManager)
        .withBody("application/apply-patch+yaml", object.tree().toString());
  }

  /** Returns the request to change an object by a JSON patch. */
  public ApiRequest patch(String resource, String namespace, String name, Patch patch) {
    return asUser("PATCH", path(resource, namespace, name))
        .withBody("application/json-patch+json", patch.toJson());
  }

  /** Returns the request to change an object by a patch of another content type. */
  public ApiRequest patch(
      String resource, String namespace, String name, String contentType, String patch) {
    return asUser("PATCH", path(resource, namespace, name)).withBody(contentType, patch);
  }

  /** Returns the request to delete an object. */
  public ApiRequest delete(KubeObject object) {
    return asUser("DELETE", pathOf(object));
  }

  /** Returns the request to delete an object; the namespace of a cluster-scoped one does not count. */
  public ApiRequest delete(String resource, String namespace, String name) {
    return asUser("DELETE", path(resource, namespace, name));
  }

  /** Returns the request to read an object; the namespace of a cluster-scoped one does not count. */
  public ApiRequest get(String resource, String namespace, String name) {
    return asUser("GET", path(resource, namespace, name));
  }

  /** Returns the request to read all objects of a resource in a namespace, or in all if it is empty. */
  public ApiRequest list(String resource, String namespace) {
    return asUser("GET", collection(resource(resource), namespace));
  }

  /** Returns the request for a path that is no resource. */
  public ApiRequest get(String path) {
    return asUser("GET", path);
  }

  private ApiRequest send(String method, String path, KubeObject object) {
    return asUser(method, path).withBody("application/json", object.tree().toString());
  }

  private ApiRequest asUser(String method, String path) {
    return ApiRequest.of(method, path).as(user);
  }

  private String pathOf(KubeObject object) {
    ApiResource resource = resourceOf(object);
    return collection(resource, namespaceOf(object)) + "/" + object.ref().name();
  }

  private String path(String typed, String namespace, String name) {
    int slash = typed.indexOf('/');
    ApiResource resource = resource(slash < 0 ? typed : typed.substring(0, slash));
    String path = collection(resource, namespace) + "/" + name;
    return slash < 0 ? path : path + typed.substring(slash);
  }

  private ApiResource resource(String typed) {
    List<ApiResource> found = catalog.find(typed);
    if (found.isEmpty()) {
      throw new IllegalArgumentException("no such resource: \"" + typed + "\"");
    }
    return found.get(0);
  }

  private ApiResource resourceOf(KubeObject object) {
    ObjectRef ref = object.ref();
    return catalog
        .byKind(ref.group(), ref.version(), ref.kind())
        .or(() -> guessed(ref))
        .orElseThrow(() -> new IllegalArgumentException(
            "no such kind: \"" + object.ref().apiVersion() + " " + object.ref().kind() + "\""));
  }

  /** Returns the resource that a kind of a group that is not known is of, most likely. Mirrors {@code meta.UnsafeGuessKindToResource}. */
  private Optional<ApiResource> guessed(ObjectRef ref) {
    if (catalog.hasGroup(ref.group()) || ref.kind().isEmpty()) {
      return Optional.empty();
    }
    String singular = ref.kind().toLowerCase(Locale.ROOT);
    return Optional.of(new ApiResource(
        ref.group(),
        ref.version(),
        plural(singular),
        singular,
        ref.kind(),
        List.of(),
        !ref.namespace().isEmpty(),
        List.of(),
        List.of()));
  }

  private static String plural(String singular) {
    if (singular.endsWith("endpoints")) {
      return singular;
    }
    if (singular.endsWith("s")) {
      return singular + "es";
    }
    return singular.endsWith("y")
        ? singular.substring(0, singular.length() - 1) + "ies"
        : singular + "s";
  }

  private static String namespaceOf(KubeObject object) {
    String namespace = object.ref().namespace();
    return namespace.isEmpty() ? "default" : namespace;
  }

  private static String collection(ApiResource resource, String namespace) {
    String start = resource.group().isEmpty()
        ? "/api/" + resource.version()
        : "/apis/" + resource.apiVersion();
    return resource.namespaced() && !namespace.isEmpty()
        ? start + "/namespaces/" + namespace + "/" + resource.name()
        : start + "/" + resource.name();
  }
}
