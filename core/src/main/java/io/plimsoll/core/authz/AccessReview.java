package io.plimsoll.core.authz;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.OmitEmpty;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a review that asks about one thing. Mirrors {@code SubjectAccessReviewSpec} and {@code
 * pkg/registry/authorization/util}.
 */
final class AccessReview {

  private static final List<String> RESOURCE_FIELDS =
      List.of("namespace", "verb", "group", "version", "resource", "subresource", "name");

  private final Fields object;
  private final Fields spec;
  private final boolean hasSubject;
  private final ReviewSelectors selectors;

  private AccessReview(Fields object, boolean hasSubject) {
    this.object = object;
    this.spec = Fields.of(object.value("spec"));
    this.hasSubject = hasSubject;
    this.selectors = new ReviewSelectors(resource());
  }

  static AccessReview of(MappingValue object) {
    return new AccessReview(Fields.of(object), true);
  }

  /** Returns the review of who asks, which has no place for a user. */
  AccessReview withoutSubject() {
    return new AccessReview(object, false);
  }

  boolean hasResource() {
    return spec.value("resourceAttributes") instanceof MappingValue;
  }

  boolean hasPath() {
    return spec.value("nonResourceAttributes") instanceof MappingValue;
  }

  Fields resource() {
    return Fields.of(spec.value("resourceAttributes"));
  }

  Fields path() {
    return Fields.of(spec.value("nonResourceAttributes"));
  }

  String namespace() {
    return Fields.of(object.value("metadata")).text("namespace");
  }

  /** Returns what the object that goes back has of the metadata: nothing but a namespace. */
  MappingValue metadata() {
    Map<String, Value> tree = new LinkedHashMap<>();
    OmitEmpty.put(tree, "namespace", namespace());
    return MappingValue.of(tree);
  }

  /** Returns whom the review is about. */
  User user() {
    Fields extra = Fields.of(spec.value("extra"));
    Map<String, List<String>> values = new LinkedHashMap<>();
    extra.names().forEach(key -> values.put(key, extra.strings(key)));
    return new User(spec.text("user"), spec.text("uid"), spec.strings("groups"), values);
  }

  Attributes attributes() {
    if (!hasResource()) {
      return Attributes.ofPath(path().text("verb"), path().text("path"));
    }
    Fields resource = resource();
    String version = resource.text("version");
    return new Attributes(
        resource.text("verb"),
        resource.text("group"),
        version.isEmpty() ? "*" : version,
        resource.text("resource"),
        resource.text("subresource"),
        resource.text("namespace"),
        resource.text("name"),
        "",
        true,
        selectors.fields(),
        selectors.labels());
  }

  /** Returns what is said of selectors that cannot be understood. */
  List<String> selectorErrors() {
    return selectors.errors();
  }

  /** Returns the specification as Go writes it. */
  MappingValue spec() {
    Map<String, Value> tree = new LinkedHashMap<>();
    if (hasResource()) {
      tree.put("resourceAttributes", resourceTree());
    }
    if (hasPath()) {
      Map<String, Value> path = new LinkedHashMap<>();
      OmitEmpty.put(path, "path", path().text("path"));
      OmitEmpty.put(path, "verb", path().text("verb"));
      tree.put("nonResourceAttributes", MappingValue.of(path));
    }
    if (hasSubject) {
      OmitEmpty.put(tree, "user", spec.text("user"));
      OmitEmpty.put(tree, "groups", spec.strings("groups"));
      Value extra = spec.value("extra");
      if (extra instanceof MappingValue map && map.size() > 0) {
        tree.put("extra", map);
      }
      OmitEmpty.put(tree, "uid", spec.text("uid"));
    }
    return MappingValue.of(tree);
  }

  private MappingValue resourceTree() {
    Fields resource = resource();
    Map<String, Value> tree = new LinkedHashMap<>();
    RESOURCE_FIELDS.forEach(name -> OmitEmpty.put(tree, name, resource.text(name)));
    for (String name : List.of("fieldSelector", "labelSelector")) {
      if (resource.value(name) instanceof MappingValue selector) {
        tree.put(name, selectorTree(Fields.of(selector)));
      }
    }
    return MappingValue.of(tree);
  }

  private static MappingValue selectorTree(Fields selector) {
    Map<String, Value> tree = new LinkedHashMap<>();
    OmitEmpty.put(tree, "rawSelector", selector.text("rawSelector"));
    List<Value> requirements = new ArrayList<>();
    for (MappingValue one : selector.list("requirements", AccessReview::requirementTree)) {
      requirements.add(one);
    }
    if (!requirements.isEmpty()) {
      tree.put("requirements", SequenceValue.of(requirements));
    }
    return MappingValue.of(tree);
  }

  private static MappingValue requirementTree(Fields requirement) {
    Map<String, Value> tree = new LinkedHashMap<>();
    tree.put("key", ScalarValue.of(requirement.text("key")));
    tree.put("operator", ScalarValue.of(requirement.text("operator")));
    OmitEmpty.put(tree, "values", requirement.strings("values"));
    return MappingValue.of(tree);
  }
}
