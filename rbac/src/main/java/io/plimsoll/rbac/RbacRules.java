package io.plimsoll.rbac;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.SelectorRules;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What roles and bindings must be like, but for their metadata. Mirrors {@code pkg/apis/rbac/validation/validation.go} and, for
 * fields that are required, what is declared with the API in {@code pkg/apis/rbac/v1/zz_generated.validations.go}.
 */
final class RbacRules {

  private static final FieldPath RULES = FieldPath.of("rules");
  private static final FieldPath SELECTORS =
      FieldPath.of("aggregationRule", "clusterRoleSelectors");
  private static final FieldPath SUBJECTS = FieldPath.of("subjects");
  private static final FieldPath ROLE_REF = FieldPath.of("roleRef");

  private final List<FieldError> errors = new ArrayList<>();

  private RbacRules() {}

  /** Returns what the written rules find in a role that is new, or takes the place of an old one. */
  static List<FieldError> errors(RuleSet role, @Nullable RuleSet old) {
    RbacRules rules = new RbacRules();
    for (int i = 0; i < role.rules().size(); i++) {
      rules.check(role.rules().get(i), role instanceof Role, RULES.index(i));
    }
    if (role instanceof ClusterRole clusterRole && clusterRole.aggregationRule() != null) {
      rules.check(clusterRole.aggregationRule(), hasInvalidValue(old));
    }
    return rules.errors;
  }

  private static boolean hasInvalidValue(@Nullable RuleSet old) {
    return old instanceof ClusterRole clusterRole
        && clusterRole.aggregationRule() != null
        && clusterRole.aggregationRule().clusterRoleSelectors().stream()
            .anyMatch(SelectorRules::hasInvalidValue);
  }

  private void check(PolicyRule rule, boolean namespaced, FieldPath path) {
    if (rule.verbs().isEmpty()) {
      errors.add(FieldError.required(path.field("verbs"), "verbs must contain at least one value")
          .asCovered());
    }
    if (!rule.nonResourceURLs().isEmpty()) {
      FieldPath urls = path.field("nonResourceURLs");
      if (namespaced) {
        errors.add(FieldError.invalid(
            urls, rule.nonResourceURLs(), "namespaced rules cannot apply to non-resource URLs"));
      }
      if (!rule.apiGroups().isEmpty()
          || !rule.resources().isEmpty()
          || !rule.resourceNames().isEmpty()) {
        errors.add(FieldError.invalid(
            urls,
            rule.nonResourceURLs(),
            "rules cannot apply to both regular resources and non-resource URLs"));
      }
      return;
    }
    if (rule.apiGroups().isEmpty()) {
      errors.add(FieldError.required(
          path.field("apiGroups"), "resource rules must supply at least one api group"));
    }
    if (rule.resources().isEmpty()) {
      errors.add(FieldError.required(
          path.field("resources"), "resource rules must supply at least one resource"));
    }
  }

  private void check(AggregationRule rule, boolean allowInvalidValues) {
    List<LabelSelector> selectors = rule.clusterRoleSelectors();
    if (selectors.isEmpty()) {
      errors.add(FieldError.required(
          SELECTORS, "at least one clusterRoleSelector required if aggregationRule is non-nil"));
    }
    for (int i = 0; i < selectors.size(); i++) {
      FieldPath path = SELECTORS.index(i);
      errors.addAll(SelectorRules.errors(path, selectors.get(i), allowInvalidValues));
      if (!isValid(selectors.get(i))) {
        // Upstream prints what it could not make of the selector.
        errors.add(FieldError.invalidPrinted(path, "null", "invalid label selector."));
      }
    }
  }

  private static boolean isValid(LabelSelector selector) {
    try {
      selector.toSelector();
      return true;
    } catch (IllegalArgumentException notValid) {
      return false;
    }
  }

  /** Returns what the written rules find in a binding. */
  static List<FieldError> errors(Binding binding) {
    boolean namespaced = binding instanceof RoleBinding;
    RbacRules rules = new RbacRules();
    rules.check(binding.roleRef(), namespaced);
    for (int i = 0; i < binding.subjects().size(); i++) {
      rules.check(binding.subjects().get(i), namespaced, SUBJECTS.index(i));
    }
    return rules.errors;
  }

  /** Returns that the role that a binding grants is not that of the one it replaces, if so. */
  static List<FieldError> changes(Binding binding, Binding old) {
    return binding.roleRef().equals(old.roleRef())
        ? List.of()
        : List.of(
            FieldError.invalidPrinted(ROLE_REF, json(binding.roleRef()), "field is immutable"));
  }

  private void check(RoleRef reference, boolean namespaced) {
    if (!reference.apiGroup().equals(RbacApi.GROUP)) {
      errors.add(FieldError.notSupported(
          ROLE_REF.field("apiGroup"), reference.apiGroup(), List.of(RbacApi.GROUP)));
    }
    List<String> kinds =
        namespaced ? List.of(RbacApi.ROLE, RbacApi.CLUSTER_ROLE) : List.of(RbacApi.CLUSTER_ROLE);
    if (!kinds.contains(reference.kind())) {
      errors.add(FieldError.notSupported(ROLE_REF.field("kind"), reference.kind(), kinds));
    }
    FieldPath name = ROLE_REF.field("name");
    if (reference.name().isEmpty()) {
      errors.add(FieldError.required(name, "").asCovered());
    } else {
      Names.pathSegmentErrors(reference.name())
          .forEach(detail -> errors.add(FieldError.invalid(name, reference.name(), detail)));
    }
  }

  private void check(Subject subject, boolean namespaced, FieldPath path) {
    if (subject.name().isEmpty()) {
      errors.add(FieldError.required(path.field("name"), "").asCovered());
    }
    switch (subject.kind()) {
      case Subject.SERVICE_ACCOUNT -> checkServiceAccount(subject, namespaced, path);
      case Subject.USER, Subject.GROUP -> checkGroup(subject, path, RbacApi.GROUP);
      default ->
        errors.add(FieldError.notSupported(
            path.field("kind"),
            subject.kind(),
            List.of(Subject.SERVICE_ACCOUNT, Subject.USER, Subject.GROUP)));
    }
  }

  private void checkGroup(Subject subject, FieldPath path, String group) {
    if (!subject.apiGroup().equals(group)) {
      errors.add(
          FieldError.notSupported(path.field("apiGroup"), subject.apiGroup(), List.of(group)));
    }
  }

  private void checkServiceAccount(Subject subject, boolean namespaced, FieldPath path) {
    if (!subject.name().isEmpty()) {
      Names.dnsSubdomainErrors(subject.name())
          .forEach(
              detail -> errors.add(FieldError.invalid(path.field("name"), subject.name(), detail)));
    }
    checkGroup(subject, path, "");
    if (!namespaced && subject.namespace().isEmpty()) {
      errors.add(FieldError.required(path.field("namespace"), ""));
    }
  }

  /** Returns what the declared rules find in a role: they do not look at rules that stay as they are. */
  static List<FieldError> declared(RuleSet role, @Nullable RuleSet old) {
    List<FieldError> declared = new ArrayList<>();
    for (int i = 0; i < role.rules().size(); i++) {
      boolean lacking = role.rules().get(i).verbs().isEmpty();
      if (lacking && (old == null || !role.rules().equals(old.rules()))) {
        declared.add(FieldError.required(RULES.index(i).field("verbs"), ""));
      }
    }
    return declared;
  }

  /** Returns what the declared rules find in a binding: they do not look at what stays as it is. */
  static List<FieldError> declared(Binding binding, @Nullable Binding old) {
    List<FieldError> declared = new ArrayList<>();
    boolean sameSubjects = old != null && binding.subjects().equals(old.subjects());
    for (int i = 0; i < binding.subjects().size() && !sameSubjects; i++) {
      if (binding.subjects().get(i).name().isEmpty()) {
        declared.add(FieldError.required(SUBJECTS.index(i).field("name"), ""));
      }
    }
    // A role that changes is no further looked at.
    if (old == null && binding.roleRef().name().isEmpty()) {
      declared.add(FieldError.required(ROLE_REF.field("name"), ""));
    }
    return declared;
  }

  /** The reference as {@code json.Marshal} writes the API server's own type. */
  private static String json(RoleRef reference) {
    return "{\"APIGroup\":" + GoText.json(reference.apiGroup())
        + ",\"Kind\":" + GoText.json(reference.kind())
        + ",\"Name\":" + GoText.json(reference.name()) + "}";
  }
}
