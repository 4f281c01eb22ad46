package io.plimsoll.psa.apparmor;

import java.util.List;
import java.util.Optional;

/**
 * What a profile says about a file.
 *
 * <p>Letters are in the order {@code rwalkmx}. {@code l} is about a link to a file that no rule names.
 *
 * @param allow the letters that are allowed
 * @param deny the letters that a rule denies, whether or not another allows them
 * @param audit those of {@code allow} that are logged
 * @param quiet those of the other letters that are refused without a log entry
 * @param exec what becomes of a process that executes it, if {@code x} is allowed
 * @param allowedBy the rules that allow any letter
 * @param deniedBy the rules that deny any letter
 */
public record FileAccess(
    String allow,
    String deny,
    String audit,
    String quiet,
    Optional<ExecTransition> exec,
    List<PolicyRule> allowedBy,
    List<PolicyRule> deniedBy) {

  public FileAccess {
    allowedBy = List.copyOf(allowedBy);
    deniedBy = List.copyOf(deniedBy);
  }

  /** Returns whether all these letters are allowed; {@code w} is a letter of its own, though a rule that has it allows {@code a}, too. */
  public boolean allows(String letters) {
    return letters.chars().allMatch(letter -> allow.indexOf(letter) >= 0);
  }
}
