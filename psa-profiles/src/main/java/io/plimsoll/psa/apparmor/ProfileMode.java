package io.plimsoll.psa.apparmor;

/** What the kernel does with a request that a profile does not allow. */
public enum ProfileMode {
  /** It refuses. */
  ENFORCE,
  /** It allows and logs. */
  COMPLAIN,
  /** It kills the process. */
  KILL,
  /** Nothing: the profile is a name only. */
  UNCONFINED;

  /** Returns the flag: {@code enforce}, {@code complain}, {@code kill} or {@code unconfined}. */
  public String flag() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
