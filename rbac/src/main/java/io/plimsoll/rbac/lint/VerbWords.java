package io.plimsoll.rbac.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.lint.Vocabulary.Known;
import io.plimsoll.rbac.lint.WrittenRule.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds verbs that are none, and verbs that what they stand beside does not take.
 *
 * <p>On custom resources, anything may be a verb to the component that asks, so there only what looks misspelled is found. That
 * subresources such as {@code pods/log} are given {@code list} and {@code watch} along with {@code get} is common and is let pass.
 */
final class VerbWords {

  private static final Set<String> READING = Set.of("list", "watch");

  private final Vocabulary vocabulary;

  VerbWords(Facts facts) {
    this.vocabulary = facts.vocabulary();
  }

  void check(WrittenRule written, List<Finding> found) {
    PolicyRule rule = written.rule();
    for (int i = 0; i < rule.verbs().size(); i++) {
      String verb = rule.verbs().get(i);
      boolean known = (written.isAboutResources() && Verbs.isForResources(verb))
          || (written.isAboutUrls() && Verbs.isForUrls(verb));
      if (known || PatternCheck.isPattern(Part.VERBS, verb)) {
        continue;
      }
      if (written.isAboutResources()) {
        forResources(written, i, verb, found);
      } else if (written.isAboutUrls()) {
        forUrls(written, i, verb, found);
      }
    }
    if (written.isAboutResources() && !written.isAboutUrls()) {
      checkSupport(written, found);
    }
  }

  private void forResources(WrittenRule written, int entry, String verb, List<Finding> found) {
    boolean open =
        written.rule().apiGroups().stream().anyMatch(group -> !vocabulary.isComplete(group));
    Optional<String> meant = Verbs.nearestForResources(verb);
    if (meant.isPresent() || !open) {
      found.add(unknown(written, entry, verb, " is no verb", meant));
    }
  }

  private void forUrls(WrittenRule written, int entry, String verb, List<Finding> found) {
    if (Verbs.isNeedlessForUrls(verb)) {
      found.add(LintRule.UNSUPPORTED_VERB
          .at(
              written.object(),
              written.path(Part.VERBS, entry),
              "the verbs of URLs are HTTP methods, " + GoText.quote(verb) + " is none")
          .withFix(written.remove(Part.VERBS, entry)));
    } else {
      found.add(unknown(
          written,
          entry,
          verb,
          " is no verb of a URL, which are HTTP methods in lower case",
          Verbs.nearestForUrls(verb)));
    }
  }

  private static Finding unknown(
      WrittenRule written, int entry, String verb, String what, Optional<String> meant) {
    Finding finding = LintRule.UNKNOWN_VERB.at(
        written.object(),
        written.path(Part.VERBS, entry),
        GoText.quote(verb)
            + what
            + meant.map(word -> "; did you mean " + GoText.quote(word)).orElse(""));
    return meant
        .map(word ->
            finding.withAllowed(List.of(word)).withFix(written.replace(Part.VERBS, entry, word)))
        .orElse(finding);
  }

  private void checkSupport(WrittenRule written, List<Finding> found) {
    PolicyRule rule = written.rule();
    List<Set<String>> taken = new ArrayList<>();
    for (String resource : rule.resources()) {
      Optional<Set<String>> verbs = verbs(rule.apiGroups(), resource);
      if (verbs.isEmpty()) {
        return;
      }
      taken.add(verbs.get());
    }
    boolean anyVerb = rule.verbs().stream().anyMatch(verb -> !isPlain(verb));
    boolean allDead = !anyVerb && taken.stream().allMatch(verbs -> isDead(rule, verbs));
    for (int i = 0; i < taken.size() && !anyVerb; i++) {
      if (isDead(rule, taken.get(i))) {
        found.add(LintRule.UNSUPPORTED_VERB
            .at(
                written.object(),
                written.path(Part.RESOURCES, i),
                Severity.WARNING,
                GoText.quote(rule.resources().get(i)) + " takes none of the verbs, only "
                    + String.join(", ", taken.get(i)))
            .withAllowed(List.copyOf(taken.get(i)))
            .withFix(written.remove(Part.RESOURCES, i)));
      }
    }
    if (!allDead) {
      deadVerbs(written, taken, found);
    }
  }

  private static boolean isPlain(String verb) {
    return Verbs.isStandard(verb) || (Verbs.isSpecial(verb) && verb.indexOf(':') < 0);
  }

  private static boolean isDead(PolicyRule rule, Set<String> taken) {
    return !taken.isEmpty() && rule.verbs().stream().noneMatch(taken::contains);
  }

  private static void deadVerbs(WrittenRule written, List<Set<String>> taken, List<Finding> found) {
    PolicyRule rule = written.rule();
    for (int i = 0; i < rule.verbs().size(); i++) {
      String verb = rule.verbs().get(i);
      boolean dead = isPlain(verb) && taken.stream().noneMatch(verbs -> verbs.contains(verb));
      boolean common = READING.contains(verb) && rule.verbs().contains("get");
      if (dead && !common) {
        String resources = rule.resources().size() == 1
            ? GoText.quote(rule.resources().get(0))
            : "none of the resources";
        String takes = rule.resources().size() == 1 ? " does not take " : " takes ";
        found.add(LintRule.UNSUPPORTED_VERB
            .at(
                written.object(),
                written.path(Part.VERBS, i),
                resources + takes + GoText.quote(verb))
            .withFix(written.remove(Part.VERBS, i)));
      }
    }
  }

  /** Returns the verbs that a resource takes; empty if that is not known for sure. */
  private Optional<Set<String>> verbs(List<String> groups, String resource) {
    Set<String> verbs = new TreeSet<>();
    for (String group : groups) {
      Optional<Known> known = vocabulary.find(group, resource);
      if (known.isEmpty() && !vocabulary.isComplete(group)) {
        return Optional.empty();
      }
      known.ifPresent(found -> verbs.addAll(found.verbs()));
    }
    return verbs.isEmpty() ? Optional.empty() : Optional.of(verbs);
  }
}
