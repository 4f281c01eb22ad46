package io.plimsoll.core.secrets;

import io.plimsoll.core.finding.Rule;
import io.plimsoll.core.manifest.Severity;

/**
 * A thing that is found in pull secrets and in the pods and service accounts that name them.
 *
 * <p>Errors keep images from being pulled; warnings are what most likely means something else than its author thinks; the rest is worth
 * knowing.
 */
public enum PullLintRule implements Rule {
  /** A pull secret does not exist; worth knowing only, where the manifests have no secret of its namespace. */
  MISSING_SECRET(Severity.WARNING, "a pull secret does not exist"),
  /** An entry of {@code imagePullSecrets} has no name. */
  WITHOUT_NAME(Severity.WARNING, "an entry of imagePullSecrets has no name"),
  /** A pull secret is of a type that no credentials are read from. */
  WRONG_TYPE(Severity.WARNING, "a pull secret is of another type"),
  /** A secret does not hold what its type says; the API server refuses it. */
  WITHOUT_DATA(Severity.WARNING, "a secret does not hold what its type says"),
  /** A secret cannot be decoded: pods that have it pull no image at all. */
  MALFORMED(Severity.ERROR, "a pull secret cannot be decoded"),
  /** A registry is no URL; its credentials are ignored. */
  IGNORED_REGISTRY(Severity.WARNING, "a registry is no URL"),
  /** A star stands where it is a character like others: in the path of a registry. */
  STAR_WITHOUT_EFFECT(Severity.WARNING, "a star stands where it matches itself only"),
  /** An entry has neither user nor password, and would be tried so. */
  BLANK_CREDENTIALS(Severity.WARNING, "an entry has neither user nor password"),
  /** A pod has pull secrets of its own, and gets none of its service account. */
  REPLACED_SECRETS(Severity.INFO, "a pod's own pull secrets replace those of its service account"),
  /** None of the pull secrets of a pod is for one of its images. */
  NO_CREDENTIALS(Severity.INFO, "none of a pod's pull secrets is for an image");

  private final Severity severity;
  private final String summary;

  PullLintRule(Severity severity, String summary) {
    this.severity = severity;
    this.summary = summary;
  }

  @Override
  public String group() {
    return "pull-secrets";
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
