package io.plimsoll.core.secrets;

import io.plimsoll.core.finding.Rule;
import io.plimsoll.core.manifest.Severity;

/**
 * A thing that is found in an {@code EncryptionConfiguration} that a server starts with.
 *
 * <p>Errors leave secrets unencrypted; warnings are what most likely means something else than its author thinks; the rest is worth
 * knowing.
 */
public enum EncryptionLintRule implements Rule {
  /** The provider {@code identity} comes first in the rule for secrets. */
  PLAIN_TEXT_SECRETS(Severity.ERROR, "secrets are in a rule, but stored in plain text"),
  /** No rule is about secrets, not even by a wildcard. */
  SECRETS_WITHOUT_RULE(Severity.ERROR, "no rule is about secrets"),
  /** The provider {@code identity} comes first in a rule for other resources, and others come after it. */
  PLAIN_TEXT(Severity.WARNING, "resources are in a rule with keys, but stored in plain text"),
  /** The provider {@code identity} comes after others: values that are not encrypted can be read. */
  PLAIN_TEXT_READ(Severity.INFO, "values that are not encrypted can be read"),
  /** A key or a service never writes, in whatever rule. */
  READ_ONLY_KEY(Severity.INFO, "a key is never used to write"),
  /** A key has the kind and the name of one before it in the rule. */
  REPEATED_KEY(Severity.WARNING, "a rule has two keys of one kind and name"),
  /** Keys of different names or kinds are the same. */
  SHARED_SECRET(Severity.WARNING, "keys of different names or kinds are the same"),
  /** A rule is about a resource that an earlier one names, too: its providers only read. */
  REPEATED_RESOURCE(Severity.WARNING, "a resource is named by an earlier rule, too"),
  /** A wildcard does not stand for a resource that an earlier rule names. */
  MASKED_WILDCARD(Severity.INFO, "a wildcard does not stand for what an earlier rule names"),
  /** No resource of Kubernetes has this name, in an API group that Kubernetes has. */
  UNKNOWN_RESOURCE(Severity.WARNING, "no resource has this name"),
  /** The provider {@code aescbc} writes: what it stores can be changed without being noticed. */
  CBC(Severity.INFO, "aescbc writes, which does not tell whether a value was changed");

  private final Severity severity;
  private final String summary;

  EncryptionLintRule(Severity severity, String summary) {
    this.severity = severity;
    this.summary = summary;
  }

  @Override
  public String group() {
    return "encryption";
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
