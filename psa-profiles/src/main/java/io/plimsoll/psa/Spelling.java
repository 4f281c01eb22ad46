package io.plimsoll.psa;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A guess at the name somebody meant. */
final class Spelling {

  /** A name with more slips than this is another name. */
  private static final int SLIPS = 2;

  private Spelling() {}

  /** Returns the candidate with the fewest slips, the first of several; case is no slip. */
  static Optional<String> nearest(String name, List<String> candidates) {
    String lower = name.toLowerCase(Locale.ROOT);
    Optional<String> nearest = Optional.empty();
    int fewest = SLIPS + 1;
    for (String candidate : candidates) {
      int slips = slips(lower, candidate);
      if (slips < fewest) {
        nearest = Optional.of(candidate);
        fewest = slips;
      }
    }
    return nearest;
  }

  /** The letters to insert, remove, replace or swap with their neighbour, or more than {@link #SLIPS} if it is certainly more. */
  private static int slips(String a, String b) {
    if (Math.abs(a.length() - b.length()) > SLIPS) {
      return SLIPS + 1;
    }
    int[][] slips = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          slips[i][j] = i + j;
          continue;
        }
        int replaced = slips[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        slips[i][j] = Math.min(replaced, 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
        boolean swapped = i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
        }
      }
    }
    return slips[a.length()][b.length()];
  }
}
