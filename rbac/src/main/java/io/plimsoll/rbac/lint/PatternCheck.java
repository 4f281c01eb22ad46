package io.plimsoll.rbac.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.lint.Vocabulary.Known;
import io.plimsoll.rbac.lint.WrittenRule.Part;
import java.util.List;
import java.util.Objects;

/**
 * Finds stars that match nothing but themselves.
 *
 * <p>{@code *} alone matches everything, {@code *}{@code /scale} that subresource of any resource, and a star at the end of a
 * URL all that starts like it. Elsewhere a star is a character like others, one that no verb, group or resource has.
 */
final class PatternCheck {

  private static final char STAR = '*';
  private static final String ANY_RESOURCE = "*/";
  private static final String RBAC_GROUP = Role.KIND.group();

  private final Vocabulary vocabulary;

  PatternCheck(Facts facts) {
    this.vocabulary = facts.vocabulary();
  }

  void check(WrittenRule written, List<Finding> found) {
    PolicyRule rule = written.rule();
    if (written.isAboutResources()) {
      checkPart(written, Part.API_GROUPS, "a group is written in full, or \"*\" for all", found);
      checkPart(
          written,
          Part.RESOURCES,
          "there is \"*\" for all resources and their subresources, and \"*/scale\" for one"
              + " subresource of all",
          found);
      checkNames(written, found);
    }
    if (written.isAboutResources() || written.isAboutUrls()) {
      checkPart(written, Part.VERBS, "a verb is written in full, or \"*\" for all", found);
    }
    for (int i = 0; written.isAboutUrls() && i < rule.nonResourceURLs().size(); i++) {
      String url = rule.nonResourceURLs().get(i);
      if (isUrlPattern(url)) {
        String message =
            GoText.quote(url) + " matches no path but itself: a star counts at the end";
        add(written, Part.URLS, i, message, found);
      } else if (!url.startsWith("/") && !isAllStars(url)) {
        String message = GoText.quote(url) + " matches nothing: all paths start with a slash";
        add(written, Part.URLS, i, message, found);
      }
    }
  }

  private static void checkPart(WrittenRule written, Part part, String rule, List<Finding> found) {
    List<String> entries = part.of(written.rule());
    for (int i = 0; i < entries.size(); i++) {
      if (isPattern(part, entries.get(i))) {
        String message = GoText.quote(entries.get(i)) + " matches nothing: " + rule;
        add(written, part, i, message, found);
      }
    }
  }

  private static void add(
      WrittenRule written, Part part, int entry, String message, List<Finding> found) {
    found.add(LintRule.PATTERN_WITHOUT_EFFECT
        .at(written.object(), written.path(part, entry), message)
        .withFix(written.remove(part, entry)));
  }

  /** Returns whether an entry has a star that matches nothing but itself. */
  static boolean isPattern(Part part, String text) {
    boolean subresource = part == Part.RESOURCES && text.startsWith(ANY_RESOURCE);
    String rest = subresource ? text.substring(ANY_RESOURCE.length()) : text;
    return rest.indexOf(STAR) >= 0 && !text.equals(WrittenRule.ALL);
  }

  private static boolean isUrlPattern(String url) {
    String prefix = url.replaceAll("\\*+$", "");
    return prefix.indexOf(STAR) >= 0;
  }

  private static boolean isAllStars(String url) {
    return !url.isEmpty() && url.chars().allMatch(c -> c == STAR);
  }

  private void checkNames(WrittenRule written, List<Finding> found) {
    List<String> names = written.rule().resourceNames();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).indexOf(STAR) >= 0 && cannotHaveStars(written.rule())) {
        found.add(LintRule.NAME_PATTERN.at(
            written.object(),
            written.path(Part.RESOURCE_NAMES, i),
            GoText.quote(names.get(i))
                + " is taken as the name of one object: leave resourceNames out for all names"));
      }
    }
  }

  /** Names of roles may have stars, and what nobody serves is asked about with stars on purpose. */
  private boolean cannotHaveStars(PolicyRule rule) {
    return rule.apiGroups().stream()
            .allMatch(group -> vocabulary.isComplete(group) && !group.equals(RBAC_GROUP))
        && rule.verbs().stream().noneMatch(Verbs::isSpecial)
        && rule.resources().stream()
            .allMatch(resource -> rule.apiGroups().stream()
                .map(group -> vocabulary.find(group, resource).orElse(null))
                .filter(Objects::nonNull)
                .map(Known::verbs)
                .anyMatch(verbs -> verbs.stream().anyMatch(Verbs::isStandard)));
  }
}
