package io.plimsoll.psa.apparmor;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a profile of rules about files says, worked out from the rules one by one: the union of what they allow, less the union of what
 * they deny.
 *
 * @param rules the rules
 */
record ReferenceProfile(List<Rule> rules) {

  /**
   * A rule.
   *
   * @param owner whether it is for owners only
   * @param letters its permissions, out of {@code r w a k l m}, and {@code ix}, or {@code x} if it denies
   */
  record Rule(boolean audit, boolean deny, boolean owner, String glob, String letters) {
    @Override
    public String toString() {
      return (audit ? "audit " : "") + (deny ? "deny " : "") + (owner ? "owner " : "") + "\"" + glob
          + "\" " + letters + ",";
    }

    private boolean isAbout(String path, boolean byOwner) {
      return (byOwner || !owner) && ReferenceGlob.matches(glob, path);
    }

    private Set<String> permissions() {
      Set<String> all = new TreeSet<>(List.of(letters.replace("i", "").split("", -1)));
      all.remove("");
      if (all.contains("w")) {
        all.add("a");
      }
      return all;
    }
  }

  /** Returns the answer in the words of {@link #text(FileAccess)}. */
  String file(String path, boolean owner) {
    Set<String> allow = new TreeSet<>();
    Set<String> deny = new TreeSet<>();
    Set<String> audit = new TreeSet<>();
    Set<String> quiet = new TreeSet<>();
    for (Rule rule : rules) {
      if (rule.isAbout(path, owner)) {
        (rule.deny() ? deny : allow).addAll(rule.permissions());
        if (!rule.deny() && rule.letters().contains("ix")) {
          allow.add("m");
        }
        if (rule.audit() && !rule.deny()) {
          audit.addAll(rule.permissions());
        }
        if (rule.deny() && !rule.audit()) {
          quiet.addAll(rule.permissions());
        }
      }
    }
    allow.removeAll(deny);
    audit.retainAll(allow);
    audit.remove("l");
    quiet.remove("l");
    return letters(allow) + " " + letters(deny) + " " + letters(audit) + " " + letters(quiet);
  }

  static String text(FileAccess access) {
    return access.allow() + " " + access.deny() + " " + access.audit() + " " + access.quiet();
  }

  private static String letters(Set<String> letters) {
    StringBuilder text = new StringBuilder();
    for (String letter : "rwalkmx".split("", -1)) {
      text.append(letters.contains(letter) ? letter : "");
    }
    return text.toString();
  }

  /** Returns the text of the profile. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("profile p {\n");
    rules.forEach(rule -> text.append(rule).append('\n'));
    return text.append("}\n").toString();
  }
}
