package io.plimsoll.core.request;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.schema.ResourceCatalog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The paths of resources and of objects. Mirrors {@code URL} of {@code rest.Request} in {@code k8s.io/client-go}, and what it refuses.
 *
 * @param catalog the resources there are
 */
record ResourcePath(ResourceCatalog catalog) {

  /**
   * Returns the path of all objects of a resource in a namespace, or in all if it is empty.
   *
   * @throws IllegalArgumentException if there is no such resource, or the namespace cannot be part of a path
   */
  String ofCollection(String typed, String namespace) {
    return collection(resource(typed), namespace);
  }

  /** Returns the path of all objects of an object's kind in its namespace, or else in {@code default}. */
  String ofCollection(ObjectRef ref) {
    return collection(resourceOf(ref), namespaceOf(ref));
  }

  /** Returns the path of an object, in its namespace or else in {@code default}. */
  String ofObject(ObjectRef ref) {
    return ofCollection(ref) + "/" + checkedName(ref.name());
  }

  /**
   * Returns the path of an object, or of a part of it, which stands after a slash of the resource.
   *
   * @throws IllegalArgumentException if there is no such resource, the namespace is missing, or name or namespace cannot be part of a
   *     path
   */
  String ofObject(String typed, String namespace, String name) {
    int slash = typed.indexOf('/');
    ApiResource resource = resource(slash < 0 ? typed : typed.substring(0, slash));
    if (resource.namespaced() && namespace.isEmpty()) {
      throw new IllegalArgumentException(
          "an empty namespace may not be set when a resource name is provided");
    }
    String path = collection(resource, namespace) + "/" + checkedName(name);
    return slash < 0 ? path : path + typed.substring(slash);
  }

  private static String checkedName(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("resource name may not be empty");
    }
    List<String> errors = Names.pathSegmentErrors(name);
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(
          "invalid resource name " + GoText.quote(name) + ": [" + String.join(" ", errors) + "]");
    }
    return name;
  }

  private ApiResource resource(String typed) {
    List<ApiResource> found = catalog.find(typed);
    if (found.isEmpty()) {
      throw new IllegalArgumentException("no such resource: \"" + typed + "\"");
    }
    return found.get(0);
  }

  private ApiResource resourceOf(ObjectRef ref) {
    return catalog
        .byKind(ref.group(), ref.version(), ref.kind())
        .or(() -> guessed(ref))
        .orElseThrow(() -> new IllegalArgumentException(
            "no such kind: \"" + ref.apiVersion() + " " + ref.kind() + "\""));
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

  private static String namespaceOf(ObjectRef ref) {
    return ref.namespace().isEmpty() ? "default" : ref.namespace();
  }

  private static String collection(ApiResource resource, String namespace) {
    String start = resource.group().isEmpty()
        ? "/api/" + resource.version()
        : "/apis/" + resource.apiVersion();
    if (!resource.namespaced() || namespace.isEmpty()) {
      return start + "/" + resource.name();
    }
    List<String> errors = Names.pathSegmentErrors(namespace);
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(
          "invalid namespace " + GoText.quote(namespace) + ": [" + String.join(" ", errors) + "]");
    }
    return start + "/namespaces/" + namespace + "/" + resource.name();
  }
}
