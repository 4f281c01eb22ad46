package io.plimsoll.rbac;

import io.plimsoll.core.request.Attributes;

/**
 * The rules of one role, found by what a request is about. Asking allocates nothing.
 *
 * <p>The index narrows down by resource, the field that tells rules apart best; {@link RuleMatch} decides the rest. So a role
 * with thousands of rules answers from the few that name the resource.
 */
final class RuleIndex {

  private final RuleSet role;
  private final int ordinal;
  private final RuleSources sources;
  private final PolicyRule[] rules;
  private final ResourceTable resources;
  private final ResourceTable subresources;
  private final int[] anyResource;
  private final int[] urls;

  /**
   * Indexes the rules of a role.
   *
   * @param ordinal the number of the role among all that are indexed
   * @param sources where the rules of aggregated roles are written
   */
  RuleIndex(RuleSet role, int ordinal, RuleSources sources) {
    this.role = role;
    this.ordinal = ordinal;
    this.sources = sources;
    this.rules = role.rules().toArray(PolicyRule[]::new);
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

  RuleSet role() {
    return role;
  }

  int ordinal() {
    return ordinal;
  }

  /**
   * Returns the index of the first rule that allows the request, or -1.
   *
   * @param hash {@link ResourceTable#hash} of its resource and subresource
   */
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

  /** Whether any rule allows the request. */
  boolean allows(Attributes request) {
    return firstAllowing(request, ResourceTable.hash(request.resource(), request.subresource()))
        >= 0;
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

  /** Returns where a rule of the role is written. */
  RuleSource source(int rule) {
    return sources.of(role, rule);
  }

  /** Returns the grant that a rule of the role makes. */
  Grant grant(Binding binding, int subject, int rule) {
    return new Grant(binding, subject, role, rule, source(rule));
  }
}
