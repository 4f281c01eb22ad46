package io.plimsoll.psa.apparmor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/** Compiles what was read. Mirrors {@code post_process_policy} of {@code parser_policy.c}. */
final class PolicyCompiler {

  private static final String PROFILE_NAME = "profile_name";

  private final Variables variables;
  private final Map<String, List<String>> aliases;
  private final Budget budget = new Budget();
  private final List<Profile> compiled = new ArrayList<>();

  PolicyCompiler(Variables variables, Map<String, List<String>> aliases) {
    this.variables = variables;
    this.aliases = aliases;
  }

  /** Returns the profiles in the order in which the parser loads them: by name, children after their parents. */
  List<Profile> compile(SortedMap<String, ProfileDraft> profiles) {
    profiles.values().forEach(this::compile);
    return compiled;
  }

  private void compile(ProfileDraft draft) {
    try {
      compileOne(draft);
    } catch (PolicyException e) {
      PolicyRule declaration = draft.declaration;
      throw e.problem().location() != null || declaration == null
          ? e
          : PolicyException.of(
              e.problem().code().substring("apparmor-".length()),
              declaration.location().orElse(null),
              e.problem().message());
    }
    draft.children.values().forEach(this::compile);
  }

  private void compileOne(ProfileDraft draft) {
    if (draft.hat || !draft.children.isEmpty()) {
      Implied.hats(draft);
    }
    expand(draft);
    alias(draft);
    boolean attached = isAttached(draft);
    RuleSet files = FileRules.compile(draft.entries, draft.name, budget);
    PolicyBuilder policy = new PolicyBuilder(draft.networks);
    draft.rules.forEach(rule -> rule.compile(policy));
    compiled.add(new Profile(draft, loadedName(draft), attached, files, policy));
  }

  /** A child goes by its parent's own name, not by that of the parent's parent. */
  private static String loadedName(ProfileDraft draft) {
    return draft.parent == null ? draft.name : draft.parent.name + "//" + draft.name;
  }

  private void expand(ProfileDraft draft) {
    draft.name = variables.expand(draft.name);
    if (draft.attachment != null) {
      draft.attachment = variables.expand(draft.attachment);
    }
    if (variables.isDeclared(PROFILE_NAME)) {
      throw PolicyException.of(
          "variable", null, "ERROR expanding variables for profile " + ByteText.text(draft.name));
    }
    variables.declare(PROFILE_NAME, List.of(escaped(draft.fullName())));
    for (FileEntry entry : draft.entries) {
      entry.name = expand(entry.name, entry.rule);
      if (entry.linkName != null) {
        entry.linkName = expand(entry.linkName, entry.rule);
      }
    }
    draft.rules.replaceAll(rule -> rule.expand(variables));
    variables.remove(PROFILE_NAME);
  }

  private String expand(String text, PolicyRule rule) {
    try {
      return variables.expand(text);
    } catch (PolicyException e) {
      throw PolicyException.of(
          e.problem().code().substring("apparmor-".length()),
          rule.location().orElse(null),
          e.problem().message());
    }
  }

  private static String escaped(String name) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '\\' && i + 1 < name.length()) {
        escaped.append(c).append(name.charAt(++i));
        continue;
      }
      if ("{}[]*?".indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  /** Paths that start with one thing are given under another, too. Mirrors {@code parser_alias.c}. */
  private void alias(ProfileDraft draft) {
    aliases.forEach((from, targets) -> targets.forEach(to -> {
      String name = Objects.requireNonNullElse(draft.attachment, draft.name);
      if (name.startsWith(from)) {
        draft.otherNames.add(to + name.substring(from.length()));
      }
      List<FileEntry> all = new ArrayList<>();
      for (FileEntry entry : draft.entries) {
        all.add(entry);
        if ((entry.mode & FileBits.SHARED) == 0 && !entry.alias) {
          alias(entry, from, to, all);
        }
      }
      draft.entries.clear();
      draft.entries.addAll(all);
    }));
  }

  private static void alias(FileEntry entry, String from, String to, List<FileEntry> all) {
    boolean named = entry.name.startsWith(from);
    String target = entry.linkName;
    boolean linked = target != null && target.startsWith(from);
    if (named || linked) {
      FileEntry copy = entry.copy();
      copy.alias = true;
      if (named) {
        copy.name = to + entry.name.substring(from.length());
      }
      if (target != null && linked) {
        copy.linkName = to + target.substring(from.length());
      }
      all.add(copy);
    }
  }

  /** Mirrors {@code process_profile_name_xmatch} of {@code parser_regex.c}. */
  private static boolean isAttached(ProfileDraft draft) {
    String name = draft.name;
    String glob =
        Globs.filterSlashes(draft.attachment != null ? draft.attachment : afterSlashes(name));
    List<String> globs = new ArrayList<>(List.of(glob));
    draft.otherNames.forEach(other -> globs.add(Globs.filterSlashes(other)));
    boolean wild = false;
    for (String one : globs) {
      StringBuilder pattern = new StringBuilder();
      if (!Globs.append(one, pattern)
          || ExpressionParser.parse(pattern.toString()).isEmpty()) {
        throw PolicyException.of(
            "pattern",
            null,
            "Invalid profile name '" + ByteText.text(one) + "' - bad regular expression");
      }
      wild |= Globs.isWild(one).orElse(false);
    }
    return wild || draft.attachment != null || globs.size() > 1 || draft.xattrs;
  }

  private static String afterSlashes(String name) {
    String rest = name;
    for (int at = rest.indexOf("//"); at >= 0; at = rest.indexOf("//")) {
      rest = rest.substring(at + 2);
    }
    return rest;
  }
}
