package io.plimsoll.core.authz;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.OmitEmpty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a user may do in a namespace, as rules: what a {@code SelfSubjectRulesReview} answers. Mirrors {@code authorization/v1
 * SubjectRulesReviewStatus}.
 *
 * @param resourceRules rules about resources; repeated ones are repeated
 * @param nonResourceRules rules about URLs
 * @param incomplete whether more may be allowed than is listed
 * @param evaluationError what went wrong on the way, if anything did
 */
public record SubjectRules(
    List<ResourceRule> resourceRules,
    List<NonResourceRule> nonResourceRules,
    boolean incomplete,
    Optional<String> evaluationError) {

  /** The rules of who may do nothing. */
  public static final SubjectRules NONE =
      new SubjectRules(List.of(), List.of(), false, Optional.empty());

  public SubjectRules {
    resourceRules = List.copyOf(resourceRules);
    nonResourceRules = List.copyOf(nonResourceRules);
  }

  /** Verbs on resources. Mirrors {@code authorization/v1 ResourceRule}. */
  public record ResourceRule(
      List<String> verbs,
      List<String> apiGroups,
      List<String> resources,
      List<String> resourceNames) {

    public ResourceRule {
      verbs = List.copyOf(verbs);
      apiGroups = List.copyOf(apiGroups);
      resources = List.copyOf(resources);
      resourceNames = List.copyOf(resourceNames);
    }

    private MappingValue toTree() {
      Map<String, Value> tree = new LinkedHashMap<>();
      tree.put("verbs", SequenceValue.ofStrings(verbs));
      OmitEmpty.put(tree, "apiGroups", apiGroups);
      OmitEmpty.put(tree, "resources", resources);
      OmitEmpty.put(tree, "resourceNames", resourceNames);
      return MappingValue.of(tree);
    }
  }

  /** Verbs on URLs. Mirrors {@code authorization/v1 NonResourceRule}. */
  public record NonResourceRule(List<String> verbs, List<String> nonResourceURLs) {

    public NonResourceRule {
      verbs = List.copyOf(verbs);
      nonResourceURLs = List.copyOf(nonResourceURLs);
    }

    private MappingValue toTree() {
      Map<String, Value> tree = new LinkedHashMap<>();
      tree.put("verbs", SequenceValue.ofStrings(verbs));
      OmitEmpty.put(tree, "nonResourceURLs", nonResourceURLs);
      return MappingValue.of(tree);
    }
  }

  /** Returns that an authorizer cannot list its rules. */
  public static SubjectRules unlisted(String error) {
    return new SubjectRules(List.of(), List.of(), true, Optional.of(error));
  }

  /** Returns the rules as the {@code status} of a {@code SelfSubjectRulesReview}. */
  public MappingValue toTree() {
    Map<String, Value> tree = new LinkedHashMap<>();
    tree.put(
        "resourceRules",
        SequenceValue.of(resourceRules.stream().map(ResourceRule::toTree).toList()));
    tree.put(
        "nonResourceRules",
        SequenceValue.of(nonResourceRules.stream().map(NonResourceRule::toTree).toList()));
    tree.put("incomplete", ScalarValue.of(incomplete));
    evaluationError.ifPresent(text -> OmitEmpty.put(tree, "evaluationError", text));
    return MappingValue.of(tree);
  }
}
