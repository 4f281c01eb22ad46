package io.plimsoll.rbac.risk;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.rbac.Aggregation;
import io.plimsoll.rbac.AggregationRule;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.ClusterRoleBinding;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.RoleRef;
import io.plimsoll.rbac.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A small cluster, in which the service account {@code shop/clerk} is the one whose paths are looked at.
 *
 * <p>Everything is allowed to the service account {@code shop/boss}, as which the Deployment {@code shop/web} runs and whose
 * token is in the secret {@code shop/boss-token}; to the user {@code root}, the group {@code admins} and
 * the group {@code system:bootstrappers}. The namespace {@code safe} keeps privileged pods out.
 */
final class Estate {

  static final Subject CLERK = Subject.serviceAccount("shop", "clerk");

  static final Cluster CLUSTER =
      Cluster.of(Manifests.read("estate.yaml", """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: safe
        labels: {pod-security.kubernetes.io/enforce: baseline}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            serviceAccountName: boss
            containers: [{name: web, image: web}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: job, namespace: shop}
      spec:
        containers: [{name: job, image: job}]
      ---
      apiVersion: v1
      kind: Secret
      metadata:
        name: boss-token
        namespace: shop
        annotations: {kubernetes.io/service-account.name: boss}
      type: kubernetes.io/service-account-token
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: other, namespace: shop}
      """).orThrow().objects());

  private final List<ClusterRole> clusterRoles = new ArrayList<>();
  private final List<Role> roles = new ArrayList<>();
  private final List<ClusterRoleBinding> clusterRoleBindings = new ArrayList<>();
  private final List<RoleBinding> roleBindings = new ArrayList<>();
  private Cluster cluster = CLUSTER;
  private int clerkRoles;

  Estate() {
    clusterRole("everything", "* *.*");
    clusterRole("reader", "get pods");
    bind(
        "everything",
        Subject.serviceAccount("shop", "boss"),
        Subject.user("root"),
        Subject.group("admins"),
        Subject.group("system:bootstrappers"));
  }

  Estate in(Cluster other) {
    cluster = other;
    return this;
  }

  /** Adds a role with rules such as {@code get,list secrets x,y; create pods/exec}. */
  Estate clusterRole(String name, String rules) {
    clusterRoles.add(ClusterRole.of(name, rules(rules)));
    return this;
  }

  Estate aggregated(String name, AggregationRule rule, String rules) {
    clusterRoles.add(new ClusterRole(ClusterRole.of(name).metadata(), List.of(rules(rules)), rule));
    return this;
  }

  Estate role(String namespace, String name, String rules) {
    roles.add(Role.of(namespace, name, rules(rules)));
    return this;
  }

  Estate bind(String role, Subject... subjects) {
    clusterRoleBindings.add(
        ClusterRoleBinding.of("to-" + role, RoleRef.clusterRole(role), subjects));
    return this;
  }

  Estate bindIn(String namespace, RoleRef role, Subject... subjects) {
    roleBindings.add(RoleBinding.of(namespace, "to-" + role.name(), role, subjects));
    return this;
  }

  /** Lets the clerk do this: in a namespace, or everywhere. */
  Estate clerk(String scope, String rules) {
    String name = "clerk" + "-more".repeat(clerkRoles++);
    clusterRole(name, rules);
    return scope.equals("everywhere")
        ? bind(name, CLERK)
        : bindIn(scope, RoleRef.clusterRole(name), CLERK);
  }

  Rbac rbac() {
    return Rbac.of(clusterRoles, roles, clusterRoleBindings, roleBindings);
  }

  Rbac aggregatedRbac() {
    return Rbac.of(Aggregation.of(clusterRoles), roles, clusterRoleBindings, roleBindings);
  }

  RiskAnalysis analysis() {
    return RiskAnalysis.of(rbac(), cluster);
  }

  /** Returns the techniques of the clerk's path to a goal, empty if there is none. */
  String techniques(String goal) {
    return techniques(analysis(), goal);
  }

  static String techniques(RiskAnalysis analysis, String goal) {
    return analysis
        .path(CLERK, goal(goal))
        .map(path -> path.steps().stream()
            .map(step -> step.technique().id().substring("rbac/risk/".length()))
            .collect(Collectors.joining(" ")))
        .orElse("");
  }

  static Goal goal(String id) {
    int colon = id.indexOf(':');
    String kind = colon < 0 ? id : id.substring(0, colon);
    return Arrays.stream(Goal.Kind.values())
        .filter(one -> one.id().equals(kind))
        .map(one -> new Goal(one, colon < 0 ? "" : id.substring(colon + 1)))
        .findFirst()
        .orElseThrow();
  }

  static PolicyRule[] rules(String text) {
    return Arrays.stream(text.split(";"))
        .map(String::strip)
        .filter(rule -> !rule.isEmpty())
        .map(Estate::rule)
        .toArray(PolicyRule[]::new);
  }

  /** Reads {@code verbs resource.group/subresource names}; lists are joined by commas. */
  private static PolicyRule rule(String text) {
    List<String> parts = List.of(text.split(" "));
    String resource = parts.get(1);
    int slash = resource.indexOf('/');
    String typed = slash < 0 || resource.startsWith("*/") ? resource : resource.substring(0, slash);
    int point = typed.indexOf('.');
    String group = point < 0 ? "" : typed.substring(point + 1);
    String plural = point < 0 ? typed : typed.substring(0, point);
    String sub = slash < 0 || resource.startsWith("*/") ? "" : resource.substring(slash);
    PolicyRule rule =
        PolicyRule.of(List.of(parts.get(0).split(",")), List.of(group), List.of(plural + sub));
    return parts.size() < 3 ? rule : rule.named(parts.get(2).split(","));
  }
}
