package io.plimsoll.core.schema;

import java.util.List;
import java.util.Optional;

/**
 * A resource that an API server serves. Mirrors {@code APIResource} of {@code k8s.io/apimachinery/pkg/apis/meta/v1}.
 *
 * @param group the API group, empty for the core group
 * @param version the version, such as {@code v1}
 * @param name the plural that paths and RBAC rules use, such as {@code pods}
 * @param singular the singular, such as {@code pod}
 * @param kind the kind of its objects, such as {@code Pod}
 * @param shortNames what people may type instead, such as {@code po}
 * @param namespaced whether its objects are in namespaces
 * @param verbs what can be done with it, ordered by name
 * @param subresources its subresources, ordered by name
 */
public record ApiResource(
    String group,
    String version,
    String name,
    String singular,
    String kind,
    List<String> shortNames,
    boolean namespaced,
    List<String> verbs,
    List<Subresource> subresources) {

  public ApiResource {
    shortNames = List.copyOf(shortNames);
    verbs = List.copyOf(verbs);
    subresources = List.copyOf(subresources);
  }

  /**
   * A part of a resource that has its own path and permissions.
   *
   * @param name the name, such as {@code log}
   * @param verbs what can be done with it, ordered by name
   */
  public record Subresource(String name, List<String> verbs) {
    public Subresource {
      verbs = List.copyOf(verbs);
    }
  }

  /** Returns the API version as objects write it: {@code v1}, {@code apps/v1}. */
  public String apiVersion() {
    return group.isEmpty() ? version : group.concat("/").concat(version);
  }

  /** Returns a subresource by its name. */
  public Optional<Subresource> subresource(String subresource) {
    return subresources.stream().filter(s -> s.name().equals(subresource)).findFirst();
  }
}
