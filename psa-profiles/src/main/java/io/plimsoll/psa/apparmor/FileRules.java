package io.plimsoll.psa.apparmor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compiles the rules about files, links and changing the profile. Mirrors {@code process_dfa_entry} of {@code parser_regex.c}. */
final class FileRules {

  /** What a link may point at where its rule does not say. */
  private static final String ANY_TARGET = "/[^/].*";

  private static final String ANY_PROGRAM = "/[^/\\x00][^\\x00]*";

  private final List<PatternRule> rules = new ArrayList<>();
  private final String profile;
  private final Budget budget;

  private FileRules(String profile, Budget budget) {
    this.profile = profile;
    this.budget = budget;
  }

  /** What rules have in common that become one. */
  private record Key(String name, String link, boolean subset, boolean deny) {
    static Key of(FileEntry entry) {
      boolean subset = entry.subset && entry.linkName != null;
      String link = Objects.requireNonNullElse(entry.linkName, "");
      return new Key(entry.name, link, subset, entry.deny);
    }
  }

  static RuleSet compile(List<FileEntry> entries, String profile, Budget budget) {
    FileRules compiler = new FileRules(profile, budget);
    Map<Key, Integer> modes = compiler.merge(entries);
    for (FileEntry entry : entries) {
      // As upstream has it, a rule about a file is lost next to a change_profile rule to the same
      // name.
      boolean changes = (modes.getOrDefault(Key.of(entry), 0) & FileBits.CHANGE_PROFILE) != 0;
      if (!changes || entry.isChangeProfile()) {
        compiler.add(entry);
      }
    }
    compiler.checkExecs();
    return new RuleSet(compiler.rules);
  }

  /** Rules with the same path must agree about an exec, whoever they are for. Mirrors {@code parser_merge.c}. */
  private Map<Key, Integer> merge(List<FileEntry> entries) {
    Map<Key, Integer> modes = new HashMap<>();
    for (FileEntry entry : entries) {
      Key key = Key.of(entry);
      Integer known = modes.get(key);
      if (known != null && !FileBits.agreeOnExec(known, entry.mode)) {
        throw PolicyException.of(
            "exec",
            entry.rule.location().orElse(null),
            ByteText.text("profile " + profile + ": has merged rule " + entry.name
                + " with conflicting x modifiers"));
      }
      modes.put(key, known == null ? entry.mode : known | entry.mode);
    }
    return modes;
  }

  private void add(FileEntry entry) {
    boolean changes = entry.isChangeProfile();
    String name = glob(changes ? entry.name : Globs.filterSlashes(entry.name), entry);
    int mode = entry.mode;
    if ((mode & FileBits.INHERIT) != 0) {
      mode |= FileBits.MMAP;
    }
    if ((mode & FileBits.INHERIT << FileBits.OTHER_SHIFT) != 0) {
      mode |= FileBits.MMAP << FileBits.OTHER_SHIFT;
    }
    if (changes) {
      changeProfile(entry, name, mode);
      return;
    }
    if (!entry.deny) {
      add(entry, name, mode, entry.audit);
    } else if ((mode & ~FileBits.ALL_LINK) != 0) {
      // A link is denied by the pair of both paths only.
      add(entry, name, mode & ~FileBits.ALL_LINK, entry.audit & ~FileBits.ALL_LINK);
    }
    if ((mode & FileBits.ALL_LINK) != 0) {
      pair(entry, name, mode & FileBits.ALL_LINK);
    }
  }

  private void pair(FileEntry entry, String name, int link) {
    String target = ANY_TARGET;
    boolean subset = true;
    if (entry.linkName != null) {
      target = glob(Globs.filterSlashes(entry.linkName), entry);
      subset = entry.subset;
    }
    // As upstream has it, links of others are not tested.
    int test = subset && (link & FileBits.LINK) != 0 ? FileBits.SUBSET : 0;
    add(entry, name + "\\x00" + target, link | test, entry.audit & FileBits.ALL_LINK);
  }

  private void changeProfile(FileEntry entry, String target, int mode) {
    String program = entry.linkName == null ? ANY_PROGRAM : glob(entry.linkName, entry);
    add(entry, target, FileBits.CHANGE_PROFILE | FileBits.ONEXEC, 0);
    add(entry, program, FileBits.ONEXEC, 0);
    int exec = mode & (FileBits.ALL_EXEC | FileBits.ALL_UNSAFE);
    add(entry, program + "\\x00" + target, FileBits.ONEXEC | exec, 0);
  }

  private static String glob(String glob, FileEntry entry) {
    StringBuilder pattern = new StringBuilder();
    PolicyBuilder.appendGlob(glob, pattern, entry.rule);
    return pattern.toString();
  }

  private void add(FileEntry entry, String pattern, int permissions, int audit) {
    Expression expression = PolicyBuilder.expression(pattern, entry.rule);
    rules.add(PatternRule.of(expression, entry.deny, permissions, audit, entry.rule));
  }

  /** Patterns that some path matches must agree about its exec; those without stars do not count against those with. */
  private void checkExecs() {
    List<PatternRule> execs = rules.stream()
        .filter(rule -> !rule.deny() && (rule.permissions() & FileBits.ALL_EXEC) != 0)
        .toList();
    for (int i = 0; i < execs.size(); i++) {
      for (int k = i + 1; k < execs.size(); k++) {
        PatternRule a = execs.get(i);
        PatternRule b = execs.get(k);
        budget.spend();
        if (a.exact() == b.exact()
            && !FileBits.agreeOnExec(a.permissions(), b.permissions())
            && startAlike(a.prefix(), b.prefix())
            && a.automaton().intersects(b.automaton(), budget)) {
          throw PolicyException.of(
              "exec",
              b.rule().location().orElse(null),
              "profile has merged rule with conflicting x modifiers: " + a.rule() + " and "
                  + b.rule());
        }
      }
    }
  }

  private static boolean startAlike(String a, String b) {
    return a.startsWith(b) || b.startsWith(a);
  }
}
