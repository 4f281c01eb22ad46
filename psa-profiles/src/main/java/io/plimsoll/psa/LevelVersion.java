package io.plimsoll.psa;

import java.util.Optional;

/**
 * A level as of a version of the Pod Security Standards. Mirrors {@code api.LevelVersion}.
 *
 * @param level how strict
 * @param version as of which release
 */
public record LevelVersion(Level level, Version version) {

  /**
   * Reads {@code level:version}, or a level alone, which means its latest version.
   *
   * @throws IllegalArgumentException if the level or the version is none
   */
  public static LevelVersion parse(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new LevelVersion(Level.parse(text), Version.LATEST)
        : new LevelVersion(
            Level.parse(text.substring(0, colon)), Version.parse(text.substring(colon + 1)));
  }

  /** Reads {@code level:version}, or a level alone, if it is one. */
  public static Optional<LevelVersion> tryParse(String text) {
    int colon = text.indexOf(':');
    Optional<Level> level = Level.tryParse(colon < 0 ? text : text.substring(0, colon));
    Optional<Version> version =
        colon < 0 ? Optional.of(Version.LATEST) : Version.tryParse(text.substring(colon + 1));
    return level.flatMap(l -> version.map(v -> new LevelVersion(l, v)));
  }

  /** Returns whether both mean the same: equal, or privileged as of any version. */
  public boolean isEquivalentTo(LevelVersion other) {
    return equals(other) || (level == Level.PRIVILEGED && other.level == Level.PRIVILEGED);
  }

  /** By hand, since it is asked for each pod. */
  @Override
  public boolean equals(Object other) {
    return other instanceof LevelVersion that
        && level == that.level
        && version.equals(that.version);
  }

  @Override
  public int hashCode() {
    return 31 * level.hashCode() + version.hashCode();
  }

  /** Returns {@code restricted:v1.22}. */
  @Override
  public String toString() {
    return level + ":" + version;
  }
}
