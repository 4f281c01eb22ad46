package io.plimsoll.rbac;

import io.plimsoll.core.authz.SubjectRules;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what, by the roles and bindings of a cluster, in upstream's words and with the rule that decides.
 *
 * <p>The answers are those of the RBAC authorizer alone. The API server asks it only after it has let the group {@code
 * system:masters} through; {@link #canWithMasters} does so, too. Bindings are visited in the order in which they were given,
 * ClusterRoleBindings first; a cluster visits them in an order of chance, which shows in reasons where several bindings allow the
 * same. What a question costs grows with the bindings of the user, not with those of the cluster.
 */
public final class Rbac {

  private final List<ClusterRole> clusterRoles;
  private final List<Role> roles;
  private final List<ClusterRoleBinding> clusterRoleBindings;
  private final List<RoleBinding> roleBindings;
  private final List<Problem> problems;
  private final BindingIndex index;

  private Rbac(
      List<ClusterRole> clusterRoles,
      List<Role> roles,
      List<ClusterRoleBinding> clusterRoleBindings,
      List<RoleBinding> roleBindings,
      List<Problem> problems,
      BindingIndex index) {
    this.clusterRoles = List.copyOf(clusterRoles);
    this.roles = List.copyOf(roles);
    this.clusterRoleBindings = List.copyOf(clusterRoleBindings);
    this.roleBindings = List.copyOf(roleBindings);
    this.problems = List.copyOf(problems);
    this.index = index;
  }

  private static Rbac of(
      RoleLookup lookup,
      List<ClusterRole> clusterRoles,
      List<Role> roles,
      List<ClusterRoleBinding> clusterRoleBindings,
      List<RoleBinding> roleBindings,
      List<Problem> problems) {
    BindingIndex index = new BindingIndex(lookup, clusterRoleBindings, roleBindings);
    return new Rbac(clusterRoles, roles, clusterRoleBindings, roleBindings, problems, index);
  }

  /**
   * Returns what the roles and bindings of a cluster allow, once aggregated roles have collected their rules. Add {@link
   * BootstrapPolicy#addTo} for what an API server brings along.
   */
  public static Rbac of(Cluster cluster) {
    return of(
        Aggregation.of(cluster.all(ClusterRole.KIND)),
        cluster.all(Role.KIND),
        cluster.all(ClusterRoleBinding.KIND),
        cluster.all(RoleBinding.KIND));
  }

  /** Returns what these objects allow, as they are: aggregated roles have the rules that are written in them. */
  public static Rbac of(
      List<ClusterRole> clusterRoles,
      List<Role> roles,
      List<ClusterRoleBinding> clusterRoleBindings,
      List<RoleBinding> roleBindings) {
    RoleLookup lookup = new RoleLookup(clusterRoles, roles, RuleSources.OWN);
    return of(lookup, clusterRoles, roles, clusterRoleBindings, roleBindings);
  }

  /** Returns what these objects allow, as they are; the roles are looked up already. */
  static Rbac of(
      RoleLookup lookup,
      List<ClusterRole> clusterRoles,
      List<Role> roles,
      List<ClusterRoleBinding> clusterRoleBindings,
      List<RoleBinding> roleBindings) {
    return of(lookup, clusterRoles, roles, clusterRoleBindings, roleBindings, List.of());
  }

  /** Returns what these objects allow, once aggregated roles have collected their rules. */
  public static Rbac of(
      Aggregation aggregation,
      List<Role> roles,
      List<ClusterRoleBinding> clusterRoleBindings,
      List<RoleBinding> roleBindings) {
    List<ClusterRole> clusterRoles = aggregation.roles();
    RoleLookup lookup = new RoleLookup(clusterRoles, roles, aggregation.sources());
    return of(
        lookup, clusterRoles, roles, clusterRoleBindings, roleBindings, aggregation.problems());
  }

  /** Returns what is allowed once the bindings of these names are gone; others than the cluster's do not count. */
  public Rbac without(Collection<ObjectRef> bindings) {
    Set<ObjectRef> gone = Set.copyOf(bindings);
    return new Rbac(
        clusterRoles,
        roles,
        clusterRoleBindings.stream().filter(one -> !gone.contains(one.ref())).toList(),
        roleBindings.stream().filter(one -> !gone.contains(one.ref())).toList(),
        problems,
        index.without(gone));
  }

  /** Returns whether RBAC allows a user's request, and why. */
  public Decision can(User user, Attributes request) {
    return index.decide(user, request);
  }

  /** Returns what {@link #can} does, but that users in {@code system:masters} may do everything, as the API server has it. */
  public Decision canWithMasters(User user, Attributes request) {
    return user.isIn(User.MASTERS) ? Decision.MASTERS : can(user, request);
  }

  /** Returns every rule that allows a user's request or, where none does, what comes nearest to allowing it. */
  public Explanation why(User user, Attributes request) {
    return new Explainer(index, user, request).explain();
  }

  /** Returns everybody who may do something, {@code system:masters} first, each once with the grants they have it from. */
  public WhoCan whoCan(Attributes request) {
    return search(request).whoCan();
  }

  /**
   * Returns what upstream's subject locator answers: the subjects of all bindings that allow it as they are written, repeated
   * ones too. For people there is {@link #whoCan}.
   */
  public AllowedSubjects allowedSubjects(Attributes request) {
    return search(request).allowedSubjects();
  }

  private SubjectSearch search(Attributes request) {
    return new SubjectSearch(
        new RoleAnswers(request, index.roles()), index.scopes(request.namespace()));
  }

  /**
   * Returns what a user may do in a namespace, as a {@code SelfSubjectRulesReview} answers: rules in the order in which bindings are
   * visited, repeated ones repeated, and as error the roles that do not exist. RBAC's answer always counts as complete, errors or
   * not.
   *
   * <p>Rules about URLs are listed from RoleBindings too, although none of them has an effect.
   */
  public SubjectRules rulesFor(User user, String namespace) {
    List<Bound> bindings = index.bindingsOf(user, namespace);
    return RuleListing.of(rules(bindings), errors(bindings));
  }

  /**
   * Returns the bindings that are for a user, in the order in which they are visited: those of the cluster, then those of the
   * namespace. The empty namespace has none of its own.
   */
  public List<AppliedBinding> bindingsOf(User user, String namespace) {
    return index.bindingsOf(user, namespace).stream()
        .map(bound -> new AppliedBinding(
            bound.binding(),
            bound.binding().subjectFor(user).orElseThrow(),
            Optional.ofNullable(bound.role()).map(RuleIndex::role)))
        .toList();
  }

  /** Returns the role a binding grants; the binding need not be one of the cluster's. */
  public Optional<RuleSet> roleOf(Binding binding) {
    return Optional.ofNullable(index.roles().find(binding.roleRef(), binding.scope()))
        .map(RuleIndex::role);
  }

  /** Returns the role that a binding whose role does not exist most likely means, if one has a similar name. */
  public Optional<RoleRef> nearestRole(Binding binding) {
    return index.roles().nearest(binding, null);
  }

  /** Returns where a rule of one of the roles is written: in the role itself, unless that is aggregated. */
  public RuleSource source(RuleSet role, int rule) {
    return index.roles().sources().of(role, rule);
  }

  /**
   * Returns whether a user holds all that some rules allow, in a namespace or, with the empty one, everywhere. Nobody may grant
   * more than that.
   */
  public GrantCheck mayGrant(User user, String namespace, List<PolicyRule> rules) {
    List<Bound> bindings = index.bindingsOf(user, namespace);
    return new GrantCheck(
        user, PolicyRules.covers(rules(bindings), rules).uncovered(), errors(bindings));
  }

  /** Returns whether a user who is authorized to create roles may create this one. */
  public WriteCheck mayCreate(User user, RuleSet role) {
    return new EscalationGuard(this, user).check(role, null);
  }

  /** Returns whether a user who is authorized to update a role may make this of it. */
  public WriteCheck mayUpdate(User user, RuleSet old, RuleSet role) {
    return new EscalationGuard(this, user).check(role, old);
  }

  /** Returns whether a user who is authorized to create bindings may create this one. */
  public WriteCheck mayCreate(User user, Binding binding) {
    return new EscalationGuard(this, user).check(binding, null);
  }

  /** Returns whether a user who is authorized to update a binding may make this of it. */
  public WriteCheck mayUpdate(User user, Binding old, Binding binding) {
    return new EscalationGuard(this, user).check(binding, old);
  }

  /** Returns the answers to each question for each user in each namespace; the namespace of a question does not count. */
  public AccessMatrix matrix(
      List<User> users, List<String> namespaces, List<Attributes> questions) {
    return new AccessMatrix(index, users, namespaces, questions);
  }

  /** Returns the ClusterRoles, with the rules that aggregated ones have collected. */
  public List<ClusterRole> clusterRoles() {
    return clusterRoles;
  }

  /** Returns the Roles. */
  public List<Role> roles() {
    return roles;
  }

  /** Returns the ClusterRoleBindings in the order in which they are visited. */
  public List<ClusterRoleBinding> clusterRoleBindings() {
    return clusterRoleBindings;
  }

  /** Returns the RoleBindings; those of a namespace are visited in this order. */
  public List<RoleBinding> roleBindings() {
    return roleBindings;
  }

  /** Returns what was wrong with the aggregation of ClusterRoles. */
  public List<Problem> problems() {
    return problems;
  }

  private static List<PolicyRule> rules(List<Bound> bindings) {
    List<PolicyRule> rules = new ArrayList<>();
    for (Bound bound : bindings) {
      if (bound.role() != null) {
        rules.addAll(bound.role().role().rules());
      }
    }
    return rules;
  }

  private static List<String> errors(List<Bound> bindings) {
    return bindings.stream()
        .filter(bound -> bound.role() == null)
        .map(Bound::error)
        .toList();
  }
}
