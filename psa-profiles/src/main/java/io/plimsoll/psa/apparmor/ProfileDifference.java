package io.plimsoll.psa.apparmor;

import java.util.List;

/**
 * Something that one of two profiles allows and the other does not, and the rules that make it so.
 *
 * @param topic what kind of request it is
 * @param side which profile allows it; {@link Side#BOTH} if both do, with another outcome
 * @param permissions what is asked for: {@code rw}, {@code owner r}, {@code send}, the name of a resource; for {@link Side#BOTH}, what
 *     comes of it
 * @param examples requests: all of them for capabilities and sockets, the shortest one for what patterns match
 * @param allowedBy the rules of the profile that allows it; those of both for {@link Side#BOTH}
 * @param deniedBy the rules of the other profile that deny it; empty if nothing there allows it
 */
public record ProfileDifference(
    Topic topic,
    Side side,
    String permissions,
    List<String> examples,
    List<PolicyRule> allowedBy,
    List<PolicyRule> deniedBy) {

  public ProfileDifference {
    examples = List.copyOf(examples);
    allowedBy = List.copyOf(allowedBy);
    deniedBy = List.copyOf(deniedBy);
  }

  /** What kind of request a difference is about. */
  public enum Topic {
    /** What the kernel does with what is not allowed. */
    MODE,
    /** Access to a file. */
    FILE,
    /** What becomes of a process that executes a file. */
    EXEC,
    /** A hard link. */
    LINK,
    /** A change to another profile. */
    CHANGE_PROFILE,
    /** A capability. */
    CAPABILITY,
    /** A socket. */
    NETWORK,
    /** A mount. */
    MOUNT,
    /** The end of a mount. */
    UMOUNT,
    /** Another root of the file system. */
    PIVOT_ROOT,
    /** A signal. */
    SIGNAL,
    /** Tracing of another process. */
    PTRACE,
    /** More of a limited resource. */
    LIMIT
  }

  /** Which of two profiles allows something. */
  public enum Side {
    /** The first one only. */
    FIRST,
    /** The second one only. */
    SECOND,
    /** Both, with another outcome. */
    BOTH
  }

  /** Returns {@code SECOND FILE rw /etc/a: allowed by web:3:3: /etc/* rw,; denied by nothing}. */
  @Override
  public String toString() {
    return side + " " + topic + " " + permissions + " " + String.join(", ", examples)
        + ": allowed by " + rules(allowedBy)
        + (side == Side.BOTH ? "" : "; denied by " + rules(deniedBy));
  }

  private static String rules(List<PolicyRule> rules) {
    return rules.isEmpty()
        ? "nothing"
        : String.join(", ", rules.stream().map(PolicyRule::toString).toList());
  }
}
