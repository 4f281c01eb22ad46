package io.plimsoll.rbac.lint;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.schema.ApiResource.Subresource;
import io.plimsoll.core.schema.ResourceCatalog;
import java.util.ArrayList;
import java.util.List;

/** The resources that CustomResourceDefinitions define. */
final class CustomResources {

  private static final String GROUP = "apiextensions.k8s.io";
  private static final String KIND = "CustomResourceDefinition";

  private CustomResources() {}

  static List<ApiResource> of(Cluster cluster) {
    List<String> verbs = verbs();
    return cluster.objects().stream()
        .filter(
            object -> object.ref().kind().equals(KIND) && object.ref().group().equals(GROUP))
        .flatMap(object -> resources(object, verbs).stream())
        .toList();
  }

  /** Custom resources take the verbs that most of Kubernetes' own do, such as definitions themselves. */
  private static List<String> verbs() {
    return ResourceCatalog.kubernetes().byKind(KIND).get(0).verbs();
  }

  private static List<ApiResource> resources(KubeObject definition, List<String> verbs) {
    Fields spec = Fields.of(Fields.of(definition.tree()).value("spec"));
    Fields names = Fields.of(spec.value("names"));
    return spec.list(
        "versions",
        version -> new ApiResource(
            spec.text("group"),
            version.text("name"),
            names.text("plural"),
            names.text("singular"),
            names.text("kind"),
            names.strings("shortNames"),
            !spec.text("scope").equals("Cluster"),
            verbs,
            subresources(Fields.of(version.value("subresources")))));
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
}
