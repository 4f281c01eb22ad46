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

  /** How many names one search for a suggestion looks at, about. */
  private static final int SEARCH = 200;

  private final Vocabulary vocabulary;
  private final Effort effort;
  private final GroupWords groupWords;
  private final Map<Question, Suggestion> suggestions = new HashMap<>();

  ResourceWords(Facts facts, Effort effort) {
    this.vocabulary = facts.vocabulary();
    this.effort = effort;
    this.groupWords = new GroupWords(facts);
  }

  private record Question(List<String> groups, String resource) {}

  /**
   * What may be meant.
   *
   * @param here a resource of the same groups
   * @param elsewhere a resource of another group, where there is none of the same
   */
  private record Suggestion(Optional<String> here, Optional<GroupResource> elsewhere) {

    static final Suggestion NONE = new Suggestion(Optional.empty(), Optional.empty());
  }

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
    Suggestion suggestion =
        suggestions.computeIfAbsent(new Question(groups, resource), this::suggestion);
    Optional<String> meant = suggestion.here();
    if (isOpen(groups) && meant.isEmpty()) {
      return;
    }
    Optional<GroupResource> other = suggestion.elsewhere();
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

  /** Returns whether other definitions than those here may add resources to one of the groups. */
  private boolean isOpen(List<String> groups) {
    return groups.stream().anyMatch(group -> !vocabulary.isComplete(group));
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

  private Suggestion suggestion(Question question) {
    if (!effort.allows(SEARCH)) {
      return Suggestion.NONE;
    }
    Optional<GroupResource> other = vocabulary.elsewhere(question.resource());
    // What is right but for its group is no misspelling.
    if (other.filter(one -> one.resource().equals(question.resource())).isPresent()) {
      return new Suggestion(Optional.empty(), other);
    }
    Optional<String> here = meant(question.groups(), question.resource());
    return new Suggestion(here, here.isPresent() ? Optional.empty() : other);
  }

  /** Returns what is meant: a plural, or a name that is alike, with its subresource. */
  private Optional<String> meant(List<String> groups, String resource) {
    int slash = resource.indexOf('/');
    if (slash < 0) {
      return vocabulary.plurals(groups, resource).stream()
          .findFirst()
          .or(() -> nearest(groups, "", resource));
    }
    String owner = resource.substring(0, slash);
    if (isKnown(groups, owner)) {
      return nearest(groups, owner + "/", resource);
    }
    return meant(groups, owner)
        .map(name -> name + resource.substring(slash))
        .filter(name -> isKnown(groups, name));
  }

  /** Returns the name that is most like one, of those that start as it does and have no other slash; the start does not count. */
  private Optional<String> nearest(List<String> groups, String start, String resource) {
    List<String> ends = vocabulary.names(groups).stream()
        .filter(name -> name.startsWith(start) && name.indexOf('/', start.length()) < 0)
        .map(name -> name.substring(start.length()))
        .toList();
    String end = resource.substring(start.length());
    return (isOpen(groups) ? Nearest.slipOf(end, ends) : Nearest.to(end, ends)).map(start::concat);
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
