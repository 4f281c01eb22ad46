package io.plimsoll.psa;

import java.util.Optional;

/**
 * A version of the Pod Security Standards: {@code v1.N} as of a Kubernetes minor release, or {@code latest}, which is newer than
 * all others. Mirrors {@code api.Version}, whose major version is always 1 in a policy.
 */
public final class Version implements Comparable<Version> {

  /** The newest version, whatever it is. */
  public static final Version LATEST = new Version(Long.MAX_VALUE, true);

  private static final String PREFIX = "v1.";

  private final long minor;
  private final boolean latest;

  private Version(long minor, boolean latest) {
    this.minor = minor;
    this.latest = latest;
  }

  /**
   * Returns the version of a minor release.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public static Version of(long minor) {
    if (minor < 0) {
      throw new IllegalArgumentException("not a minor version: \"" + minor + "\"");
    }
    return new Version(minor, false);
  }

  /**
   * Reads a version as labels spell it.
   *
   * @throws IllegalArgumentException if it is none, with upstream's message
   */
  public static Version parse(String text) {
    Optional<Version> version = tryParse(text);
    if (version.isEmpty()) {
      throw new IllegalArgumentException("must be \"latest\" or \"v1.x\": \"" + text + "\"");
    }
    return version.get();
  }

  /** Reads a version as labels spell it, if it is one: {@code latest}, or {@code v1.} and a number without leading zeros. */
  public static Optional<Version> tryParse(String text) {
    if (text.equals("latest")) {
      return Optional.of(LATEST);
    }
    String digits = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "";
    if (!isNumber(digits)) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(Long.parseLong(digits)));
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  private static boolean isNumber(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return false;
      }
    }
    return digits.length() == 1 || !(digits.isEmpty() || digits.charAt(0) == '0');
  }

  /** Returns whether this is {@code latest}. */
  public boolean isLatest() {
    return latest;
  }

  /**
   * Returns the minor release.
   *
   * @throws IllegalStateException if this is {@code latest}
   */
  public long minor() {
    if (latest) {
      throw new IllegalStateException("latest has no minor version");
    }
    return minor;
  }

  /** Orders by release; {@code latest} comes last. */
  @Override
  public int compareTo(Version other) {
    return latest == other.latest
        ? Long.compare(minor, other.minor)
        : Boolean.compare(latest, other.latest);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Version that && latest == that.latest && minor == that.minor;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(minor);
  }

  /** Returns {@code latest} or {@code v1.22}. */
  @Override
  public String toString() {
    return latest ? "latest" : PREFIX + minor;
  }
}
