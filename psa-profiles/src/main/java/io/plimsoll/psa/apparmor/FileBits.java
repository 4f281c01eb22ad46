package io.plimsoll.psa.apparmor;

/** Permissions of file rules as bits: those of the owner, and, shifted, those of all others. Mirrors {@code parser/immunix.h}. */
final class FileBits {

  static final int EXEC = 1;
  static final int WRITE = 1 << 1;
  static final int READ = 1 << 2;
  static final int APPEND = 1 << 3;
  static final int LINK = 1 << 4;
  static final int LOCK = 1 << 5;
  static final int MMAP = 1 << 6;
  static final int PUX = 1 << 7;
  static final int UNSAFE = 1 << 8;
  static final int INHERIT = 1 << 9;

  /** Where a number from 0 to 15 says what an exec leads to. */
  static final int INDEX_SHIFT = 10;

  static final int INDEX = 0xf << INDEX_SHIFT;
  static final int UNCONFINED = 1 << INDEX_SHIFT;
  static final int PROFILE = 2 << INDEX_SHIFT;
  static final int LOCAL = 3 << INDEX_SHIFT;
  static final int FIRST_NAMED = 4;
  static final int NAMED_END = 16;

  /** What an exec rule says beyond that it is one. */
  static final int EXEC_TYPE = PUX | UNSAFE | INHERIT | INDEX;

  static final int OTHER_SHIFT = 14;
  static final int OWNER_ALL = (1 << OTHER_SHIFT) - 1;
  static final int OTHER_ALL = OWNER_ALL << OTHER_SHIFT;

  static final int ONEXEC = 1 << 30;
  static final int CHANGE_PROFILE = 1 << 31;
  static final int SHARED = ONEXEC | CHANGE_PROFILE;

  static final int ALL_EXEC = both(EXEC);
  static final int ALL_EXEC_TYPE = both(EXEC_TYPE);
  static final int ALL_LINK = both(LINK);
  static final int ALL_UNSAFE = both(UNSAFE);
  static final int ALL_INDEX = both(INDEX);

  /** In the second half of a pair, the bit of locks says that a link must not grant more than its target. */
  static final int SUBSET = LOCK;

  /** What {@code file,} allows: everything, exec without a transition. */
  static final int EVERYTHING = both(EXEC | WRITE | READ | APPEND | LINK | LOCK | MMAP | INHERIT);

  /** The letters of permissions in the order of {@code rwalkmx}. */
  private static final String LETTERS = "rwalkmx";

  private static final int[] LETTER_BITS = {READ, WRITE, APPEND, LINK, LOCK, MMAP, EXEC};

  private FileBits() {}

  /** Returns permissions for the owner and for others. */
  static int both(int bits) {
    return bits | (bits << OTHER_SHIFT);
  }

  /** Returns the owner's permissions or those of others, and what is shared. */
  static int of(boolean owner, int bits) {
    return ((owner ? bits : bits >>> OTHER_SHIFT) & OWNER_ALL) | (bits & SHARED);
  }

  static String letters(int bits) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < LETTER_BITS.length; i++) {
      if ((bits & LETTER_BITS[i]) != 0) {
        letters.append(LETTERS.charAt(i));
      }
    }
    return letters.toString();
  }

  /** Returns the bit of a letter. */
  static int bit(char letter) {
    int index = LETTERS.indexOf(letter);
    return index < 0 ? 0 : LETTER_BITS[index];
  }

  /** Returns whether two rules may apply to the same file: they must not disagree about an exec. */
  static boolean agreeOnExec(int a, int b) {
    return agree(a & OWNER_ALL, b & OWNER_ALL)
        && agree(a >>> OTHER_SHIFT & OWNER_ALL, b >>> OTHER_SHIFT & OWNER_ALL);
  }

  private static boolean agree(int a, int b) {
    return (a & b & EXEC) == 0 || (a & EXEC_TYPE) == (b & EXEC_TYPE);
  }
}
