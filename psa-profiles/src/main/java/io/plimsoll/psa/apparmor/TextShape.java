package io.plimsoll.psa.apparmor;

/** Which texts the kernel asks about: an automaton that keeps a search for examples to what there can be. */
interface TextShape {

  /** Stands for a text that there cannot be. */
  int NONE = -1;

  /** Returns the state before the first byte. */
  int start();

  /** Returns the state after a byte, or {@link #NONE}. */
  int next(int state, int value);

  /** Returns whether a text may end in a state. */
  boolean isEnd(int state);
}
