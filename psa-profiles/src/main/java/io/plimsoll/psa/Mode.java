package io.plimsoll.psa;

/** What becomes of a pod that violates a namespace's policy. Mirrors the modes of {@code api.Policy}. */
public enum Mode {
  /** It is refused. */
  ENFORCE("enforce"),
  /** It is noted in the audit log. */
  AUDIT("audit"),
  /** Its author is warned. */
  WARN("warn");

  /** What the keys of all labels of Pod Security start with. Mirrors {@code api.labelPrefix}. */
  static final String LABEL_PREFIX = "pod-security.kubernetes.io/";

  private final String label;

  Mode(String label) {
    this.label = label;
  }

  /** Returns the key of the label that sets the level: {@code pod-security.kubernetes.io/enforce}. */
  public String levelLabel() {
    return LABEL_PREFIX + label;
  }

  /** Returns the key of the label that sets the version: {@code pod-security.kubernetes.io/enforce-version}. */
  public String versionLabel() {
    return LABEL_PREFIX + versionName();
  }

  /** Returns {@code enforce-version}, as a configuration and the end of the label's key spell it. */
  String versionName() {
    return label + "-version";
  }

  /** Returns {@code enforce}, {@code audit} or {@code warn}. */
  @Override
  public String toString() {
    return label;
  }
}
