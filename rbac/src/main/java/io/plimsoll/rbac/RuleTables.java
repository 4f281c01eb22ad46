package io.plimsoll.rbac;

import io.plimsoll.core.request.Attributes;
import java.util.List;

/** The rules of a role by the resources and the URLs they are about, so that a question looks at few of them. */
final class RuleTables {

  private final PolicyRule[] rules;
  private final ResourceTable resources;
  private final ResourceTable subresources;
  private final int[] anyResource;
  private final int[] urls;

  RuleTables(List<PolicyRule> all) {
    this.rules = all.toArray(PolicyRule[]::new);
    ResourceTable.Collector named = new ResourceTable.Collector();
    ResourceTable.Collector ofAny = new ResourceTable.Collector();
    Ints any = new Ints();
    Ints paths = new Ints();
    for (int i = 0; i < rules.length; i++) {
      for (String resource : rules[i].resources()) {
        if (resource.equals(RbacApi.ALL)) {
          any.addOnce(i);
          continue;
        }
        named.add(resource, i);
        if (resource.length() > 2 && resource.startsWith("*/")) {
          ofAny.add(resource.substring(2), i);
        }
      }
      if (!rules[i].nonResourceURLs().isEmpty()) {
        paths.add(i);
      }
    }
    resources = named.table();
    subresources = ofAny.table();
    anyResource = any.toArray();
    urls = paths.toArray();
  }

  /** Returns what {@link RuleIndex#firstAllowing} does. */
  int firstAllowing(Attributes request, int hash) {
    if (!request.isResourceRequest()) {
      return firstUrl(request);
    }
    String resource = request.resource();
    String subresource = request.subresource();
    int first = first(resources.rulesFor(resource, subresource, hash), request, rules.length);
    first = first(anyResource, request, first);
    if (!subresource.isEmpty()) {
      first = first(subresources.rulesFor(subresource, "", subresource.hashCode()), request, first);
    }
    return first == rules.length ? -1 : first;
  }

  private int first(int[] candidates, Attributes request, int before) {
    for (int candidate : candidates) {
      if (candidate >= before) {
        return before;
      }
      PolicyRule rule = rules[candidate];
      if (RuleMatch.verb(rule, request)
          && RuleMatch.group(rule, request)
          && RuleMatch.name(rule, request)) {
        return candidate;
      }
    }
    return before;
  }

  private int firstUrl(Attributes request) {
    for (int candidate : urls) {
      if (RuleMatch.allows(rules[candidate], request)) {
        return candidate;
      }
    }
    return -1;
  }
}
