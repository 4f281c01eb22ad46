package io.plimsoll.rbac.lint;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.schema.ResourceCatalog;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong, superfluous or risky in the roles and bindings of some manifests, by {@link LintRule}.
 *
 * <p>The manifests may be a part of what is in the cluster: the roles, bindings and service accounts that Kubernetes brings along
 * are known, and what is in namespaces of which the manifests tell nothing is not missed. Nothing is found in the roles and bindings of
 * {@link io.plimsoll.rbac.BootstrapPolicy} as long as they are as Kubernetes makes them. The custom resources that the manifests
 * define are known.
 *
 * <p>The cost grows with the length of the manifests; suggestions and redundant rules are given up past an effort that only manifests with
 * thousands of mistakes, or roles of thousands of rules, need.
 */
public final class RbacLint {

  /** Comparisons of names, each less than a microsecond. */
  private static final long NAMES = 200_000;

  /** Comparisons of rules, each less than a microsecond. */
  private static final long RULES = 500_000;

  private final List<Finding> findings;

  private RbacLint(List<Finding> findings) {
    this.findings = findings;
  }

  /** Returns what is found in the roles and bindings of a cluster that serves the resources of Kubernetes. */
  public static RbacLint of(Cluster cluster) {
    return of(cluster, ResourceCatalog.kubernetes());
  }

  /**
   * Returns what is found in the roles and bindings of a cluster.
   *
   * @param catalog the resources that are served, but for custom resources; of its groups, no others are
   */
  public static RbacLint of(Cluster cluster, ResourceCatalog catalog) {
    Facts facts = Facts.of(cluster, catalog);
    List<Finding> found = new ArrayList<>();
    roles(facts, found);
    bindings(facts, found);
    return new RbacLint(found.stream().sorted().toList());
  }

  private static void roles(Facts facts, List<Finding> found) {
    ScopeCheck scope = new ScopeCheck(facts);
    PatternCheck patterns = new PatternCheck(facts);
    GroupWords groups = new GroupWords(facts);
    ResourceWords resources = new ResourceWords(facts, new Effort(NAMES));
    VerbWords verbs = new VerbWords(facts);
    Wildcards wildcards = new Wildcards(facts);
    RedundantRules redundant = new RedundantRules(new Effort(RULES));
    RoleUse use = new RoleUse(facts);
    for (WrittenRole role : facts.roles()) {
      EmptyRules.checkRole(role, found);
      use.check(role, found);
      redundant.check(role, found);
      // The rules of an aggregated role are found where they come from.
      for (WrittenRule rule : role.isAggregated() ? List.<WrittenRule>of() : role.rules()) {
        EmptyRules.checkRule(rule, found);
        RepeatedWords.check(rule, found);
        scope.check(rule, found);
        patterns.check(rule, found);
        NameCheck.check(rule, found);
        groups.check(rule, found);
        resources.check(rule, found);
        verbs.check(rule, found);
        wildcards.check(rule, found);
      }
      Refusals.check(role, found);
    }
  }

  private static void bindings(Facts facts, List<Finding> found) {
    RoleReferences references = new RoleReferences(facts, new Effort(NAMES));
    Subjects subjects = new Subjects(facts, new Effort(NAMES));
    RepeatedGrants repeated = new RepeatedGrants(facts);
    for (WrittenBinding binding : facts.bindings()) {
      references.check(binding, found);
      subjects.check(binding, found);
      repeated.check(binding, found);
      Refusals.check(binding, found);
    }
  }

  /** Returns the findings, by object, field and rule. */
  public List<Finding> findings() {
    return findings;
  }
}
