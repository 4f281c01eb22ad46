package io.plimsoll.netpol.compare;

import java.util.Locale;

/** What became of something between two clusters. */
public enum ChangeType {
  /** Only the second has it. */
  ADDED,
  /** Only the first has it. */
  REMOVED,
  /** Both have it, differently. */
  CHANGED;

  static ChangeType of(boolean inFirst, boolean inSecond) {
    if (inFirst == inSecond) {
      return CHANGED;
    }
    return inFirst ? REMOVED : ADDED;
  }

  /** Returns the name in lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
