package io.plimsoll.core.registry.admissionregistration;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.SelectorRules;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a policy is for. Mirrors {@code SetDefaults_MatchResources} and {@code validateMatchResources} of {@code
 * pkg/apis/admissionregistration}.
 */
final class MatchResourcesRules {

  static final List<String> POLICIES = List.of("Equivalent", "Exact");

  private static final List<String> SELECTORS = List.of("namespaceSelector", "objectSelector");
  private static final List<String> RULES = List.of("resourceRules", "excludeResourceRules");

  private MatchResourcesRules() {}

  /** Sets what webhooks and policies have in common. */
  static void setDefaults(Draft resources) {
    resources.setDefault("matchPolicy", ScalarValue.of("Equivalent"));
    SELECTORS.forEach(selector -> resources.setDefault(selector, MappingValue.empty()));
  }

  /** Sets the defaults of what a policy is for, and of its rules. */
  static void setAllDefaults(Draft resources) {
    setDefaults(resources);
    RULES.forEach(rules -> resources.editEach(rules, OperationRules::setDefaults));
  }

  static void check(Part resources) {
    if (!resources.has("matchPolicy")) {
      resources.required("matchPolicy", "");
    } else if (!POLICIES.contains(resources.text("matchPolicy"))) {
      resources.notSupported("matchPolicy", POLICIES);
    }
    for (String selector : SELECTORS) {
      if (resources.has(selector)) {
        resources
            .errors()
            .addAll(SelectorRules.errors(resources.at(selector), resources.selector(selector)));
      } else {
        resources.required(selector, "");
      }
    }
    RULES.forEach(rules -> resources.list(rules).forEach(MatchResourcesRules::checkRule));
  }

  private static void checkRule(Part rule) {
    List<String> names = rule.strings("resourceNames");
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      FieldPath path = rule.at("resourceNames").index(i);
      String name = names.get(i);
      Names.pathSegmentErrors(name)
          .forEach(error -> rule.error(FieldError.invalid(path, name, error)));
      if (!seen.add(name)) {
        rule.error(FieldError.duplicate(path, name));
      }
    }
    OperationRules.check(rule);
  }
}
