package io.plimsoll.core.schema;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.schema.ApiResource.Subresource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The resources that CustomResourceDefinitions define. Mirrors {@code apiextensions.k8s.io/v1 CustomResourceDefinitionSpec}. */
public final class CustomResources {

  /** None. */
  static final CustomResources NONE = new CustomResources(List.of());

  private static final String GROUP = "apiextensions.k8s.io";
  private static final String KIND = "CustomResourceDefinition";

  private final List<CustomResource> resources = new ArrayList<>();
  private final Map<String, Definition> definitions = new HashMap<>();

  private CustomResources(List<KubeObject> found) {
    if (found.isEmpty()) {
      return;
    }
    // They take the verbs that most of Kubernetes' own do, such as definitions themselves.
    List<String> verbs = ResourceCatalog.kubernetes().byKind(KIND).get(0).verbs();
    for (KubeObject object : found) {
      add(object, Fields.of(Fields.of(object.tree()).value("spec")), verbs);
    }
  }

  /**
   * The definition of a kind.
   *
   * @param name the name of the object that defines it
   * @param apiVersions in which it is served, in the order of the definition
   * @param renamed whether its objects are the same in all versions but for the version
   */
  record Definition(String name, List<String> apiVersions, boolean renamed) {}

  /** Returns those that the definitions among some objects define; of two of one kind the later counts. */
  public static CustomResources of(Iterable<KubeObject> objects) {
    List<KubeObject> found = new ArrayList<>();
    for (KubeObject object : objects) {
      if (object.ref().kind().equals(KIND) && object.ref().group().equals(GROUP)) {
        found.add(object);
      }
    }
    return found.isEmpty() ? NONE : new CustomResources(found);
  }

  private void add(KubeObject object, Fields spec, List<String> verbs) {
    Fields names = Fields.of(spec.value("names"));
    String group = spec.text("group");
    String kind = names.text("kind");
    if (group.isEmpty() || kind.isEmpty()) {
      return;
    }
    List<String> served = new ArrayList<>();
    List<Fields> versions = spec.list("versions", version -> version);
    String storage = versions.stream()
        .filter(version -> Boolean.TRUE.equals(version.bool("storage")))
        .map(version -> version.text("name"))
        .findFirst()
        .orElse("");
    String listKind = names.text("listKind");
    for (Fields version : versions) {
      if (Boolean.FALSE.equals(version.bool("served"))) {
        continue;
      }
      ApiResource resource = new ApiResource(
          group,
          version.text("name"),
          names.text("plural"),
          names.text("singular"),
          kind,
          names.strings("shortNames"),
          !spec.text("scope").equals("Cluster"),
          verbs,
          subresources(Fields.of(version.value("subresources"))));
      resources.add(new CustomResource(
          resource,
          listKind.isEmpty() ? kind + "List" : listKind,
          names.strings("categories"),
          version.list("selectableFields", CustomResources::selectableField),
          storage,
          isTerminating(object)));
      served.add(resource.apiVersion());
    }
    String strategy = Fields.of(spec.value("conversion")).text("strategy");
    boolean renamed = strategy.isEmpty() || strategy.equals("None");
    definitions.put(
        key(group, kind), new Definition(object.ref().name(), List.copyOf(served), renamed));
  }

  private static String selectableField(Fields field) {
    String path = field.text("jsonPath");
    return path.startsWith(".") ? path.substring(1) : path;
  }

  private static boolean isTerminating(KubeObject definition) {
    Fields fields = Fields.of(definition.tree());
    return Fields.of(fields.value("metadata")).has("deletionTimestamp")
        || Fields.of(fields.value("status")).list("conditions", condition -> condition).stream()
            .anyMatch(condition -> condition.text("type").equals("Terminating")
                && condition.text("status").equals("True"));
  }

  private static List<Subresource> subresources(Fields fields) {
    List<Subresource> subresources = new ArrayList<>();
    for (String name : List.of("scale", "status")) {
      if (fields.has(name)) {
        subresources.add(new Subresource(name, List.of("get", "patch", "update")));
      }
    }
    return subresources;
  }

  private static String key(String group, String kind) {
    return group + "/" + kind;
  }

  /** Returns the resources, one for each version that is served. */
  public List<ApiResource> resources() {
    return resources.stream().map(CustomResource::resource).toList();
  }

  /** Returns what is defined of a resource; empty if it is none of these. */
  public Optional<CustomResource> find(ApiResource resource) {
    return resources.stream()
        .filter(custom -> custom.resource().name().equals(resource.name())
            && custom.resource().apiVersion().equals(resource.apiVersion()))
        .findFirst();
  }

  /** Returns the resource of this plural. */
  public Optional<ApiResource> byResource(String group, String version, String name) {
    return resources.stream()
        .map(CustomResource::resource)
        .filter(resource -> resource.name().equals(name)
            && resource.version().equals(version)
            && resource.group().equals(group))
        .findFirst();
  }

  /** Returns the resource whose objects have this kind. */
  public Optional<ApiResource> byKind(String group, String version, String kind) {
    return resources.stream()
        .map(CustomResource::resource)
        .filter(resource -> resource.kind().equals(kind)
            && resource.version().equals(version)
            && resource.group().equals(group))
        .findFirst();
  }

  /** Returns whether the objects of a kind are the same in all versions but for what they say of it: {@code strategy: None}. */
  public boolean isRenamed(String group, String kind) {
    Definition definition = definitions.get(key(group, kind));
    return definition != null && definition.renamed();
  }

  /** Returns whether nothing is defined. */
  boolean isEmpty() {
    return definitions.isEmpty();
  }

  /** Returns what defines the kind of an object, whatever its version. */
  Optional<Definition> definition(String apiVersion, String kind) {
    return isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(definitions.get(key(ObjectRef.groupOf(apiVersion), kind)));
  }
}
