package io.plimsoll.rbac;

import java.util.ArrayList;
import java.util.List;

/**
 * What a user may do in a namespace, as a {@code SelfSubjectRulesReview} answers. Mirrors {@code RBACAuthorizer.RulesFor} of
 * {@code plugin/pkg/auth/authorizer/rbac/rbac.go} and {@code authorization.k8s.io/v1 SubjectRulesReviewStatus}.
 *
 * <p>Rules about URLs are listed from RoleBindings too, although none of them has an effect.
 *
 * @param resourceRules rules about resources, in the order in which bindings are visited; repeated ones are repeated
 * @param nonResourceRules rules about URLs
 * @param incomplete whether rules may be missing; RBAC always answers {@code false}, errors or not
 * @param evaluationError what is said of roles that do not exist, or empty
 */
public record RulesReview(
    List<ResourceRule> resourceRules,
    List<NonResourceRule> nonResourceRules,
    boolean incomplete,
    String evaluationError) {

  public RulesReview {
    resourceRules = List.copyOf(resourceRules);
    nonResourceRules = List.copyOf(nonResourceRules);
  }

  /** Verbs on resources. Mirrors {@code authorization.k8s.io/v1 ResourceRule}. */
  public record ResourceRule(
      List<String> verbs,
      List<String> apiGroups,
      List<String> resources,
      List<String> resourceNames) {

    public ResourceRule {
      verbs = List.copyOf(verbs);
      apiGroups = List.copyOf(apiGroups);
      resources = List.copyOf(resources);
      resourceNames = List.copyOf(resourceNames);
    }
  }

  /** Verbs on URLs. Mirrors {@code authorization.k8s.io/v1 NonResourceRule}. */
  public record NonResourceRule(List<String> verbs, List<String> nonResourceURLs) {

    public NonResourceRule {
      verbs = List.copyOf(verbs);
      nonResourceURLs = List.copyOf(nonResourceURLs);
    }
  }

  /** Returns the review of the rules of bindings; a rule that has resources and URLs counts as two. */
  static RulesReview of(List<PolicyRule> rules, List<String> errors) {
    List<ResourceRule> resourceRules = new ArrayList<>();
    List<NonResourceRule> nonResourceRules = new ArrayList<>();
    for (PolicyRule rule : rules) {
      if (!rule.resources().isEmpty()) {
        resourceRules.add(new ResourceRule(
            rule.verbs(), rule.apiGroups(), rule.resources(), rule.resourceNames()));
      }
      if (!rule.nonResourceURLs().isEmpty()) {
        nonResourceRules.add(new NonResourceRule(rule.verbs(), rule.nonResourceURLs()));
      }
    }
    return new RulesReview(resourceRules, nonResourceRules, false, UpstreamText.aggregate(errors));
  }

  /** Returns the rules as those of a role, those about resources first. Mirrors {@code convertToPolicyRule} of {@code cani.go}. */
  public List<PolicyRule> toPolicyRules() {
    List<PolicyRule> rules = new ArrayList<>();
    for (ResourceRule rule : resourceRules) {
      rules.add(new PolicyRule(
          rule.verbs(), rule.apiGroups(), rule.resources(), rule.resourceNames(), List.of()));
    }
    for (NonResourceRule rule : nonResourceRules) {
      rules.add(PolicyRule.ofUrls(rule.verbs(), rule.nonResourceURLs()));
    }
    return rules;
  }

  /** Returns the table that {@code kubectl auth can-i --list} prints. */
  public String table() {
    return PolicyRules.table(toPolicyRules());
  }

  /** Returns what {@code kubectl auth can-i --list} warns of, or empty: errors alone are no reason to. */
  public String warning() {
    return incomplete ? "the list may be incomplete: " + evaluationError : "";
  }
}
