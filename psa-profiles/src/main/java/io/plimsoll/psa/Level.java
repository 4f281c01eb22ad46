package io.plimsoll.psa;

import java.util.Optional;

/** A level of the Pod Security Standards, the most permissive first. Mirrors {@code api.Level}. */
public enum Level {
  /** Anything goes. */
  PRIVILEGED("privileged"),
  /** No known privilege escalation. */
  BASELINE("baseline"),
  /** Hardened as current practice has it. */
  RESTRICTED("restricted");

  private final String label;

  Level(String label) {
    this.label = label;
  }

  /**
   * Reads a level as labels spell it.
   *
   * @throws IllegalArgumentException if it is none, with upstream's message
   */
  public static Level parse(String text) {
    Optional<Level> level = tryParse(text);
    if (level.isEmpty()) {
      throw new IllegalArgumentException(
          "must be one of privileged, baseline, restricted: \"" + text + "\"");
    }
    return level.get();
  }

  /** Reads a level as labels spell it, if it is one. Case counts. */
  public static Optional<Level> tryParse(String text) {
    for (Level level : values()) {
      if (level.label.equals(text)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /** Returns {@code privileged}, {@code baseline} or {@code restricted}. */
  @Override
  public String toString() {
    return label;
  }
}
