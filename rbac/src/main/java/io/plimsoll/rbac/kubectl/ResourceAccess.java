package io.plimsoll.rbac.kubectl;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.rbac.PolicyRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The verbs that a role allows on one resource, or on one URL.
 *
 * @param resource the resource as it is shown: {@code pods}, {@code deployments.apps/scale}, {@code deployments.[apps,extensions]};
 *     or the URL
 * @param resourceNames the only names of objects it is about; empty for all
 * @param isUrl whether it is about a URL
 * @param verbs the verbs, each once, in the order of the rules
 */
public record ResourceAccess(
    String resource, List<String> resourceNames, boolean isUrl, List<String> verbs) {

  public ResourceAccess {
    resourceNames = List.copyOf(resourceNames);
    verbs = List.copyOf(verbs);
  }

  /** Returns whether the verb is allowed, by its name or by {@code *}. */
  public boolean allows(String verb) {
    return verbs.contains(verb) || verbs.contains("*");
  }

  private record Key(String resource, List<String> resourceNames, boolean isUrl) {}

  /** Returns what rules allow: each resource, or URL, with its names once, sorted. */
  public static List<ResourceAccess> of(List<PolicyRule> rules) {
    Map<Key, Set<String>> verbs = new LinkedHashMap<>();
    for (PolicyRule rule : rules) {
      for (String resource : rule.resources()) {
        Key key = new Key(shown(resource, rule.apiGroups()), rule.resourceNames(), false);
        verbs.computeIfAbsent(key, k -> new LinkedHashSet<>()).addAll(rule.verbs());
      }
      for (String url : rule.nonResourceURLs()) {
        verbs
            .computeIfAbsent(new Key(url, List.of(), true), k -> new LinkedHashSet<>())
            .addAll(rule.verbs());
      }
    }
    List<ResourceAccess> result = new ArrayList<>();
    verbs.forEach((key, all) -> result.add(
        new ResourceAccess(key.resource(), key.resourceNames(), key.isUrl(), List.copyOf(all))));
    result.sort(Comparator.comparing(ResourceAccess::resource, GoText::compare)
        .thenComparing(access -> String.join(",", access.resourceNames()), GoText::compare));
    return result;
  }

  private static String shown(String resource, List<String> groups) {
    int slash = resource.indexOf('/');
    int end = slash < 0 ? resource.length() : slash;
    return resource.substring(0, end) + suffix(groups) + resource.substring(end);
  }

  private static String suffix(List<String> groups) {
    if (groups.size() != 1) {
      return ".[" + String.join(",", groups) + "]";
    }
    return groups.get(0).isEmpty() ? "" : "." + groups.get(0);
  }
}
