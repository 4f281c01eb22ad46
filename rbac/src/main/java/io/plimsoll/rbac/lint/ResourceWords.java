package io.plimsoll.rbac.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.schema.Nearest;
import io.plimsoll.rbac.lint.Vocabulary.GroupResource;
import io.plimsoll.rbac.lint.WrittenRule.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds resources that are in none of the API groups of their rule: kinds, singulars and short names, misspellings, resources of
 * another group, and those that were removed. A rule that is about a group of custom resources, too, may mean one of those.
 */
final class ResourceWords {

  private static final String REMOVED = "podsecuritypolicies";

  private final Vocabulary vocabulary;
  private final Effort effort;
  private final GroupWords groupWords;
  private final Map<Question, Optional<String>> known = new HashMap<>();

  ResourceWords(Facts facts, Effort effort) {
    this.vocabulary = facts.vocabulary();
    this.effort = effort;
    this.groupWords = new GroupWords(facts);
  }

  private record Question(List<String> groups, String resource) {}

  void check(WrittenRule written, List<Finding> found) {
    // The audience of a token, and the signer of a certificate, stand where a resource does.
    boolean free = written.rule().verbs().stream()
        .anyMatch(verb -> verb.startsWith("request-serviceaccounts-"));
    if (!written.isAboutResources() || free) {
      return;
    }
    List<String> groups = written.rule().apiGroups().stream()
        .filter(group -> !group.equals(GroupWords.REMOVED))
        .map(group -> vocabulary.has(group) ? group : groupWords.meant(group).orElse(group))
        .toList();
    List<String> resources = written.rule().resources();
    for (int i = 0; i < resources.size() && !groups.isEmpty(); i++) {
      check(written, groups, i, resources.get(i), found);
    }
  }

  private void check(
      WrittenRule written, List<String> groups, int entry, String resource, List<Finding> found) {
    if (isKnown(groups, resource) || PatternCheck.isPattern(Part.RESOURCES, resource)) {
      return;
    }
    if (resource.equals(REMOVED) && groups.contains("policy")) {
      found.add(LintRule.REMOVED_API
          .at(
              written.object(),
              written.path(Part.RESOURCES, entry),
              "PodSecurityPolicy was removed in Kubernetes 1.25")
          .withFix(written.remove(Part.RESOURCES, entry)));
      return;
    }
    boolean open = groups.stream().anyMatch(group -> !vocabulary.isComplete(group));
    Optional<String> meant =
        known.computeIfAbsent(new Question(groups, resource), question -> meant(groups, resource));
    if (open && meant.isEmpty()) {
      return;
    }
    Optional<GroupResource> other =
        meant.isPresent() ? Optional.empty() : vocabulary.elsewhere(resource);
    Finding finding = LintRule.UNKNOWN_RESOURCE.at(
        written.object(),
        written.path(Part.RESOURCES, entry),
        sentence(groups, resource)
            + meant.map(word -> "; did you mean " + GoText.quote(word)).orElse("")
            + other.map(one -> elsewhere(resource, one)).orElse(""));
    meant
        .map(word -> finding
            .withAllowed(List.of(word))
            .withFix(written.replace(Part.RESOURCES, entry, word)))
        .or(() -> other
            .filter(one -> one.resource().equals(resource))
            .flatMap(one -> addGroup(written, one.group()))
            .map(finding::withFix))
        .ifPresentOrElse(found::add, () -> found.add(finding));
  }

  private boolean isKnown(List<String> groups, String resource) {
    if (resource.equals(WrittenRule.ALL)) {
      return true;
    }
    if (resource.startsWith("*/")) {
      String subresource = resource.substring(2);
      return groups.stream()
          .anyMatch(group ->
              !vocabulary.isComplete(group) || vocabulary.hasSubresource(group, subresource));
    }
    return groups.stream().anyMatch(group -> vocabulary.find(group, resource).isPresent());
  }

  private static String sentence(List<String> groups, String resource) {
    return GoText.quote(resource) + " is no resource of "
        + (groups.size() == 1 ? group(groups.get(0)) : "these API groups");
  }

  private static String elsewhere(String resource, GroupResource other) {
    return other.resource().equals(resource)
        ? "; it is in " + group(other.group())
        : "; did you mean " + GoText.quote(other.resource()) + " of " + group(other.group());
  }

  private static String group(String group) {
    return group.isEmpty() ? "the core group" : "the API group " + GoText.quote(group);
  }

  /** Returns what is meant, with its subresource: a plural, or a name that is alike. */
  private Optional<String> meant(List<String> groups, String resource) {
    int slash = resource.indexOf('/');
    if (slash < 0) {
      return vocabulary.plurals(groups, resource).stream()
          .findFirst()
          .or(() -> nearest(groups, resource));
    }
    String owner = resource.substring(0, slash);
    String subresource = resource.substring(slash);
    if (isKnown(groups, owner) && !owner.isEmpty()) {
      return nearest(groups, resource).filter(name -> name.startsWith(owner + "/"));
    }
    return meant(groups, owner)
        .map(name -> name + subresource)
        .filter(name -> isKnown(groups, name));
  }

  private Optional<String> nearest(List<String> groups, String resource) {
    List<String> names = vocabulary.names(groups).stream()
        .filter(name -> (name.indexOf('/') < 0) == (resource.indexOf('/') < 0))
        .toList();
    return effort.allows(names.size()) ? Nearest.to(resource, names) : Optional.empty();
  }

  /** Returns the change that adds the group where the resource is, unless that would allow more of the other resources. */
  private Optional<Patch> addGroup(WrittenRule written, String group) {
    boolean alone = written.rule().resources().stream()
            .filter(resource -> isKnown(List.of(group), resource))
            .count()
        == 1;
    int end = written.rule().apiGroups().size();
    return alone
        ? Optional.of(Patch.of(
            new Patch.Operation.Add(written.path(Part.API_GROUPS, end), ScalarValue.of(group))))
        : Optional.empty();
  }
}
