package io.plimsoll.psa.apparmor;

/** Gives numbers to what exec rules lead to. Mirrors {@code add_named_transition} of {@code parser_policy.c}. */
final class Transitions {

  private Transitions() {}

  /** Finishes a profile when its block ends: the names of transitions become numbers, and what it implies is added. */
  static void finish(ProfileDraft draft) {
    boolean changes = false;
    for (FileEntry entry : draft.entries) {
      if (entry.transition != null) {
        int number = number(draft, entry, entry.transition);
        // An ix with a target does not clean the environment, as pix does not.
        int unsafe = (entry.mode & FileBits.ALL_INDEX) == 0 ? FileBits.UNSAFE : 0;
        int type = (number << FileBits.INDEX_SHIFT) | unsafe;
        int mode = 0;
        if ((entry.mode & FileBits.EXEC) != 0) {
          mode |= type;
        }
        if ((entry.mode & (FileBits.EXEC << FileBits.OTHER_SHIFT)) != 0) {
          mode |= type << FileBits.OTHER_SHIFT;
        }
        entry.mode = (entry.mode & ~FileBits.ALL_INDEX) | mode;
        entry.transition = null;
      }
      changes |= entry.isChangeProfile();
    }
    PolicyRule declaration = draft.declaration;
    if (declaration != null) {
      draft.pivots.forEach(pivot -> add(draft, pivot, declaration));
    }
    if (changes) {
      Implied.changeProfile(draft);
    }
  }

  private static int number(ProfileDraft draft, FileEntry entry, String transition) {
    if (Labels.hasNamespace(transition)) {
      return add(draft, transition, entry.rule);
    }
    int local = FileBits.LOCAL >> FileBits.INDEX_SHIFT;
    int child = transition.indexOf("//");
    boolean starts = child > 0
        && !draft.name.regionMatches(0, transition, child, child)
        && transition.substring(child + 2).equals(entry.name);
    if (starts) {
      return local;
    }
    boolean isLocal = (entry.mode & FileBits.INDEX) == FileBits.LOCAL
        || (entry.mode >>> FileBits.OTHER_SHIFT & FileBits.INDEX) == FileBits.LOCAL;
    if (!isLocal) {
      return add(draft, transition, entry.rule);
    }
    return transition.equals(entry.name)
        ? local
        : add(draft, draft.name + "//" + transition, entry.rule);
  }

  static int add(ProfileDraft draft, String name, PolicyRule rule) {
    int known = draft.transitions.indexOf(name);
    if (known >= 0) {
      return FileBits.FIRST_NAMED + known;
    }
    if (draft.transitions.size() == FileBits.NAMED_END - FileBits.FIRST_NAMED) {
      throw PolicyException.of(
          "exec",
          rule.location().orElse(null),
          ByteText.text("Profile " + draft.name + " has too many specified profile transitions."));
    }
    draft.transitions.add(name);
    return FileBits.FIRST_NAMED + draft.transitions.size() - 1;
  }
}
