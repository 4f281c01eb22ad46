package io.plimsoll.core.secrets;

import io.plimsoll.core.model.Names;
import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.schema.ResourceCatalog;
import java.util.Optional;

/**
 * A resource and its group, either of which may be a star. Mirrors {@code ParseGroupResource} of {@code
 * k8s.io/apimachinery/pkg/runtime/schema}.
 */
record GroupResource(String group, String resource) {

  static final String ANY = "*";
  static final GroupResource ANYTHING = new GroupResource(ANY, ANY);

  static GroupResource parse(String text) {
    int dot = text.indexOf('.');
    return dot < 0
        ? new GroupResource("", text)
        : new GroupResource(text.substring(dot + 1), text.substring(0, dot));
  }

  /**
   * Returns the resource that a person means: by its plural, its singular, a short name or its kind, with the group or without, as
   * {@code kubectl} finds it.
   *
   * @throws IllegalArgumentException if there is none
   */
  static GroupResource named(String typed) {
    ResourceCatalog catalog = ResourceCatalog.kubernetes();
    Optional<ApiResource> known = catalog.find(typed).stream().findFirst();
    if (known.isPresent()) {
      return new GroupResource(known.get().group(), known.get().name());
    }
    GroupResource custom = parse(typed);
    if (catalog.hasGroup(custom.group()) || !custom.isDefinable()) {
      throw new IllegalArgumentException("no resource that is stored: \"" + typed + "\"");
    }
    return custom;
  }

  /** Returns whether a definition may have the names: the group of custom resources is a domain. */
  private boolean isDefinable() {
    return group.indexOf('.') > 0
        && Names.dnsSubdomainErrors(group).isEmpty()
        && Names.dnsLabelErrors(resource).isEmpty();
  }

  boolean isWildcard() {
    return resource.equals(ANY);
  }

  /** Returns the wildcard for all of the group. */
  GroupResource anyOfGroup() {
    return new GroupResource(group, ANY);
  }

  /** Returns whether a wildcard, or the resource itself, stands for another. */
  boolean covers(GroupResource other) {
    return equals(other) || equals(other.anyOfGroup()) || equals(ANYTHING);
  }

  /** Returns it as a configuration writes it: {@code grYAMLString}. */
  @Override
  public String toString() {
    if (group.isEmpty()) {
      return isWildcard() ? "*." : resource;
    }
    return resource + "." + group;
  }
}
