package io.plimsoll.psa.apparmor;

import java.util.List;

/**
 * What a profile says about a request.
 *
 * @param allowed whether it allows it
 * @param audit whether the kernel logs that it was allowed
 * @param quiet whether the kernel does not log that it was denied
 * @param allowedBy the rules that allow it; they decide unless others deny
 * @param deniedBy the rules that deny it; empty although it is denied if nothing allows it
 */
public record Access(
    boolean allowed,
    boolean audit,
    boolean quiet,
    List<PolicyRule> allowedBy,
    List<PolicyRule> deniedBy) {

  public Access {
    allowedBy = List.copyOf(allowedBy);
    deniedBy = List.copyOf(deniedBy);
  }
}
