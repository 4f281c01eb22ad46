package io.plimsoll.psa.apparmor;

/**
 * Rules that nobody writes: who may change into a hat or another profile must reach the files to do so with. Mirrors {@code
 * add_proc_access} of {@code parser_policy.c}; as there, they are for owners only, and to write is not to append.
 */
final class Implied {

  private static final String HATS = "/proc/[0-9]*/attr/{apparmor/,}current";
  private static final String PROFILES = "/proc/*/attr/{apparmor/,}{current,exec}";

  private Implied() {}

  static void hats(ProfileDraft draft) {
    add(draft, HATS);
  }

  static void changeProfile(ProfileDraft draft) {
    add(draft, PROFILES);
  }

  private static void add(ProfileDraft draft, String written) {
    add(draft, "/proc/*/attr/apparmor/", FileBits.READ, "r");
    add(draft, "/sys/module/apparmor/parameters/enabled", FileBits.READ, "r");
    add(draft, written, FileBits.WRITE, "w");
  }

  private static void add(ProfileDraft draft, String path, int mode, String letter) {
    PolicyRule rule = PolicyRule.implied("owner " + path + " " + letter + ",");
    draft.add(new FileEntry(path, mode, rule));
  }
}
