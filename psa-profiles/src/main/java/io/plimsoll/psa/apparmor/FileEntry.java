package io.plimsoll.psa.apparmor;

import org.jspecify.annotations.Nullable;

/** A file, link or change_profile rule on its way through the compiler. Mirrors {@code struct cod_entry}. */
final class FileEntry {

  /** The path, or the profile to change to. */
  String name;

  /** The target of a link, or the program of a change_profile rule. */
  @Nullable
  String linkName;

  /** What an exec leads to. */
  @Nullable
  String transition;

  int mode;
  int audit;
  boolean deny;
  boolean subset;

  /** Made by an alias, so aliases leave it alone. */
  boolean alias;

  PolicyRule rule;

  FileEntry(String name, int mode, PolicyRule rule) {
    this.name = name;
    this.mode = mode;
    this.rule = rule;
  }

  FileEntry copy() {
    FileEntry copy = new FileEntry(name, mode, rule);
    copy.linkName = linkName;
    copy.transition = transition;
    copy.audit = audit;
    copy.deny = deny;
    return copy;
  }

  boolean isChangeProfile() {
    return (mode & FileBits.CHANGE_PROFILE) != 0;
  }

  /** Sets what the words before a rule say about it. */
  void prefix(Prefix prefix) {
    deny = prefix.deny();
    mode &= prefix.ownerMask();
    if (prefix.deny() != prefix.audit()) {
      audit = mode & ~FileBits.ALL_EXEC_TYPE;
    }
  }
}
