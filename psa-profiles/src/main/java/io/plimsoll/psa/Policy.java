package io.plimsoll.psa;

/**
 * What a namespace demands of its pods: one level as of one version for each mode. Mirrors {@code api.Policy}.
 *
 * @param enforce what a pod must meet to be admitted
 * @param audit what a pod must meet not to be noted in the audit log
 * @param warn what a pod must meet for its author not to be warned
 */
public record Policy(LevelVersion enforce, LevelVersion audit, LevelVersion warn) {

  /** The policy that demands nothing: what holds where neither labels nor a configuration say anything. */
  public static final Policy PRIVILEGED = of(new LevelVersion(Level.PRIVILEGED, Version.LATEST));

  /** Returns the policy that demands the same in all modes. */
  public static Policy of(LevelVersion everywhere) {
    return new Policy(everywhere, everywhere, everywhere);
  }

  /** Returns what one mode demands. */
  public LevelVersion get(Mode mode) {
    return switch (mode) {
      case ENFORCE -> enforce;
      case AUDIT -> audit;
      case WARN -> warn;
    };
  }

  /** Returns whether no mode demands anything. */
  public boolean isFullyPrivileged() {
    return enforce.level() == Level.PRIVILEGED
        && audit.level() == Level.PRIVILEGED
        && warn.level() == Level.PRIVILEGED;
  }

  /** Returns whether both mean the same in each mode: equal, or privileged as of any version. */
  public boolean isEquivalentTo(Policy other) {
    return enforce.isEquivalentTo(other.enforce)
        && audit.isEquivalentTo(other.audit)
        && warn.isEquivalentTo(other.warn);
  }

  /** Returns {@code enforce=baseline:v1.25, audit=restricted:latest, warn=restricted:latest}. */
  @Override
  public String toString() {
    return "enforce=" + enforce + ", audit=" + audit + ", warn=" + warn;
  }
}
