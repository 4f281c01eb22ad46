package io.plimsoll.psa.apparmor;

import java.util.List;

/**
 * What a profile says about a hard link.
 *
 * @param verdict whether it is allowed, and else why not
 * @param allowedBy the rules that allow the link, or the pair of link and target
 * @param deniedBy the rules that deny the pair
 */
public record LinkAccess(Verdict verdict, List<PolicyRule> allowedBy, List<PolicyRule> deniedBy) {

  public LinkAccess {
    allowedBy = List.copyOf(allowedBy);
    deniedBy = List.copyOf(deniedBy);
  }

  /** How a link is judged. */
  public enum Verdict {
    /** It is allowed. */
    ALLOWED,
    /** No link may have that name. */
    LINK,
    /** A link of that name may not point at that target. */
    PAIR,
    /** The name grants what the target does not. */
    SUBSET,
    /** The name and the target lead to different transitions when executed. */
    EXEC
  }

  /** Returns whether it is allowed. */
  public boolean allowed() {
    return verdict == Verdict.ALLOWED;
  }
}
