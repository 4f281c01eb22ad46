package io.plimsoll.netpol.lint;

import io.plimsoll.core.finding.Rule;
import io.plimsoll.core.manifest.Severity;

/**
 * A thing that the linter finds in network policies.
 *
 * <p>Errors are what the API server refuses; warnings are what most likely means something else than its author thinks, or leaves
 * open what should not be; the rest is worth knowing.
 */
public enum LintRule implements Rule {

  // Selectors
  /** A policy is about pods, or their namespaces, that the manifests do not have, though they have others. */
  POLICY_SELECTS_NOTHING(Severity.WARNING, false, "a policy selects no pod of the manifests"),
  /** A peer is about pods, or their namespaces, that the manifests do not have, though they have others. */
  PEER_SELECTS_NOTHING(Severity.WARNING, false, "a peer of a rule selects no pod of the manifests"),
  /** A namespaceSelector and a podSelector are two items, where one was most likely meant. */
  SPLIT_PEER(
      Severity.WARNING, false, "a namespaceSelector and a podSelector are two items, not one"),
  /** An ipBlock has addresses of pods; it is up to the network plug-in whether it is about them. */
  IP_BLOCK_OVER_PODS(Severity.INFO, false, "an ipBlock has addresses of pods"),

  // Isolation
  /** No policy isolates a workload for a direction. */
  UNPROTECTED_WORKLOAD(Severity.WARNING, false, "no policy isolates a workload for a direction"),
  /** No policy isolates any workload of a namespace for a direction; worth knowing only for egress. */
  UNPROTECTED_NAMESPACE(
      Severity.WARNING, false, "no policy isolates any workload of a namespace for a direction"),
  /** Rules are there for a direction that policyTypes does not name; worth knowing only, if there are none. */
  IGNORED_RULES(Severity.WARNING, false, "policyTypes leaves out the direction of some rules"),
  /** policyTypes is absent, so that a policy with rules for egress isolates for ingress as well. */
  IMPLIED_INGRESS(
      Severity.WARNING, false, "without policyTypes a policy isolates for ingress as well"),
  /** A list is written down and empty, which allows everything. */
  EMPTY_LIST(Severity.WARNING, false, "an empty list allows everything, not nothing"),

  // Rules without effect
  /** Other rules allow all that a rule does. */
  REDUNDANT_RULE(Severity.INFO, true, "nothing would change without a rule"),
  /** Other policies do all that a policy does. */
  REDUNDANT_POLICY(Severity.INFO, false, "nothing would change without a policy"),
  /** Rules that come earlier decide all that a rule matches. */
  SHADOWED_RULE(Severity.WARNING, true, "earlier rules decide all that a rule matches"),
  /** Two policies of administrators have the same priority, and their order matters. */
  EQUAL_PRIORITY(
      Severity.WARNING, false, "two policies have the same priority, and their order matters"),
  /** The network plug-in does not act on a policy, or on a part of one. */
  NOT_ENFORCED(Severity.WARNING, false, "the network plug-in does not act on it"),

  // Ports
  /** Egress is restricted, and the cluster's DNS is not allowed. */
  DNS_EGRESS_FORGOTTEN(
      Severity.WARNING, false, "egress is restricted, and the cluster's DNS is not allowed"),
  /** The cluster's DNS is allowed by UDP only. */
  DNS_TCP_FORGOTTEN(Severity.INFO, false, "the cluster's DNS is allowed by UDP only"),
  /** No pod that is meant has a port of a name. */
  UNKNOWN_PORT_NAME(Severity.WARNING, false, "no pod that is meant has a port of that name"),
  /** A number in quotes is the name of a port; the API server refuses it. */
  QUOTED_PORT(Severity.ERROR, false, "a number in quotes is the name of a port");

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
    return "netpol";
  }

  @Override
  public Severity severity() {
    return severity;
  }

  /** Returns whether its fixes take away only what has no effect: no connection of the manifests is allowed otherwise then. */
  public boolean keepsConnections() {
    return harmless;
  }

  @Override
  public String summary() {
    return summary;
  }
}
