package io.plimsoll.rbac;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.Attributes;
import java.util.ArrayList;
import java.util.List;

/**
 * What a role allows: every verb on every resource of every group, or every verb on every URL. Mirrors {@code
 * rbac.authorization.k8s.io/v1 PolicyRule}.
 *
 * <p>An empty list matches nothing, but for the names: no names are all names. {@code *} alone matches everything, except in
 * names; a resource {@code *}{@code /scale} is the subresource of any resource; a URL that ends in {@code *} is a prefix.
 *
 * @param verbs the verbs
 * @param apiGroups the API groups, the empty text for the core group
 * @param resources resources and {@code resource/subresource}s
 * @param resourceNames the only names of objects the rule is about; empty for all
 * @param nonResourceURLs paths of URLs that are no resources
 */
public record PolicyRule(
    List<String> verbs,
    List<String> apiGroups,
    List<String> resources,
    List<String> resourceNames,
    List<String> nonResourceURLs) {

  public PolicyRule {
    verbs = List.copyOf(verbs);
    apiGroups = List.copyOf(apiGroups);
    resources = List.copyOf(resources);
    resourceNames = List.copyOf(resourceNames);
    nonResourceURLs = List.copyOf(nonResourceURLs);
  }

  /** Returns a rule about resources of any name. */
  public static PolicyRule of(List<String> verbs, List<String> apiGroups, List<String> resources) {
    return new PolicyRule(verbs, apiGroups, resources, List.of(), List.of());
  }

  /** Returns a rule about URLs. */
  public static PolicyRule ofUrls(List<String> verbs, List<String> nonResourceURLs) {
    return new PolicyRule(verbs, List.of(), List.of(), List.of(), nonResourceURLs);
  }

  /** Reads the record from a tree. */
  public static PolicyRule from(Fields fields) {
    return new PolicyRule(
        fields.strings("verbs"),
        fields.strings("apiGroups"),
        fields.strings("resources"),
        fields.strings("resourceNames"),
        fields.strings("nonResourceURLs"));
  }

  /** Returns this rule about objects of these names only; about all if there are none. */
  public PolicyRule named(String... names) {
    return new PolicyRule(verbs, apiGroups, resources, List.of(names), nonResourceURLs);
  }

  /** Returns this rule for other verbs. */
  public PolicyRule withVerbs(List<String> others) {
    return new PolicyRule(others, apiGroups, resources, resourceNames, nonResourceURLs);
  }

  /** Returns this rule without what it says of URLs, which no RoleBinding grants. */
  public PolicyRule withoutUrls() {
    return new PolicyRule(verbs, apiGroups, resources, resourceNames, List.of());
  }

  /**
   * Returns whether the rule allows a request. Mirrors {@code RuleAllows} of {@code
   * plugin/pkg/auth/authorizer/rbac/rbac.go}.
   */
  public boolean allows(Attributes request) {
    return RuleMatch.allows(this, request);
  }

  /**
   * Returns the rule as messages of the API server have it: {@code {APIGroups:[""], Resources:["pods"], Verbs:["get"]}}, fields
   * that are empty left out. Mirrors {@code CompactString} of {@code pkg/apis/rbac/v1/evaluation_helpers.go}.
   */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    addPart(parts, "APIGroups", apiGroups);
    addPart(parts, "Resources", resources);
    addPart(parts, "NonResourceURLs", nonResourceURLs);
    addPart(parts, "ResourceNames", resourceNames);
    addPart(parts, "Verbs", verbs);
    return "{" + String.join(", ", parts) + "}";
  }

  private static void addPart(List<String> parts, String name, List<String> values) {
    if (!values.isEmpty()) {
      parts.add(name + ":" + GoText.quote(values));
    }
  }
}
