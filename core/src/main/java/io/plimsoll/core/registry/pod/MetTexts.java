package io.plimsoll.core.registry.pod;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Texts that were met and must not be met again. Mostly they are few, which are compared one by one; many make a set. */
final class MetTexts {

  private static final int FEW = 8;
  private static final String[] NONE = {};

  private String[] few = NONE;
  private int size;
  private @Nullable Set<String> many;

  /** Remembers a text; returns whether it was not met before. */
  boolean add(String text) {
    Set<String> all = many;
    if (all != null) {
      return all.add(text);
    }
    for (int i = 0; i < size; i++) {
      if (few[i].equals(text)) {
        return false;
      }
    }
    if (size == FEW) {
      all = new HashSet<>(Arrays.asList(few));
      many = all;
      return all.add(text);
    }
    few = size == 0 ? new String[FEW] : few;
    few[size++] = text;
    return true;
  }
}
