package io.plimsoll.psa.apparmor;

import io.plimsoll.psa.apparmor.ProfileDifference.Side;
import java.util.List;

/**
 * What one of two profiles allows that the other does not.
 *
 * <p>Profiles are compared by what they allow, not by how they are written: for each combination of rules that some request matches, the
 * answers of both. Paths are those that there can be, without empty segments, {@code .} and {@code ..}. Whether a link grants more than
 * its target is judged for the example only.
 *
 * <pre>{@code
 * ProfileComparison change = ProfileComparison.of(before, after);
 * change.only(Side.SECOND);  // what is newly allowed: FILE rw /srv/a, allowed by web:7:3: /srv/** rw,
 * }</pre>
 *
 * @param differences the differences, by topic, then side, then example
 * @param complete whether these are all; not so if there are too many combinations of rules to look at
 */
public record ProfileComparison(List<ProfileDifference> differences, boolean complete) {

  public ProfileComparison {
    differences = List.copyOf(differences);
  }

  /** Compares two profiles. */
  public static ProfileComparison of(Profile first, Profile second) {
    DifferenceList differences = new DifferenceList();
    PlainComparison.add(first, second, differences);
    boolean files = RuleSearch.run(
        first.files(),
        second.files(),
        new FileShape(),
        new FileComparison(first, second, differences));
    boolean policy = RuleSearch.run(
        first.policy(), second.policy(), new PolicyShape(), new PolicyComparison(differences));
    return new ProfileComparison(differences.sorted(), files && policy);
  }

  /** Returns the differences of one side. */
  public List<ProfileDifference> only(Side side) {
    return differences.stream().filter(difference -> difference.side() == side).toList();
  }

  /** Returns whether both allow the same. */
  public boolean isSame() {
    return complete && differences.isEmpty();
  }

  /** Returns the differences, each on a line. */
  @Override
  public String toString() {
    StringBuilder lines = new StringBuilder();
    differences.forEach(difference -> lines.append(difference).append('\n'));
    return lines.toString();
  }
}
