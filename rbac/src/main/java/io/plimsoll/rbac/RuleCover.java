package io.plimsoll.rbac;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one rule covers, made once to be asked often. Mirrors {@code ruleCovers} of {@code
 * component-helpers/auth/rbac/validation}.
 */
public final class RuleCover {

  private final List<String> urls;
  private final Set<String> verbs;
  private final Set<String> apiGroups;
  private final Set<String> resources;
  private final Set<String> resourceNames;

  /** Makes the cover of a rule. */
  public RuleCover(PolicyRule owner) {
    urls = owner.nonResourceURLs();
    verbs = new HashSet<>(owner.verbs());
    apiGroups = new HashSet<>(owner.apiGroups());
    resources = new HashSet<>(owner.resources());
    resourceNames = new HashSet<>(owner.resourceNames());
  }

  /** Returns whether this rule alone allows all of the servant; wildcards of the servant are texts like others. */
  public boolean covers(PolicyRule servant) {
    return hasAll(verbs, servant.verbs())
        && hasAll(apiGroups, servant.apiGroups())
        && servant.resources().stream().allMatch(this::coversResource)
        && servant.nonResourceURLs().stream().allMatch(this::coversUrl)
        && coversNames(servant.resourceNames());
  }

  private static boolean hasAll(Set<String> owned, List<String> asked) {
    return owned.contains(RbacApi.ALL) || owned.containsAll(asked);
  }

  private boolean coversResource(String resource) {
    int slash = resource.indexOf('/');
    return resources.contains(RbacApi.ALL)
        || resources.contains(resource)
        || (slash >= 0 && resources.contains("*" + resource.substring(slash)));
  }

  private boolean coversUrl(String url) {
    return urls.stream().anyMatch(owned -> RuleMatch.url(owned, url));
  }

  /** All names need all names. */
  private boolean coversNames(List<String> names) {
    return resourceNames.isEmpty() || (!names.isEmpty() && resourceNames.containsAll(names));
  }
}
