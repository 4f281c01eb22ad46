package io.plimsoll.core.registry.policy;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.ResourceNames;
import io.plimsoll.core.validation.FieldError;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The pods and claims that a quota is about. Mirrors {@code validateResourceQuotaScopes} and {@code
 * validateScopedResourceSelectorRequirement} of {@code pkg/apis/core/validation}.
 */
final class QuotaScopeRules {

  private static final Set<String> PODS = Set.of("pods");
  private static final Set<String> POD_RESOURCES = Set.of(
      "pods", "cpu", "memory", "limits.cpu", "limits.memory", "requests.cpu", "requests.memory");
  private static final Set<String> CLAIMS = Set.of("persistentvolumeclaims", "requests.storage");

  /** The resources that a scope can be applied to. */
  private static final Map<String, Set<String>> RESOURCES = Map.of(
      "Terminating", POD_RESOURCES,
      "NotTerminating", POD_RESOURCES,
      "BestEffort", PODS,
      "NotBestEffort", POD_RESOURCES,
      "PriorityClass", POD_RESOURCES,
      "CrossNamespacePodAffinity", POD_RESOURCES,
      "VolumeAttributesClass", CLAIMS);

  private static final Set<String> ONLY_EXISTS = Set.of(
      "BestEffort", "NotBestEffort", "Terminating", "NotTerminating", "CrossNamespacePodAffinity");

  private static final List<List<String>> CONFLICTS =
      List.of(List.of("BestEffort", "NotBestEffort"), List.of("Terminating", "NotTerminating"));

  private final Part spec;
  private final Set<String> hard = new TreeSet<>(GoText::compare);

  QuotaScopeRules(Part spec) {
    this.spec = spec;
    this.hard.addAll(spec.quantities("hard").keySet());
  }

  void check() {
    checkScopes();
    if (spec.has("scopeSelector")) {
      checkSelector();
    }
  }

  private void checkScopes() {
    List<String> scopes = spec.strings("scopes");
    for (String scope : scopes) {
      if (!RESOURCES.containsKey(scope)) {
        spec.invalid("scopes", "unsupported scope");
      }
      for (int i = 0; i < unsuited(scope); i++) {
        spec.invalid("scopes", "unsupported scope applied to resource");
      }
    }
    for (int i = 0; i < conflicts(scopes); i++) {
      spec.invalid("scopes", "conflicting scopes");
    }
  }

  private long unsuited(String scope) {
    Set<String> suited = RESOURCES.get(scope);
    return suited == null
        ? 0
        : hard.stream()
            .filter(name -> ResourceNames.isQuota(name) && !suited.contains(name))
            .count();
  }

  private static long conflicts(Collection<String> scopes) {
    return CONFLICTS.stream().filter(scopes::containsAll).count();
  }

  private void checkSelector() {
    Part selector = spec.object("scopeSelector");
    FieldPath path = selector.at("matchExpressions");
    List<Part> requirements = selector.list("matchExpressions");
    for (Part item : requirements) {
      Part requirement = item.under(path);
      String scope = requirement.text("scopeName");
      if (!RESOURCES.containsKey(scope)) {
        requirement.invalid("scopeName", "unsupported scope");
      }
      for (int i = 0; i < unsuited(scope); i++) {
        spec.error(FieldError.invalidPrinted(
            path, spec.json("scopeSelector"), "unsupported scope applied to resource"));
      }
      checkOperator(requirement, scope);
    }
    List<String> scopes = requirements.stream().map(r -> r.text("scopeName")).toList();
    for (int i = 0; i < conflicts(scopes); i++) {
      spec.error(FieldError.invalidPrinted(path, spec.json("scopes"), "conflicting scopes"));
    }
  }

  private static void checkOperator(Part requirement, String scope) {
    String operator = requirement.text("operator");
    if (ONLY_EXISTS.contains(scope) && !operator.equals("Exists")) {
      requirement.invalid(
          "operator",
          "must be 'Exists' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating,"
              + " ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or"
              + " ResourceQuotaScopeCrossNamespacePodAffinity");
    }
    boolean values = !requirement.strings("values").isEmpty();
    switch (operator) {
      case "In", "NotIn" -> {
        if (!values) {
          requirement.required(
              "values",
              "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector");
        }
      }
      case "Exists", "DoesNotExist" -> {
        if (values) {
          requirement.invalid(
              "values",
              "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector");
        }
      }
      default -> requirement.invalid("operator", "not a valid selector operator");
    }
  }
}
