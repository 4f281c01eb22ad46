package io.plimsoll.core.authz;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.OmitEmpty;
import io.plimsoll.core.model.Requirement;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.FieldRequirement;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an authorization webhook is asked. Mirrors {@code SubjectAccessReviewSpec} of {@code authorization.k8s.io} as {@code
 * plugin/pkg/authorizer/webhook} of {@code k8s.io/apiserver} fills it.
 *
 * @param user who asks
 * @param attributes for what
 * @param version the version of the review, {@code v1} or {@code v1beta1}
 */
public record SubjectAccessReviewSpec(User user, Attributes attributes, String version) {

  static final String V1 = "v1";
  static final String V1BETA1 = "v1beta1";

  /** Returns the {@code spec} of the review that the webhook gets. */
  public MappingValue toTree() {
    Map<String, Value> tree = new LinkedHashMap<>();
    if (attributes.isResourceRequest()) {
      tree.put("resourceAttributes", resourceAttributes());
    } else {
      Map<String, Value> path = new LinkedHashMap<>();
      OmitEmpty.put(path, "path", attributes.path());
      OmitEmpty.put(path, "verb", attributes.verb());
      tree.put("nonResourceAttributes", MappingValue.of(path));
    }
    OmitEmpty.put(tree, "user", user.name());
    OmitEmpty.put(tree, version.equals(V1BETA1) ? "group" : "groups", user.groups());
    if (!user.extra().isEmpty()) {
      tree.put("extra", user.extraTree());
    }
    OmitEmpty.put(tree, "uid", user.uid());
    return MappingValue.of(tree);
  }

  private MappingValue resourceAttributes() {
    Map<String, Value> tree = new LinkedHashMap<>();
    OmitEmpty.put(tree, "namespace", attributes.namespace());
    OmitEmpty.put(tree, "verb", attributes.verb());
    OmitEmpty.put(tree, "group", attributes.apiGroup());
    OmitEmpty.put(tree, "version", attributes.apiVersion());
    OmitEmpty.put(tree, "resource", attributes.resource());
    OmitEmpty.put(tree, "subresource", attributes.subresource());
    OmitEmpty.put(tree, "name", attributes.name());
    putRequirements(tree, "fieldSelector", fieldRequirements());
    putRequirements(tree, "labelSelector", labelRequirements());
    return MappingValue.of(tree);
  }

  private static void putRequirements(
      Map<String, Value> tree, String name, List<Value> requirements) {
    if (!requirements.isEmpty()) {
      tree.put(name, MappingValue.of(Map.of("requirements", SequenceValue.of(requirements))));
    }
  }

  private List<Value> fieldRequirements() {
    List<Value> requirements = new ArrayList<>();
    for (FieldRequirement one : attributes.fieldSelector()) {
      List<String> values = List.of(one.value());
      // What is not known is left out: that asks for more, not for less.
      switch (one.operator()) {
        case "=", "==", "in" -> requirements.add(requirement(one.field(), "In", values));
        case "!=", "notin" -> requirements.add(requirement(one.field(), "NotIn", values));
        default -> {}
      }
    }
    return requirements;
  }

  private List<Value> labelRequirements() {
    List<Value> requirements = new ArrayList<>();
    for (Requirement one : attributes.labelSelector()) {
      switch (one.operator()) {
        case EQUALS, DOUBLE_EQUALS, IN ->
          requirements.add(requirement(one.key(), "In", one.values()));
        case NOT_EQUALS, NOT_IN -> requirements.add(requirement(one.key(), "NotIn", one.values()));
        case EXISTS -> requirements.add(requirement(one.key(), "Exists", one.values()));
        case DOES_NOT_EXIST ->
          requirements.add(requirement(one.key(), "DoesNotExist", one.values()));
        case GREATER_THAN, LESS_THAN -> {}
      }
    }
    return requirements;
  }

  private static MappingValue requirement(String key, String operator, List<String> values) {
    Map<String, Value> tree = new LinkedHashMap<>();
    tree.put("key", ScalarValue.of(key));
    tree.put("operator", ScalarValue.of(operator));
    OmitEmpty.put(tree, "values", values);
    return MappingValue.of(tree);
  }
}
