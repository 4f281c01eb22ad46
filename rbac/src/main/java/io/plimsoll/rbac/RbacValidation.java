package io.plimsoll.rbac;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.model.ObjectMeta;
import java.util.List;

/**
 * The API server's validation of roles and bindings: what it says of objects that it refuses, in its order, with the fields.
 *
 * <p>Objects are validated as they are stored: bindings {@linkplain Binding#withDefaults with defaults}. Of the metadata, only
 * names are looked at, for which these kinds have a rule of their own; the namespace is that of the request. Of a selector, only
 * whether it is one. The code of a problem is {@code
 * field-required}, {@code field-invalid} or {@code field-not-supported}. Mirrors {@code
 * pkg/apis/rbac/validation/validation.go} and, for fields that are required, {@code
 * pkg/apis/rbac/v1/zz_generated.validations.go}.
 */
public final class RbacValidation {

  private static final FieldPath METADATA = FieldPath.of("metadata");
  private static final FieldPath RULES = FieldPath.of("rules");
  private static final FieldPath SELECTORS =
      FieldPath.of("aggregationRule", "clusterRoleSelectors");
  private static final FieldPath SUBJECTS = FieldPath.of("subjects");
  private static final FieldPath ROLE_REF = FieldPath.of("roleRef");

  private final FieldErrors errors;

  private RbacValidation(ApiObject object) {
    this.errors = new FieldErrors(object.ref());
  }

  /** Returns what is wrong with a role that is to be created. */
  public static List<Problem> validate(RuleSet role) {
    RbacValidation validation = new RbacValidation(role);
    validation.check(role);
    validation.requireVerbs(role);
    return validation.errors.problems();
  }

  /** Returns what is wrong with a role that is to take the place of another; what stays as it is may lack what is required. */
  public static List<Problem> validateUpdate(RuleSet old, RuleSet role) {
    RbacValidation validation = new RbacValidation(role);
    validation.check(role);
    if (!role.rules().equals(old.rules())) {
      validation.requireVerbs(role);
    }
    return validation.errors.problems();
  }

  /** Returns what is wrong with a binding that is to be created. */
  public static List<Problem> validate(Binding binding) {
    RbacValidation validation = new RbacValidation(binding);
    validation.check(binding);
    validation.requireSubjectNames(binding);
    validation.requireRoleName(binding);
    return validation.errors.problems();
  }

  /**
   * Returns what is wrong with a binding that is to take the place of another: the role it grants cannot change. What stays as it
   * is may lack what is required.
   */
  public static List<Problem> validateUpdate(Binding old, Binding binding) {
    RbacValidation validation = new RbacValidation(binding);
    validation.check(binding);
    boolean sameRole = binding.roleRef().equals(old.roleRef());
    if (!sameRole) {
      validation.errors.invalid(ROLE_REF, json(binding.roleRef()), "field is immutable");
    }
    if (!binding.subjects().equals(old.subjects())) {
      validation.requireSubjectNames(binding);
    }
    if (!sameRole) {
      validation.requireRoleName(binding);
    }
    return validation.errors.problems();
  }

  private void check(RuleSet role) {
    boolean namespaced = role instanceof Role;
    checkMetadata(role.metadata());
    for (int i = 0; i < role.rules().size(); i++) {
      check(role.rules().get(i), namespaced, RULES.index(i));
    }
    if (role instanceof ClusterRole clusterRole && clusterRole.aggregationRule() != null) {
      check(clusterRole.aggregationRule());
    }
  }

  private void check(PolicyRule rule, boolean namespaced, FieldPath path) {
    if (!rule.nonResourceURLs().isEmpty()) {
      FieldPath urls = path.field("nonResourceURLs");
      String value = GoText.json(rule.nonResourceURLs());
      if (namespaced) {
        errors.invalid(urls, value, "namespaced rules cannot apply to non-resource URLs");
      }
      if (!rule.apiGroups().isEmpty()
          || !rule.resources().isEmpty()
          || !rule.resourceNames().isEmpty()) {
        errors.invalid(
            urls, value, "rules cannot apply to both regular resources and non-resource URLs");
      }
      return;
    }
    if (rule.apiGroups().isEmpty()) {
      errors.required(path.field("apiGroups"), "resource rules must supply at least one api group");
    }
    if (rule.resources().isEmpty()) {
      errors.required(path.field("resources"), "resource rules must supply at least one resource");
    }
  }

  private void check(AggregationRule rule) {
    List<LabelSelector> selectors = rule.clusterRoleSelectors();
    if (selectors.isEmpty()) {
      errors.required(
          SELECTORS, "at least one clusterRoleSelector required if aggregationRule is non-nil");
    }
    for (int i = 0; i < selectors.size(); i++) {
      if (!isValid(selectors.get(i))) {
        // Upstream prints what it could not make of the selector.
        errors.invalid(SELECTORS.index(i), "null", "invalid label selector.");
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

  private void check(Binding binding) {
    boolean namespaced = binding instanceof RoleBinding;
    checkMetadata(binding.metadata());
    check(binding.roleRef(), namespaced);
    for (int i = 0; i < binding.subjects().size(); i++) {
      check(binding.subjects().get(i), namespaced, SUBJECTS.index(i));
    }
  }

  private void check(RoleRef reference, boolean namespaced) {
    if (!reference.apiGroup().equals(RbacApi.GROUP)) {
      errors.notSupported(ROLE_REF.field("apiGroup"), reference.apiGroup(), RbacApi.GROUP);
    }
    boolean known = reference.kind().equals(RbacApi.CLUSTER_ROLE)
        || (namespaced && reference.kind().equals(RbacApi.ROLE));
    if (!known && namespaced) {
      errors.notSupported(
          ROLE_REF.field("kind"), reference.kind(), RbacApi.ROLE, RbacApi.CLUSTER_ROLE);
    } else if (!known) {
      errors.notSupported(ROLE_REF.field("kind"), reference.kind(), RbacApi.CLUSTER_ROLE);
    }
    checkName(ROLE_REF.field("name"), reference.name());
  }

  private void check(Subject subject, boolean namespaced, FieldPath path) {
    switch (subject.kind()) {
      case Subject.SERVICE_ACCOUNT -> checkServiceAccount(subject, namespaced, path);
      case Subject.USER, Subject.GROUP -> {
        if (!subject.apiGroup().equals(RbacApi.GROUP)) {
          errors.notSupported(path.field("apiGroup"), subject.apiGroup(), RbacApi.GROUP);
        }
      }
      default ->
        errors.notSupported(
            path.field("kind"),
            subject.kind(),
            Subject.SERVICE_ACCOUNT,
            Subject.USER,
            Subject.GROUP);
    }
  }

  private void checkServiceAccount(Subject subject, boolean namespaced, FieldPath path) {
    if (!subject.name().isEmpty()) {
      for (String error : Names.dnsSubdomainErrors(subject.name())) {
        errors.invalid(path.field("name"), GoText.quote(subject.name()), error);
      }
    }
    if (!subject.apiGroup().isEmpty()) {
      errors.notSupported(path.field("apiGroup"), subject.apiGroup(), "");
    }
    if (!namespaced && subject.namespace().isEmpty()) {
      errors.required(path.field("namespace"), "");
    }
  }

  private void checkMetadata(ObjectMeta metadata) {
    String prefix = metadata.generateName() == null ? "" : metadata.generateName();
    checkName(METADATA.field("generateName"), prefix);
    if (metadata.nameOrEmpty().isEmpty() && prefix.isEmpty()) {
      errors.required(METADATA.field("name"), "name or generateName is required");
    }
    checkName(METADATA.field("name"), metadata.nameOrEmpty());
  }

  private void checkName(FieldPath path, String name) {
    for (String error : Names.pathSegmentErrors(name)) {
      errors.invalid(path, GoText.quote(name), error);
    }
  }

  private void requireVerbs(RuleSet role) {
    for (int i = 0; i < role.rules().size(); i++) {
      if (role.rules().get(i).verbs().isEmpty()) {
        errors.required(RULES.index(i).field("verbs"), "");
      }
    }
  }

  private void requireSubjectNames(Binding binding) {
    for (int i = 0; i < binding.subjects().size(); i++) {
      if (binding.subjects().get(i).name().isEmpty()) {
        errors.required(SUBJECTS.index(i).field("name"), "");
      }
    }
  }

  private void requireRoleName(Binding binding) {
    if (binding.roleRef().name().isEmpty()) {
      errors.required(ROLE_REF.field("name"), "");
    }
  }

  /** The reference as {@code json.Marshal} writes the API server's own type. */
  private static String json(RoleRef reference) {
    return "{\"APIGroup\":" + GoText.json(reference.apiGroup())
        + ",\"Kind\":" + GoText.json(reference.kind())
        + ",\"Name\":" + GoText.json(reference.name()) + "}";
  }
}
