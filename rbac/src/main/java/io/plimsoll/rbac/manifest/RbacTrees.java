package io.plimsoll.rbac.manifest;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.LabelSelectorRequirement;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.RuleSet;
import io.plimsoll.rbac.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trees of roles and bindings and of their parts, as a person would write them: fields in the order of the API's reference, those that say nothing
 * left out. Of the metadata there are the names, labels and annotations, not what a server fills in.
 */
public final class RbacTrees {

  private RbacTrees() {}

  /** Returns the tree of a role. */
  public static MappingValue of(RuleSet role) {
    Map<String, Object> tree = head(role);
    if (role instanceof ClusterRole clusterRole && clusterRole.aggregationRule() != null) {
      tree.put(
          "aggregationRule",
          Map.of(
              "clusterRoleSelectors",
              clusterRole.aggregationRule().clusterRoleSelectors().stream()
                  .map(RbacTrees::selector)
                  .toList()));
    }
    tree.put("rules", role.rules().stream().map(RbacTrees::rule).toList());
    return (MappingValue) Value.from(tree);
  }

  /** Returns the tree of a binding. */
  public static MappingValue of(Binding binding) {
    Map<String, Object> tree = head(binding);
    Map<String, Object> roleRef = new LinkedHashMap<>();
    roleRef.put("apiGroup", binding.roleRef().apiGroup());
    roleRef.put("kind", binding.roleRef().kind());
    roleRef.put("name", binding.roleRef().name());
    tree.put("roleRef", roleRef);
    put(tree, "subjects", binding.subjects().stream().map(RbacTrees::subject).toList());
    return (MappingValue) Value.from(tree);
  }

  /** Returns the tree of a rule. */
  public static MappingValue of(PolicyRule rule) {
    return (MappingValue) Value.from(rule(rule));
  }

  /** Returns the tree of a subject. */
  public static MappingValue of(Subject subject) {
    return (MappingValue) Value.from(subject(subject));
  }

  private static Map<String, Object> head(ApiObject object) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("apiVersion", object.objectKind().apiVersion());
    tree.put("kind", object.objectKind().kind());
    tree.put("metadata", metadata(object.metadata()));
    return tree;
  }

  private static Map<String, Object> metadata(ObjectMeta metadata) {
    Map<String, Object> tree = new LinkedHashMap<>();
    put(tree, "name", metadata.nameOrEmpty());
    put(tree, "namespace", metadata.namespaceOrEmpty());
    put(tree, "labels", metadata.labels());
    put(tree, "annotations", metadata.annotations());
    return tree;
  }

  private static Map<String, Object> rule(PolicyRule rule) {
    Map<String, Object> tree = new LinkedHashMap<>();
    put(tree, "apiGroups", rule.apiGroups());
    put(tree, "resources", rule.resources());
    put(tree, "resourceNames", rule.resourceNames());
    put(tree, "nonResourceURLs", rule.nonResourceURLs());
    tree.put("verbs", rule.verbs());
    return tree;
  }

  private static Map<String, Object> subject(Subject subject) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("kind", subject.kind());
    put(tree, "apiGroup", subject.apiGroup());
    tree.put("name", subject.name());
    put(tree, "namespace", subject.namespace());
    return tree;
  }

  private static Map<String, Object> selector(LabelSelector selector) {
    Map<String, Object> tree = new LinkedHashMap<>();
    put(tree, "matchLabels", selector.matchLabels());
    put(
        tree,
        "matchExpressions",
        selector.matchExpressions().stream().map(RbacTrees::requirement).toList());
    return tree;
  }

  private static Map<String, Object> requirement(LabelSelectorRequirement requirement) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("key", requirement.key());
    tree.put("operator", requirement.operator());
    put(tree, "values", requirement.values());
    return tree;
  }

  private static void put(Map<String, Object> tree, String key, String text) {
    if (!text.isEmpty()) {
      tree.put(key, text);
    }
  }

  private static void put(Map<String, Object> tree, String key, List<?> list) {
    if (!list.isEmpty()) {
      tree.put(key, list);
    }
  }

  private static void put(Map<String, Object> tree, String key, Map<String, String> map) {
    if (!map.isEmpty()) {
      tree.put(key, map);
    }
  }
}
