package io.plimsoll.core.schema;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What a person typed for a resource, looked up as {@code kubectl} does. */
final class ResourceName {

  private final List<ApiResource> resources;

  ResourceName(List<ApiResource> resources) {
    this.resources = resources;
  }

  /** Mirrors {@code resource.Builder.mappingFor}: with a version first, then with a group, then as it stands. */
  List<ApiResource> find(String typed) {
    int first = typed.indexOf('.');
    if (first < 0) {
      return find(typed, any -> true);
    }
    String name = typed.substring(0, first);
    int second = typed.indexOf('.', first + 1);
    if (second >= 0) {
      String version = typed.substring(first + 1, second);
      String group = typed.substring(second + 1);
      List<ApiResource> found = find(
          name,
          r -> r.version().equals(version) && (group.isEmpty() || r.group().equals(group)));
      if (!found.isEmpty()) {
        return found;
      }
    }
    String group = typed.substring(first + 1);
    List<ApiResource> exact = find(name, r -> r.group().equals(group));
    return exact.isEmpty() ? find(name, r -> r.group().startsWith(group)) : exact;
  }

  /** A full name wins over a short one that is spelled alike. */
  private List<ApiResource> find(String name, Predicate<ApiResource> where) {
    String lower = name.toLowerCase(Locale.ROOT);
    List<ApiResource> full = resources.stream()
        .filter(where)
        .filter(r -> r.name().equals(lower) || r.singular().equals(lower))
        .toList();
    return full.isEmpty() ? byShortName(name, where) : full;
  }

  /** A short name means the resource that has it first, in all its versions, and no other. */
  private List<ApiResource> byShortName(String name, Predicate<ApiResource> where) {
    List<ApiResource> all = resources.stream()
        .filter(where)
        .filter(r -> r.shortNames().contains(name))
        .toList();
    return all.stream()
        .filter(r ->
            r.name().equals(all.get(0).name()) && r.group().equals(all.get(0).group()))
        .toList();
  }
}
