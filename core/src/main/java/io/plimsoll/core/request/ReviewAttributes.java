package io.plimsoll.core.request;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.OmitEmpty;
import io.plimsoll.core.model.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The attributes of a request as access reviews have them. Mirrors {@code ResourceAttributes} and {@code NonResourceAttributes} of
 * {@code authorization.k8s.io} as {@code plugin/pkg/authorizer/webhook} of {@code k8s.io/apiserver} fills them.
 */
final class ReviewAttributes {

  private ReviewAttributes() {}

  static MappingValue of(Attributes attributes) {
    if (attributes.isResourceRequest()) {
      return ofResource(attributes);
    }
    Map<String, Value> tree = new LinkedHashMap<>();
    OmitEmpty.put(tree, "path", attributes.path());
    OmitEmpty.put(tree, "verb", attributes.verb());
    return MappingValue.of(tree);
  }

  private static MappingValue ofResource(Attributes attributes) {
    Map<String, Value> tree = new LinkedHashMap<>();
    OmitEmpty.put(tree, "namespace", attributes.namespace());
    OmitEmpty.put(tree, "verb", attributes.verb());
    OmitEmpty.put(tree, "group", attributes.apiGroup());
    OmitEmpty.put(tree, "version", attributes.apiVersion());
    OmitEmpty.put(tree, "resource", attributes.resource());
    OmitEmpty.put(tree, "subresource", attributes.subresource());
    OmitEmpty.put(tree, "name", attributes.name());
    putRequirements(tree, "fieldSelector", fieldRequirements(attributes.fieldSelector()));
    putRequirements(tree, "labelSelector", labelRequirements(attributes.labelSelector()));
    return MappingValue.of(tree);
  }

  private static void putRequirements(
      Map<String, Value> tree, String name, List<Value> requirements) {
    if (!requirements.isEmpty()) {
      tree.put(name, MappingValue.of(Map.of("requirements", SequenceValue.of(requirements))));
    }
  }

  private static List<Value> fieldRequirements(List<FieldRequirement> selector) {
    List<Value> requirements = new ArrayList<>();
    for (FieldRequirement one : selector) {
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

  private static List<Value> labelRequirements(List<Requirement> selector) {
    List<Value> requirements = new ArrayList<>();
    for (Requirement one : selector) {
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
