package io.plimsoll.core.registry.admissionregistration;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which operations on which resources a rule is for. Mirrors {@code validateRuleWithOperations} of {@code
 * pkg/apis/admissionregistration/validation}, and {@code warnings.go} there.
 */
final class OperationRules {

  private static final String ALL = "*";
  private static final List<String> OPERATIONS =
      List.of("*", "CONNECT", "CREATE", "DELETE", "UPDATE");
  private static final List<String> SCOPES = List.of("*", "Cluster", "Namespaced");

  /** What no webhook is asked about: {@code pkg/kubeapiserver/admission/exclusion}. */
  private static final Set<String> EXCLUDED = Set.of(
      "selfsubjectreviews.authentication.k8s.io",
      "tokenreviews.authentication.k8s.io",
      "localsubjectaccessreviews.authorization.k8s.io",
      "selfsubjectaccessreviews.authorization.k8s.io",
      "selfsubjectrulesreviews.authorization.k8s.io",
      "subjectaccessreviews.authorization.k8s.io");

  private OperationRules() {}

  static void setDefaults(Draft rule) {
    rule.setDefault("scope", ScalarValue.of(ALL));
  }

  static void check(Part rule) {
    List<String> operations = rule.strings("operations");
    if (operations.isEmpty()) {
      rule.required("operations", "");
    }
    checkAlone(rule, "operations", "operations");
    for (int i = 0; i < operations.size(); i++) {
      if (!OPERATIONS.contains(operations.get(i))) {
        rule.error(
            FieldError.notSupported(rule.at("operations").index(i), operations.get(i), OPERATIONS));
      }
    }
    if (rule.strings("apiGroups").isEmpty()) {
      rule.required("apiGroups", "");
    }
    checkAlone(rule, "apiGroups", "API groups");
    List<String> versions = rule.strings("apiVersions");
    if (versions.isEmpty()) {
      rule.required("apiVersions", "");
    }
    checkAlone(rule, "apiVersions", "API versions");
    for (int i = 0; i < versions.size(); i++) {
      if (versions.get(i).isEmpty()) {
        rule.error(FieldError.required(rule.at("apiVersions").index(i), ""));
      }
    }
    checkResources(rule);
    if (rule.has("scope") && !SCOPES.contains(rule.text("scope"))) {
      rule.notSupported("scope", SCOPES);
    }
  }

  private static void checkAlone(Part rule, String field, String others) {
    List<String> values = rule.strings(field);
    if (values.size() > 1 && values.contains(ALL)) {
      rule.invalid(field, "if '*' is present, must not specify other " + others);
    }
  }

  private static void checkResources(Part rule) {
    List<String> resources = rule.strings("resources");
    if (resources.isEmpty()) {
      rule.required("resources", "");
    }
    Set<String> allSubresourcesOf = new HashSet<>();
    Set<String> ofAllResources = new HashSet<>();
    boolean last = false;
    for (int i = 0; i < resources.size(); i++) {
      String resource = resources.get(i);
      FieldPath path = rule.at("resources").index(i);
      int slash = resource.indexOf('/');
      if (resource.isEmpty()) {
        rule.error(FieldError.required(path, ""));
      } else if (slash < 0) {
        // Upstream remembers the last resource only.
        last = !resource.equals(ALL);
      } else {
        String whole = resource.substring(0, slash);
        String part = resource.substring(slash + 1);
        if (allSubresourcesOf.contains(whole)) {
          rule.error(FieldError.invalid(path, resource, present(whole + "/*", resource)));
        }
        if (ofAllResources.contains(part)) {
          rule.error(FieldError.invalid(path, resource, present("*/" + part, resource)));
        }
        if (part.equals(ALL)) {
          allSubresourcesOf.add(whole);
        }
        if (whole.equals(ALL)) {
          ofAllResources.add(part);
        }
      }
    }
    if (resources.size() > 1 && resources.contains("*/*")) {
      rule.invalid("resources", present("*/*", "other resources"));
    }
    if (resources.contains(ALL) && last) {
      rule.invalid("resources", present(ALL, "other resources without subresources"));
    }
  }

  private static String present(String pattern, String other) {
    return "if '" + pattern + "' is present, must not specify " + other;
  }

  /** Returns which resources a rule names that no webhook is asked about. */
  static List<String> warnings(Part rule) {
    List<String> groups = rule.strings("apiGroups");
    List<String> resources = rule.strings("resources");
    List<String> warnings = new ArrayList<>();
    if (groups.contains(ALL) || resources.contains(ALL)) {
      return warnings;
    }
    Set<String> seen = new HashSet<>();
    for (String group : groups) {
      for (String resource : resources) {
        String name = resource + "." + group;
        if (EXCLUDED.contains(name) && seen.add(name)) {
          warnings.add(rule.path() + ": " + name
              + " is excluded from admission webhooks; this rule will have no effect");
        }
      }
    }
    return warnings;
  }
}
