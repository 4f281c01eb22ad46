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
  private final String levelLabel;
  private final String versionLabel;

  Mode(String label) {
    this.label = label;
    this.levelLabel = Mode.LABEL_PREFIX + label;
    this.versionLabel = Mode.LABEL_PREFIX + versionName();
  }

  /** Returns the key of the label that sets the level: {@code pod-security.kubernetes.io/enforce}. */
  public String levelLabel() {
    return levelLabel;
  }

  /** Returns the key of the label that sets the version: {@code pod-security.kubernetes.io/enforce-version}. */
  public String versionLabel() {
    return versionLabel;
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
