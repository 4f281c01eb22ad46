package io.plimsoll.rbac.kubectl;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.PolicyRules;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.RuleSet;
import io.plimsoll.rbac.Subject;
import io.plimsoll.rbac.manifest.RbacTrees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The bindings that name a subject, their roles, and what they allow: the answer of the plug-in {@code kubectl rolesum}.
 *
 * <p>What the subject may do as a member of groups is not here: {@link Rbac#rulesFor} has it.
 *
 * @param subject the subject
 * @param roles the bindings that name it, those of namespaces first, in the order in which the cluster has them
 * @param effective what the bindings allow together, everywhere first, then by namespace
 */
public record RoleSummary(Subject subject, List<BoundRole> roles, List<Effective> effective) {

  public RoleSummary {
    roles = List.copyOf(roles);
    effective = List.copyOf(effective);
  }

  /**
   * A binding that names the subject.
   *
   * @param binding the binding
   * @param role the role it grants, empty if there is none
   * @param accesses what the role allows, by resource
   */
  public record BoundRole(Binding binding, Optional<RuleSet> role, List<ResourceAccess> accesses) {

    public BoundRole {
      accesses = List.copyOf(accesses);
    }
  }

  /**
   * What all bindings of one scope allow.
   *
   * @param namespace the namespace, empty for the whole cluster
   * @param rules every resource or URL once with its verbs, in the order of {@code kubectl auth can-i --list}
   */
  public record Effective(String namespace, List<PolicyRule> rules) {

    public Effective {
      rules = List.copyOf(rules);
    }
  }

  /**
   * Returns the summary of a subject.
   *
   * @throws IllegalArgumentException if it is a service account without a namespace
   */
  public static RoleSummary of(Rbac rbac, Subject subject) {
    Subject wanted = subject.canonical("");
    if (wanted.kind().equals(Subject.SERVICE_ACCOUNT) && wanted.namespace().isEmpty()) {
      throw new IllegalArgumentException("no namespace: \"" + subject + "\"");
    }
    List<Binding> bindings = Stream.<Binding>concat(
            rbac.roleBindings().stream(), rbac.clusterRoleBindings().stream())
        .filter(binding -> binding.subjects().stream()
            .anyMatch(one -> one.canonical(binding.scope()).equals(wanted)))
        .toList();
    List<BoundRole> roles = new ArrayList<>();
    Map<String, List<PolicyRule>> rules = new TreeMap<>();
    for (Binding binding : bindings) {
      Optional<RuleSet> role = rbac.roleOf(binding);
      List<PolicyRule> granted = role.map(RuleSet::rules).orElse(List.of());
      roles.add(new BoundRole(binding, role, ResourceAccess.of(granted)));
      List<PolicyRule> inScope = rules.computeIfAbsent(binding.scope(), scope -> new ArrayList<>());
      granted.forEach(rule -> inScope.add(binding.scope().isEmpty() ? rule : rule.withoutUrls()));
    }
    List<Effective> effective = new ArrayList<>();
    rules.forEach(
        (scope, granted) -> effective.add(new Effective(scope, PolicyRules.forDisplay(granted))));
    return new RoleSummary(wanted, roles, effective);
  }

  /**
   * Returns what the subject may do for programs: {@code subject}, and {@code effective}, a list, each with {@code namespace},
   * which is absent for the whole cluster, and {@code rules} as they are written in roles.
   */
  public MappingValue toTree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("subject", RbacTrees.of(subject));
    tree.put("effective", effective.stream().map(RoleSummary::tree).toList());
    return (MappingValue) Value.from(tree);
  }

  private static Map<String, Object> tree(Effective effective) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (!effective.namespace().isEmpty()) {
      tree.put("namespace", effective.namespace());
    }
    tree.put("rules", effective.rules().stream().map(RbacTrees::of).toList());
    return tree;
  }

  /** Returns the summary as {@code kubectl rolesum} prints it, without colours and blanks at the ends of lines. */
  public String text() {
    return RoleSummaryText.of(this);
  }
}
