package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.schema.ApiResource;
import java.util.List;

/**
 * Which requests a webhook is for. Mirrors {@code admissionregistration.k8s.io/v1 RuleWithOperations} and {@code
 * k8s.io/apiserver/pkg/admission/plugin/webhook/predicates/rules}.
 *
 * @param operations the operations, or {@code *}
 * @param apiGroups the groups, or {@code *}
 * @param apiVersions the versions, or {@code *}
 * @param resources the resources, with their subresource after a slash; either may be {@code *}
 * @param scope {@code Cluster}, {@code Namespaced} or {@code *}
 */
record Rule(
    List<String> operations,
    List<String> apiGroups,
    List<String> apiVersions,
    List<String> resources,
    String scope) {

  private static final String ALL = "*";

  static Rule from(Fields fields) {
    String scope = fields.text("scope");
    return new Rule(
        fields.strings("operations"),
        fields.strings("apiGroups"),
        fields.strings("apiVersions"),
        fields.strings("resources"),
        scope.isEmpty() ? ALL : scope);
  }

  /** Returns whether the rule is for a request, were it about a resource in a version of its own. */
  boolean matches(AdmissionAttributes attributes, ApiResource resource) {
    return matchesScope(attributes, resource)
        && has(operations, attributes.operation().name())
        && has(apiGroups, resource.group())
        && has(apiVersions, resource.version())
        && matchesResource(resource.name(), attributes.subresource());
  }

  private boolean matchesScope(AdmissionAttributes attributes, ApiResource resource) {
    boolean cluster = attributes.namespace().isEmpty()
        || (resource.name().equals("namespaces") && resource.group().isEmpty());
    return switch (scope) {
      case ALL -> true;
      case "Cluster" -> cluster;
      case "Namespaced" -> !cluster;
      default -> false;
    };
  }

  private boolean matchesResource(String name, String subresource) {
    for (String one : resources) {
      int slash = one.indexOf('/');
      String resource = slash < 0 ? one : one.substring(0, slash);
      String part = slash < 0 ? "" : one.substring(slash + 1);
      if ((resource.equals(ALL) || resource.equals(name))
          && (part.equals(ALL) || part.equals(subresource))) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(List<String> items, String wanted) {
    return items.contains(ALL) || items.contains(wanted);
  }
}
