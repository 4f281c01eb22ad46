package io.plimsoll.rbac;

import io.plimsoll.core.request.Attributes;
import java.util.List;

/**
 * What a rule matches, one predicate a field. Nothing here allocates. Mirrors {@code
 * pkg/apis/rbac/v1/evaluation_helpers.go}.
 */
final class RuleMatch {

  private RuleMatch() {}

  static boolean allows(PolicyRule rule, Attributes request) {
    return request.isResourceRequest()
        ? verb(rule, request)
            && group(rule, request)
            && resource(rule, request)
            && name(rule, request)
        : verb(rule, request) && url(rule, request.path());
  }

  static boolean verb(PolicyRule rule, Attributes request) {
    return isOrHas(rule.verbs(), request.verb());
  }

  static boolean group(PolicyRule rule, Attributes request) {
    return isOrHas(rule.apiGroups(), request.apiGroup());
  }

  static boolean resource(PolicyRule rule, Attributes request) {
    List<String> resources = rule.resources();
    for (int i = 0; i < resources.size(); i++) {
      if (resource(resources.get(i), request.resource(), request.subresource())) {
        return true;
      }
    }
    return false;
  }

  /** Names are literal: {@code *} is the name of an object. */
  static boolean name(PolicyRule rule, Attributes request) {
    return rule.resourceNames().isEmpty() || rule.resourceNames().contains(request.name());
  }

  static boolean url(PolicyRule rule, String path) {
    List<String> urls = rule.nonResourceURLs();
    for (int i = 0; i < urls.size(); i++) {
      if (url(urls.get(i), path)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one resource of a rule matches: everything, the very resource, or a subresource of any resource. */
  static boolean resource(String allowed, String resource, String subresource) {
    return allowed.equals(RbacApi.ALL)
        || isResource(allowed, resource, subresource)
        || isSubresourceOfAny(allowed, subresource);
  }

  /** Whether the text is {@code resource/subresource}, or {@code resource} where there is no subresource. */
  static boolean isResource(String text, String resource, String subresource) {
    if (subresource.isEmpty()) {
      return text.equals(resource);
    }
    int slash = resource.length();
    return text.length() == slash + 1 + subresource.length()
        && text.charAt(slash) == '/'
        && text.startsWith(resource)
        && text.endsWith(subresource);
  }

  private static boolean isSubresourceOfAny(String allowed, String subresource) {
    return !subresource.isEmpty()
        && allowed.length() == subresource.length() + 2
        && allowed.startsWith("*/")
        && allowed.endsWith(subresource);
  }

  /** Whether one URL of a rule covers a path: the very path, or what comes before the stars it ends in is a prefix. */
  static boolean url(String allowed, String path) {
    int end = allowed.length();
    while (end > 0 && allowed.charAt(end - 1) == '*') {
      end--;
    }
    return end == allowed.length() ? allowed.equals(path) : path.regionMatches(0, allowed, 0, end);
  }

  private static boolean isOrHas(List<String> allowed, String requested) {
    for (int i = 0; i < allowed.size(); i++) {
      String one = allowed.get(i);
      if (one.equals(requested) || one.equals(RbacApi.ALL)) {
        return true;
      }
    }
    return false;
  }
}
