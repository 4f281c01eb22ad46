package io.plimsoll.rbac.lint;

import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.Role;
import java.util.List;

/**
 * A rule and the role it is written in.
 *
 * @param owner the role
 * @param index the index of the rule in it
 * @param rule the rule
 */
record WrittenRule(WrittenRole owner, int index, PolicyRule rule) {

  /** Matches every verb, group or resource. */
  static final String ALL = "*";

  /** The lists of a rule. */
  enum Part {
    VERBS("verbs"),
    API_GROUPS("apiGroups"),
    RESOURCES("resources"),
    RESOURCE_NAMES("resourceNames"),
    URLS("nonResourceURLs");

    private final String field;

    Part(String field) {
      this.field = field;
    }

    /** Returns the name of the field. */
    String field() {
      return field;
    }

    List<String> of(PolicyRule rule) {
      return switch (this) {
        case VERBS -> rule.verbs();
        case API_GROUPS -> rule.apiGroups();
        case RESOURCES -> rule.resources();
        case RESOURCE_NAMES -> rule.resourceNames();
        case URLS -> rule.nonResourceURLs();
      };
    }
  }

  KubeObject object() {
    return owner.object();
  }

  boolean isNamespaced() {
    return owner.role() instanceof Role;
  }

  boolean isAboutResources() {
    return !rule.resources().isEmpty()
        && !rule.apiGroups().isEmpty()
        && !rule.verbs().isEmpty();
  }

  boolean isAboutUrls() {
    return !rule.nonResourceURLs().isEmpty() && !rule.verbs().isEmpty();
  }

  FieldPath path() {
    return WrittenRole.RULES.index(index);
  }

  FieldPath path(Part part) {
    return path().field(part.field);
  }

  FieldPath path(Part part, int entry) {
    return path(part).index(entry);
  }

  Patch remove() {
    return Patch.of(new Patch.Operation.Remove(path()));
  }

  /** Returns the change that takes a list of resources or URLs away, and the rule with it if it is about nothing else. */
  Patch remove(Part part) {
    Part other = part == Part.URLS ? Part.RESOURCES : Part.URLS;
    return other.of(rule).isEmpty() ? remove() : Patch.of(new Patch.Operation.Remove(path(part)));
  }

  /** Returns the change that takes an entry away, and with the last one what stands or falls with it. */
  Patch remove(Part part, int entry) {
    if (part.of(rule).size() > 1) {
      return Patch.of(new Patch.Operation.Remove(path(part, entry)));
    }
    return part == Part.VERBS ? remove() : remove(part == Part.URLS ? part : Part.RESOURCES);
  }

  /** Returns the change that puts another entry in place of one, or takes it away if the other is there already. */
  Patch replace(Part part, int entry, String other) {
    return part.of(rule).contains(other)
        ? remove(part, entry)
        : Patch.of(new Patch.Operation.Replace(path(part, entry), ScalarValue.of(other)));
  }
}
