package io.plimsoll.posture.tenant;

import io.plimsoll.core.finding.Rule;
import io.plimsoll.core.manifest.Severity;

/**
 * A thing that a namespace lacks to be a tenant apart from others, or has too much of.
 *
 * <p>What is lacking is found of namespaces that the manifests define only, as others may be defined, and closed, elsewhere; and
 * not of those of the control plane.
 */
public enum TenantRule implements Rule {
  /** No label says which Pod Security level is enforced, so that every pod is admitted. */
  NO_ENFORCE_LABEL(Severity.WARNING, "no label says which Pod Security level is enforced"),
  /** All workloads meet a stricter level than the one that is enforced. */
  STRICTER_LEVEL_MET(Severity.INFO, "all workloads meet a stricter level than is enforced"),
  /** Pods of workloads are refused by the level that is enforced. */
  REFUSED_PODS(Severity.WARNING, "pods of workloads are refused by the level that is enforced"),
  /** Some pods, or pods to come, are not isolated for ingress. */
  NO_DEFAULT_DENY_INGRESS(Severity.WARNING, "nothing is denied by default for ingress"),
  /** Some pods, or pods to come, are not isolated for egress. */
  NO_DEFAULT_DENY_EGRESS(Severity.INFO, "nothing is denied by default for egress"),
  /** No ResourceQuota limits what its pods take together. */
  NO_QUOTA(Severity.WARNING, "there is no ResourceQuota"),
  /** A ResourceQuota limits nothing. */
  EMPTY_QUOTA(Severity.WARNING, "a ResourceQuota limits nothing"),
  /** No LimitRange gives limits to containers that have none. */
  NO_LIMIT_RANGE(Severity.INFO, "there is no LimitRange"),
  /** A role is given to the account that pods run as that ask for no other. */
  DEFAULT_ACCOUNT_GRANTS(Severity.WARNING, "the default service account is given a role"),
  /** Pods get the token of an account that no binding is for. */
  NEEDLESS_TOKEN(Severity.INFO, "pods get the token of an account that no binding is for"),
  /** A service account of another namespace is given a role; a warning if that is a way to the secrets. */
  FOREIGN_ACCOUNT(Severity.INFO, "a service account of another namespace is given a role");

  private final Severity severity;
  private final String summary;

  TenantRule(Severity severity, String summary) {
    this.severity = severity;
    this.summary = summary;
  }

  @Override
  public String group() {
    return "tenant";
  }

  @Override
  public Severity severity() {
    return severity;
  }

  @Override
  public String summary() {
    return summary;
  }
}
