package io.plimsoll.rbac.kubectl;

import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.schema.ResourceCatalog;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A resource as it was typed, and what {@code kubectl} takes it for. Mirrors {@code CanIOptions.resourceFor} of {@code
 * kubectl/pkg/cmd/auth/cani.go}.
 *
 * @param typed what was typed
 * @param found the resource; empty for {@code *} and for what the server does not have, which is taken as it stands
 */
record TypedResource(String typed, Optional<ApiResource> found) {

  /** Resources that no server lists, and that impersonation is about. */
  private static final Set<String> UNLISTED = Set.of("users", "groups");

  static TypedResource of(String typed, ResourceCatalog catalog) {
    return typed.equals("*")
        ? new TypedResource(typed, Optional.empty())
        : new TypedResource(typed, catalog.find(lower(typed)).stream().findFirst());
  }

  private static String lower(String typed) {
    return typed.toLowerCase(Locale.ROOT);
  }

  boolean isEmpty() {
    return typed.isEmpty();
  }

  String group() {
    return found.map(ApiResource::group).orElse("");
  }

  String name() {
    return found.map(ApiResource::name).orElse(typed);
  }

  /** Returns what is said of a resource that the server does not have. */
  Optional<String> warning() {
    if (isKnown()) {
      return Optional.empty();
    }
    String lower = lower(typed);
    int point = lower.indexOf('.');
    String resource = point < 0 ? lower : lower.substring(0, point);
    String group = point < 0 ? "" : lower.substring(point + 1);
    return Optional.of("the server doesn't have a resource type '" + resource + "'"
        + (group.isEmpty() ? "" : " in group '" + group + "'"));
  }

  /** Returns the resource that is spelled most alike, with its group. */
  Optional<String> suggestion(ResourceCatalog catalog) {
    if (isKnown()) {
      return Optional.empty();
    }
    int point = typed.indexOf('.');
    String resource = point < 0 ? typed : typed.substring(0, point);
    for (String group : catalog.groups()) {
      Optional<String> like = catalog.nearestResource(group, resource);
      if (like.isPresent()) {
        return like.map(name -> group.isEmpty() ? name : name + "." + group);
      }
    }
    return Optional.empty();
  }

  private boolean isKnown() {
    return found.isPresent() || typed.equals("*") || UNLISTED.contains(lower(typed));
  }
}
