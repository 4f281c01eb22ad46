package io.plimsoll.rbac.lint;

import io.plimsoll.core.finding.Rule;
import io.plimsoll.core.manifest.Severity;

/**
 * A thing that the linter finds in roles and bindings.
 *
 * <p>Errors are what the API server refuses, and what opens the cluster to strangers or surely misses its aim; warnings are what most
 * likely means something else than its author thinks; the rest is worth knowing.
 */
public enum LintRule implements Rule {

  // References
  /** The role of a binding does not exist; an error if another of a similar name does. */
  MISSING_ROLE(Severity.WARNING, false, "a binding names a role that does not exist"),
  /**
   * A service account does not exist. An error if another of a similar name does; worth knowing only, where the manifests have
   * nothing else of its namespace.
   */
  MISSING_SERVICE_ACCOUNT(
      Severity.WARNING, false, "a binding names a service account that does not exist"),
  /** A ClusterRoleBinding names a Role; the API server refuses it. */
  CLUSTER_ROLE_BINDING_OF_ROLE(Severity.ERROR, false, "a ClusterRoleBinding names a Role"),
  /** A subject, or the reference to a role, has the wrong API group; the API server refuses it. */
  WRONG_API_GROUP(
      Severity.ERROR, true, "a subject or the reference to a role has the wrong API group"),
  /** A ClusterRoleBinding names a service account without its namespace; the API server refuses it. */
  SERVICE_ACCOUNT_WITHOUT_NAMESPACE(
      Severity.ERROR, false, "a ClusterRoleBinding names a service account without its namespace"),
  /** A user or group has a namespace, which means nothing. */
  NAMESPACE_OF_USER(Severity.WARNING, true, "a user or group is given a namespace"),
  /** The name of a user or group has a star, which stands for itself. */
  SUBJECT_PATTERN(
      Severity.WARNING, false, "the name of a user or group has a star, which matches itself only"),
  /** A binding is for nobody. */
  NO_SUBJECTS(Severity.INFO, false, "a binding has no subjects"),
  /** Anything else that the API server refuses, in its words. */
  REFUSED(Severity.ERROR, false, "the API server refuses the object"),

  // Grants without effect
  /** A rule has no verbs, no resources, or no API groups; the API server refuses it. */
  EMPTY_RULE(Severity.ERROR, true, "a rule allows nothing"),
  /** A role has no rules. */
  EMPTY_ROLE(Severity.INFO, false, "a role has no rules"),
  /** URLs are granted within a namespace; the API server refuses them in a Role. */
  URL_WITHOUT_EFFECT(Severity.WARNING, true, "URLs are granted within a namespace"),
  /** A cluster-scoped resource is granted within a namespace. */
  CLUSTER_SCOPE_WITHOUT_EFFECT(
      Severity.WARNING, true, "a cluster-scoped resource is granted within a namespace"),
  /** A star stands where it is a character like others, as in {@code pods/*}. */
  PATTERN_WITHOUT_EFFECT(Severity.WARNING, true, "a star stands where it matches nothing"),
  /** A rule for names has {@code deletecollection}, which never has a name. */
  NAMES_WITHOUT_EFFECT(
      Severity.WARNING, true, "resourceNames stand beside deletecollection, which has no name"),
  /** A rule for names has {@code create}, which has a name only when an object is applied or put. */
  NAMES_WITH_CREATE(
      Severity.WARNING, false, "resourceNames stand beside create, which rarely has a name"),
  /** A rule for names has {@code list}, which has a name only by a field selector. */
  NAMES_WITH_LIST(
      Severity.INFO, false, "resourceNames stand beside list, which has a name by selector only"),
  /** A name has a star, which stands for itself. */
  NAME_PATTERN(Severity.WARNING, false, "a resourceName has a star, which matches itself only"),
  /** The rules of an aggregated role are replaced by those it collects. */
  REPLACED_RULES(Severity.WARNING, true, "an aggregated ClusterRole has rules of its own"),
  /** Aggregated roles collect from one another; an error if they never come to rest. */
  AGGREGATION_CYCLE(
      Severity.WARNING, false, "aggregated ClusterRoles collect rules from one another"),

  // Words that nobody knows
  /** An API group looks misspelled, or has a version. */
  UNKNOWN_API_GROUP(Severity.WARNING, false, "an API group looks misspelled"),
  /** A resource or subresource is in none of the rule's API groups. */
  UNKNOWN_RESOURCE(Severity.WARNING, false, "a resource is in none of the rule's API groups"),
  /** A verb is none. */
  UNKNOWN_VERB(Severity.WARNING, false, "a verb is none that requests have"),
  /** A resource or API group was removed from Kubernetes. */
  REMOVED_API(Severity.INFO, true, "a resource or API group was removed from Kubernetes"),
  /** No resource of a rule takes a verb, or a resource takes no verb of its rule; the latter is a warning. */
  UNSUPPORTED_VERB(Severity.INFO, true, "a verb is none that the resource takes"),

  // More than is needed
  /** Other rules of the role allow all that a rule does. */
  REDUNDANT_RULE(Severity.INFO, true, "other rules of the role allow all that a rule does"),
  /** A rule is for some names, but another rule of the role allows the same for all names. */
  SHADOWED_RULE(
      Severity.WARNING, true, "a rule is for some names, and another allows the same for all"),
  /** A rule says the same word twice. */
  REPEATED_WORD(Severity.INFO, true, "a rule says the same word twice"),
  /** Two bindings give a subject the same role in the same place. */
  DUPLICATE_GRANT(Severity.INFO, true, "a subject is given the same role twice"),
  /** A subject has a role in a namespace, and everywhere too. */
  SHADOWED_GRANT(
      Severity.WARNING, true, "a subject is given a role in a namespace that it has everywhere"),
  /** A role has the name of one that the API server makes itself, and other rules. */
  REDEFINED_ROLE(
      Severity.WARNING, false, "a role has the name of one that the API server makes itself"),
  /** No binding names a role, and no role collects its rules. */
  UNUSED_ROLE(Severity.INFO, false, "no binding names a role"),

  // Power
  /** A rule allows everything. */
  WILDCARD_ALL(Severity.WARNING, false, "a rule allows every verb on every resource"),
  /** A rule allows all verbs; worth knowing only, where none of them gives power over others. */
  WILDCARD_VERBS(Severity.WARNING, false, "a rule allows every verb"),
  /** A rule is about all resources; worth knowing only, where it is about custom resources. */
  WILDCARD_RESOURCES(Severity.WARNING, false, "a rule is about every resource"),
  /** A rule is about the resources of all API groups. */
  WILDCARD_API_GROUPS(Severity.INFO, false, "a rule is about every API group"),
  /** A rule is about all URLs. */
  WILDCARD_URLS(Severity.INFO, false, "a rule is about every URL"),
  /** A role is given to the service account that pods have if they do not ask for another. */
  DEFAULT_SERVICE_ACCOUNT(Severity.WARNING, false, "a role is given to a default service account"),
  /** A role is given to everybody, known or not. */
  ANONYMOUS(Severity.ERROR, false, "a role is given to strangers"),
  /** A role is given to all users, or all service accounts. */
  EVERYBODY(Severity.WARNING, false, "a role is given to all users or all service accounts"),
  /** A role is given to {@code system:masters}, which may do everything anyway. */
  MASTERS(Severity.WARNING, false, "a role is given to system:masters"),
  /** The role {@code cluster-admin} is given. */
  CLUSTER_ADMIN(Severity.WARNING, false, "the role cluster-admin is given");

  private final Severity severity;
  private final boolean harmless;
  private final String summary;

  LintRule(Severity severity, boolean harmless, String summary) {
    this.severity = severity;
    this.harmless = harmless;
    this.summary = summary;
  }

  @Override
  public String group() {
    return "rbac";
  }

  @Override
  public Severity severity() {
    return severity;
  }

  /** Returns whether its fixes take away only what has no effect: no request that can be made is decided otherwise then. */
  public boolean keepsDecisions() {
    return harmless;
  }

  @Override
  public String summary() {
    return summary;
  }
}
