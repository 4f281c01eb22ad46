package io.plimsoll.psa.apparmor;

/**
 * The words before a rule.
 *
 * @param audit whether it is audited
 * @param deny whether it denies
 * @param owner whether it is about the owner of a file only
 * @param other whether it is about others only
 */
record Prefix(boolean audit, boolean deny, boolean owner, boolean other) {

  static final Prefix NONE = new Prefix(false, false, false, false);

  int ownerMask() {
    if (owner) {
      return FileBits.OWNER_ALL | FileBits.SHARED;
    }
    return other ? FileBits.OTHER_ALL | FileBits.SHARED : -1;
  }

  boolean hasOwner() {
    return owner || other;
  }

  /** What is logged of an allowed request, or kept silent of a denied one. */
  int marks(int mode) {
    return audit == deny ? 0 : mode;
  }
}
