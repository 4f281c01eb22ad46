package io.plimsoll.rbac.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.schema.Nearest;
import io.plimsoll.rbac.lint.WrittenRule.Part;
import java.util.List;
import java.util.Optional;

/**
 * Finds API groups that are none. Any group may be one of custom resources, so only those are found that have a version, that
 * say {@code core}, that differ in one part from a group of Kubernetes, or that were removed.
 */
final class GroupWords {

  /** The group that kinds were in before 1.16 to 1.22. */
  static final String REMOVED = "extensions";

  private static final String CORE = "core";

  /** What groups of custom resources under Kubernetes' own roof end in, so that they look like its groups and are none. */
  private static final String EXPERIMENTAL = ".x-k8s.io";

  private final Vocabulary vocabulary;

  GroupWords(Facts facts) {
    this.vocabulary = facts.vocabulary();
  }

  void check(WrittenRule written, List<Finding> found) {
    if (!written.isAboutResources()) {
      return;
    }
    List<String> groups = written.rule().apiGroups();
    for (int i = 0; i < groups.size(); i++) {
      String group = groups.get(i);
      if (group.equals(REMOVED)) {
        found.add(LintRule.REMOVED_API
            .at(
                written.object(),
                written.path(Part.API_GROUPS, i),
                "nothing is in the API group \"extensions\" since Kubernetes 1.22")
            .withFix(written.remove(Part.API_GROUPS, i)));
      } else if (!vocabulary.has(group) && !PatternCheck.isPattern(Part.API_GROUPS, group)) {
        suggest(written, i, group, found);
      }
    }
  }

  private void suggest(WrittenRule written, int entry, String group, List<Finding> found) {
    meant(group)
        .ifPresent(meant -> found.add(LintRule.UNKNOWN_API_GROUP
            .at(
                written.object(),
                written.path(Part.API_GROUPS, entry),
                GoText.quote(group) + " is no API group; " + text(group, meant))
            .withAllowed(List.of(meant))
            .withFix(written.replace(Part.API_GROUPS, entry, meant))));
  }

  private static String text(String group, String meant) {
    if (meant.isEmpty()) {
      return "the core group is written \"\"";
    }
    boolean version = group.startsWith(meant + "/");
    return version
        ? "rules have no versions, write " + GoText.quote(meant)
        : "did you mean " + GoText.quote(meant);
  }

  /** Returns the group that is meant by one that nobody knows; empty if it may well be one. */
  Optional<String> meant(String group) {
    if (group.equals(CORE) || group.matches("(core/)?v\\d+((alpha|beta)\\d+)?")) {
      return Optional.of("");
    }
    int slash = group.indexOf('/');
    if (slash >= 0) {
      return Optional.of(group.substring(0, slash)).filter(vocabulary::has);
    }
    if (group.endsWith(EXPERIMENTAL)) {
      return Optional.empty();
    }
    return vocabulary.completeGroups().stream()
        .filter(known -> isLike(group, known))
        .findFirst();
  }

  /** Returns whether the groups differ in one part between dots, and that is alike. */
  private static boolean isLike(String group, String known) {
    List<String> a = List.of(group.split("\\.", -1));
    List<String> b = List.of(known.split("\\.", -1));
    int differing = -1;
    for (int i = 0; i < a.size() && a.size() == b.size(); i++) {
      if (!a.get(i).equals(b.get(i))) {
        if (differing >= 0) {
          return false;
        }
        differing = i;
      }
    }
    return differing >= 0
        && Nearest.to(a.get(differing), List.of(b.get(differing))).isPresent();
  }
}
