package io.plimsoll.core.schema;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * The known name that somebody who misspelled one most likely meant, for messages that ask whether they did.
 *
 * <p>How much may be wrong grows with the length of the name: nothing up to two letters, one up to four, two up to eight, then
 * three.
 */
public final class Nearest {

  /** Nobody misspells a longer name, and comparing costs the product of the lengths. */
  private static final int LONGEST = 80;

  private Nearest() {}

  /**
   * Returns the candidate, in its own spelling, with the fewest letters wrong, missing, too many or swapped, the first of several; empty if too many
   * are. Case does not count as wrong.
   */
  public static Optional<String> to(String name, Collection<String> candidates) {
    return to(name, candidates, limit(name.length()));
  }

  /**
   * Returns the candidate that differs in one letter or swap at most, the first of several: for names that may well be right, though
   * nobody here knows them.
   */
  public static Optional<String> slipOf(String name, Collection<String> candidates) {
    return to(name, candidates, Math.min(1, limit(name.length())));
  }

  private static Optional<String> to(String name, Collection<String> candidates, int most) {
    if (name.isEmpty() || name.length() > LONGEST) {
      return Optional.empty();
    }
    String lower = name.toLowerCase(Locale.ROOT);
    int least = most + 1;
    String best = null;
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - lower.length()) < least) {
        int distance = distance(lower, candidate.toLowerCase(Locale.ROOT));
        if (distance < least) {
          least = distance;
          best = candidate;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** How much of a name may be wrong. */
  private static int limit(int length) {
    return length <= 2 ? 0 : length <= 4 ? 1 : length <= 8 ? 2 : 3;
  }

  /** The optimal string alignment distance: edits of one letter, and swaps of two neighbours. */
  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int edits = Math.min(Math.min(above[j], row[j - 1]) + 1, above[j - 1] + same);
        boolean swapped = i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1);
        row[j] = swapped ? Math.min(edits, before[j - 2] + 1) : edits;
      }
      int[] free = before;
      before = above;
      above = row;
      row = free;
    }
    return above[b.length()];
  }
}
