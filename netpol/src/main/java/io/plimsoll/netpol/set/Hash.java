package io.plimsoll.netpol.set;

/**
 * Hashes that mix well. Names of a cluster differ in a digit or two, and the usual sums of their hashes with factors of 31 then
 * coincide: {@code team-2/app-01} and {@code team-1/app-11}.
 */
public final class Hash {

  private Hash() {}

  /** Returns a hash of which every bit depends on every bit of the other. */
  public static int mix(int hash) {
    int mixed = (hash ^ hash >>> 16) * 0x85EBCA6B;
    mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
    return mixed ^ mixed >>> 16;
  }
}
