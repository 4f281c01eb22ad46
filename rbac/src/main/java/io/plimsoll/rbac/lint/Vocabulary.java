package io.plimsoll.rbac.lint;

import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.schema.ApiResource.Subresource;
import io.plimsoll.core.schema.ResourceCatalog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The API groups and resources that rules can be about: those of a catalogue, those of custom resource definitions, and those
 * that are asked about without being served, such as {@code signers}.
 *
 * <p>Of the groups of the catalogue all resources are known; of all others some at most, since other definitions may add to them.
 */
final class Vocabulary {

  /** The subresource that whoever sets an owner that blocks deletion must be allowed to update, of any resource. */
  private static final String FINALIZERS = "/finalizers";

  private static final String USER_EXTRAS = "userextras";

  private final Map<String, Map<String, Known>> groups = new LinkedHashMap<>();
  private final Set<String> complete = new HashSet<>();
  private final ResourceCatalog catalog;

  private Vocabulary(ResourceCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * A resource or subresource.
   *
   * @param namespaced whether its objects are in namespaces
   * @param verbs what can be done with it
   */
  record Known(boolean namespaced, Set<String> verbs) {

    Known with(boolean inNamespaces, Collection<String> more) {
      Set<String> all = new TreeSet<>(verbs);
      all.addAll(more);
      return new Known(inNamespaces, all);
    }
  }

  /** A resource, or {@code resource/subresource}, of a group. */
  record GroupResource(String group, String resource) {}

  static Vocabulary of(ResourceCatalog catalog, List<ApiResource> custom) {
    Vocabulary vocabulary = new Vocabulary(catalog.with(custom));
    vocabulary.complete.addAll(catalog.groups());
    vocabulary.catalog.resources().forEach(vocabulary::add);
    UnservedResource.all()
        .forEach(unserved -> vocabulary.add(
            unserved.group(), unserved.resource(), unserved.namespaced(), unserved.verbs()));
    return vocabulary;
  }

  private void add(ApiResource resource) {
    add(resource.group(), resource.name(), resource.namespaced(), resource.verbs());
    for (Subresource sub : resource.subresources()) {
      String name = resource.name() + "/" + sub.name();
      add(resource.group(), name, resource.namespaced(), sub.verbs());
    }
  }

  private void add(String group, String name, boolean namespaced, List<String> verbs) {
    Map<String, Known> resources = groups.computeIfAbsent(group, g -> new HashMap<>());
    Known known = resources.getOrDefault(name, new Known(namespaced, Set.of()));
    resources.put(name, known.with(namespaced, verbs));
  }

  /** Returns whether all resources of a group are known. */
  boolean isComplete(String group) {
    return complete.contains(group);
  }

  /** Returns whether anything of a group is known. */
  boolean has(String group) {
    return groups.containsKey(group);
  }

  /** Returns a resource, or {@code resource/subresource}, of a group. */
  Optional<Known> find(String group, String resource) {
    Map<String, Known> resources = groups.getOrDefault(group, Map.of());
    Known known = resources.get(resource);
    if (known != null) {
      return Optional.of(known);
    }
    int slash = resource.indexOf('/');
    String owner = slash < 0 ? "" : resource.substring(0, slash);
    boolean derived = resource.endsWith(FINALIZERS)
        ? slash == resource.length() - FINALIZERS.length()
        : owner.equals(USER_EXTRAS);
    return derived ? Optional.ofNullable(resources.get(owner)) : Optional.empty();
  }

  /** Returns whether a resource of a group has a subresource. */
  boolean hasSubresource(String group, String subresource) {
    String end = "/" + subresource;
    return end.equals(FINALIZERS)
        || groups.getOrDefault(group, Map.of()).keySet().stream()
            .anyMatch(name -> name.endsWith(end));
  }

  /** Returns the first resource, in the order of discovery, that {@code kubectl} takes a name for. */
  Optional<GroupResource> elsewhere(String typed) {
    int slash = typed.indexOf('/');
    String owner = slash < 0 ? typed : typed.substring(0, slash);
    String rest = slash < 0 ? "" : typed.substring(slash);
    return catalog.find(owner).stream()
        .map(resource -> new GroupResource(resource.group(), resource.name() + rest))
        .filter(resource -> find(resource.group(), resource.resource()).isPresent())
        .findFirst();
  }

  /** Returns the resources of some groups, by name, and with a slash their subresources. */
  Set<String> names(List<String> some) {
    Set<String> names = new TreeSet<>();
    some.forEach(group -> names.addAll(groups.getOrDefault(group, Map.of()).keySet()));
    return names;
  }

  /** Returns the plurals that {@code kubectl} takes a kind, singular or short name for, of some groups. */
  List<String> plurals(List<String> some, String typed) {
    List<String> plurals = new ArrayList<>();
    for (ApiResource resource : catalog.find(typed)) {
      if (some.contains(resource.group())) {
        plurals.add(resource.name());
      }
    }
    return plurals;
  }

  /** Returns the groups of which all resources are known, in the order of discovery. */
  List<String> completeGroups() {
    return groups.keySet().stream().filter(complete::contains).toList();
  }
}
