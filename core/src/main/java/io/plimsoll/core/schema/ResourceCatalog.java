package io.plimsoll.core.schema;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.schema.ApiResource.Subresource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The resources that an API server serves, in the order of discovery: groups by their priority, the preferred version of a
 * group first.
 */
public final class ResourceCatalog {

  private final List<ApiResource> resources;
  private final Set<String> groups;

  /** By plural and by kind: what shares one is of different groups or versions, and few. */
  private final Map<String, List<ApiResource>> byName;

  private final Map<String, List<ApiResource>> byKind;

  private ResourceCatalog(List<ApiResource> resources) {
    this.resources = resources;
    this.groups = new LinkedHashSet<>();
    this.byName = new HashMap<>();
    this.byKind = new HashMap<>();
    for (ApiResource resource : resources) {
      groups.add(resource.group());
      byName.computeIfAbsent(resource.name(), name -> new ArrayList<>(2)).add(resource);
      byKind.computeIfAbsent(resource.kind(), kind -> new ArrayList<>(2)).add(resource);
    }
  }

  /** Returns the first resource of a kind in whatever version, or {@code null} if there is none. */
  private @Nullable ApiResource ofKind(String group, String kind) {
    for (ApiResource resource : byKind.getOrDefault(kind, List.of())) {
      if (resource.group().equals(group)) {
        return resource;
      }
    }
    return null;
  }

  /** Makes the catalogue when it is first asked for. */
  private static final class Carried {
    static final ResourceCatalog CATALOG =
        new ResourceCatalog(resources(Tables.read("resources.tsv")));
  }

  /** Returns what Kubernetes serves, and the cluster-wide network policies. */
  public static ResourceCatalog kubernetes() {
    return Carried.CATALOG;
  }

  /** Returns a catalogue of these resources, in this order. */
  public static ResourceCatalog of(Collection<ApiResource> resources) {
    return new ResourceCatalog(List.copyOf(resources));
  }

  /** Returns this catalogue with more resources after its own, such as those of custom resource definitions. */
  public ResourceCatalog with(Collection<ApiResource> more) {
    List<ApiResource> all = new ArrayList<>(resources);
    all.addAll(more);
    return of(all);
  }

  /** Returns all resources in order. */
  public List<ApiResource> resources() {
    return resources;
  }

  /** Returns the groups in order; the core group is empty. */
  public List<String> groups() {
    return List.copyOf(groups);
  }

  /** Returns whether a resource is in the group. */
  public boolean hasGroup(String group) {
    return groups.contains(group);
  }

  /** Returns the versions of a group, the preferred one first; empty if there is no such group. */
  public List<String> versions(String group) {
    return resources.stream()
        .filter(r -> r.group().equals(group))
        .map(ApiResource::version)
        .distinct()
        .toList();
  }

  /** Returns the verbs that a resource or subresource takes, ordered by name. */
  public List<String> verbs() {
    Set<String> verbs = new TreeSet<>();
    for (ApiResource resource : resources) {
      verbs.addAll(resource.verbs());
      for (Subresource subresource : resource.subresources()) {
        verbs.addAll(subresource.verbs());
      }
    }
    return List.copyOf(verbs);
  }

  /** Returns the resource whose objects have this kind. */
  public Optional<ApiResource> byKind(String group, String version, String kind) {
    return first(byKind, kind, group, version);
  }

  private static Optional<ApiResource> first(
      Map<String, List<ApiResource>> all, String key, String group, String version) {
    for (ApiResource resource : all.getOrDefault(key, List.of())) {
      if (resource.version().equals(version) && resource.group().equals(group)) {
        return Optional.of(resource);
      }
    }
    return Optional.empty();
  }

  /** Returns the resources whose objects have this kind, in any group and version, in order. */
  public List<ApiResource> byKind(String kind) {
    return Collections.unmodifiableList(byKind.getOrDefault(kind, List.of()));
  }

  /** Returns whether the objects of a kind are in namespaces, in whatever version; empty if the kind is not served. */
  public Optional<Boolean> isNamespaced(String group, String kind) {
    return Optional.ofNullable(ofKind(group, kind)).map(ApiResource::namespaced);
  }

  /**
   * Returns what an object is called where it is applied: in the namespace {@code default} if its kind is in namespaces and it
   * names none, in no namespace if its kind is in none; as it is if the kind is not served. Mirrors {@code
   * EnsureObjectNamespaceMatchesRequestNamespace} of {@code k8s.io/apiserver/pkg/registry/rest}.
   */
  public ObjectRef placed(ObjectRef ref) {
    ApiResource resource = ofKind(ref.group(), ref.kind());
    if (resource == null || resource.namespaced() != ref.namespace().isEmpty()) {
      return ref;
    }
    String namespace = resource.namespaced() ? Namespace.DEFAULT : "";
    return new ObjectRef(ref.apiVersion(), ref.kind(), namespace, ref.name(), ref.generateName());
  }

  /** Returns the resource of this plural. */
  public Optional<ApiResource> byResource(String group, String version, String name) {
    return first(byName, name, group, version);
  }

  /** Returns the resources of this plural, in any group and version, in order. */
  public List<ApiResource> byResource(String name) {
    return Collections.unmodifiableList(byName.getOrDefault(name, List.of()));
  }

  /**
   * Returns the resources that a name means to {@code kubectl}, the one it would take first; empty if it means none.
   *
   * <p>The name is a plural, singular, kind or short name, alone or followed by a group ({@code deploy.apps}, the start of the
   * group is enough) or by a version and a group ({@code deployments.v1.apps}). Case counts in short names, groups and
   * versions only. Mirrors {@code meta.DefaultRESTMapper} and {@code restmapper.shortcutExpander}.
   */
  public List<ApiResource> find(String name) {
    return new ResourceName(resources).find(name);
  }

  /** Returns the group whose name is most like a misspelled one, if one is alike. */
  public Optional<String> nearestGroup(String group) {
    return Nearest.to(group, groups());
  }

  /** Returns the plural, in a group, that is most like a misspelled one, if one is alike. */
  public Optional<String> nearestResource(String group, String name) {
    return Nearest.to(
        name,
        resources.stream()
            .filter(r -> r.group().equals(group))
            .map(ApiResource::name)
            .distinct()
            .toList());
  }

  /** Returns the verb that is most like a misspelled one, if one is alike. */
  public Optional<String> nearestVerb(String verb) {
    return Nearest.to(verb, verbs());
  }

  private static List<ApiResource> resources(String table) {
    List<ApiResource> resources = new ArrayList<>();
    for (String line : Tables.split(table, '\n')) {
      if (!line.isEmpty()) {
        resources.add(resource(Tables.split(line, '\t')));
      }
    }
    return List.copyOf(resources);
  }

  /** A line of the table: group, version, plural, singular, kind, short names, subresources, scope, verbs. */
  private static ApiResource resource(List<String> parts) {
    List<Subresource> subresources = new ArrayList<>();
    for (String subresource : Tables.split(parts.get(6), ';')) {
      int equals = subresource.indexOf('=');
      subresources.add(new Subresource(
          subresource.substring(0, equals), Tables.split(subresource.substring(equals + 1), ',')));
    }
    return new ApiResource(
        parts.get(0),
        parts.get(1),
        parts.get(2),
        parts.get(3),
        parts.get(4),
        Tables.split(parts.get(5), ','),
        parts.get(7).equals("namespaced"),
        Tables.split(parts.get(8), ','),
        subresources);
  }
}
