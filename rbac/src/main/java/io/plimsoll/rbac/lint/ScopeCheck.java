package io.plimsoll.rbac.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.lint.Vocabulary.Known;
import io.plimsoll.rbac.lint.WrittenRule.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what is granted within namespaces and exists outside of them only: URLs, and cluster-scoped resources.
 *
 * <p>A RoleBinding is looked at for requests in its namespace. Requests for URLs and for cluster-scoped resources are in none, but for two:
 * one for a namespace by its name is in that namespace, and whether a ClusterRole may be bound is asked where the binding is.
 */
final class ScopeCheck {

  private static final String NAMESPACES = "namespaces";
  private static final String RBAC_GROUP = Role.KIND.group();

  /** Requests with these verbs name no namespace, even where they are about namespaces. */
  private static final Set<String> UNNAMED = Set.of("list", "watch", "create", "deletecollection");

  private final Reach reach;
  private final Vocabulary vocabulary;

  ScopeCheck(Facts facts) {
    this.reach = facts.reach();
    this.vocabulary = facts.vocabulary();
  }

  void check(WrittenRule written, List<Finding> found) {
    Optional<String> why = why(written);
    if (why.isEmpty()) {
      return;
    }
    if (written.isAboutUrls()) {
      String message = "URLs are in no namespace, " + why.get();
      Severity grade = written.isNamespaced() ? Severity.ERROR : Severity.WARNING;
      found.add(LintRule.URL_WITHOUT_EFFECT
          .at(written.object(), written.path(Part.URLS), grade, message)
          .withFix(written.remove(Part.URLS)));
    }
    List<String> resources = written.rule().resources();
    for (int i = 0; written.isAboutResources() && i < resources.size(); i++) {
      if (isWithoutEffect(written.rule(), resources.get(i))) {
        String message = GoText.quote(resources.get(i)) + " is cluster-scoped, " + why.get();
        found.add(LintRule.CLUSTER_SCOPE_WITHOUT_EFFECT
            .at(written.object(), written.path(Part.RESOURCES, i), message)
            .withFix(written.remove(Part.RESOURCES, i)));
      }
    }
  }

  /** Returns why the rule counts within namespaces only; empty if it counts everywhere, or nowhere. */
  private Optional<String> why(WrittenRule written) {
    return written.owner().role() instanceof ClusterRole role
        ? reach
            .onlyRoleBinding(role)
            .map(binding -> "and only RoleBindings grant this ClusterRole, such as " + binding)
        : Optional.of("and a Role allows nothing outside of its namespace");
  }

  private boolean isWithoutEffect(PolicyRule rule, String resource) {
    List<Known> meant = new ArrayList<>();
    for (String group : rule.apiGroups()) {
      Optional<Known> known = vocabulary.find(group, resource);
      if (known.isEmpty() && !vocabulary.isComplete(group)) {
        return false;
      }
      if (known.isPresent() && countsInNamespace(group, resource, rule.verbs())) {
        return false;
      }
      known.ifPresent(meant::add);
    }
    // What else asks about verbs of its own may name a namespace as it likes.
    return rule.verbs().stream().allMatch(Verbs::isForResources)
        && !meant.isEmpty()
        && meant.stream().noneMatch(Known::namespaced);
  }

  private static boolean countsInNamespace(String group, String resource, List<String> verbs) {
    if (group.isEmpty() && resource.equals(NAMESPACES)) {
      return !UNNAMED.containsAll(verbs);
    }
    if (group.isEmpty() && resource.startsWith(NAMESPACES + "/")) {
      return true;
    }
    return group.equals(RBAC_GROUP)
        && resource.equals("clusterroles")
        && (verbs.contains("bind") || verbs.contains(WrittenRule.ALL));
  }
}
