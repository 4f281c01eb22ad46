package io.plimsoll.psa;

import io.plimsoll.core.manifest.Value;

/**
 * What Pod Security admission is told when the API server starts. Mirrors {@code PodSecurityConfiguration} of {@code
 * pod-security.admission.config.k8s.io}, whose versions v1, v1beta1 and v1alpha1 are alike.
 *
 * @param defaults what holds in a namespace whose labels say nothing
 * @param exemptions who and what is not judged
 */
public record PodSecurityConfiguration(Policy defaults, Exemptions exemptions) {

  /** What holds where no configuration is given: everything is allowed unless labels say otherwise. */
  public static final PodSecurityConfiguration DEFAULT =
      new PodSecurityConfiguration(Policy.PRIVILEGED, Exemptions.NONE);

  /**
   * Reads a configuration as the API server does when it starts: strictly, each default that is left out being {@code
   * privileged} or {@code latest}.
   */
  public static ConfigurationReading read(Value tree) {
    return ConfigurationReader.read(tree);
  }

  /** Returns this configuration with other defaults. */
  public PodSecurityConfiguration withDefaults(Policy policy) {
    return new PodSecurityConfiguration(policy, exemptions);
  }

  /** Returns this configuration with other exemptions. */
  public PodSecurityConfiguration withExemptions(Exemptions others) {
    return new PodSecurityConfiguration(defaults, others);
  }
}
