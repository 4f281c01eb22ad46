package io.plimsoll.rbac.compare;

import io.plimsoll.rbac.PolicyRule;
import java.util.List;

/** Rules about one resource, or one URL, as people say them. */
final class RuleText {

  private RuleText() {}

  /** Returns {@code get, list deployments.apps/scale "web" in shop}. */
  static String of(PolicyRule rule, String namespace) {
    StringBuilder text = new StringBuilder(String.join(", ", rule.verbs())).append(' ');
    text.append(String.join(", ", rule.nonResourceURLs()));
    text.append(resources(rule));
    if (!rule.resourceNames().isEmpty()) {
      text.append(" \"").append(String.join("\", \"", rule.resourceNames())).append('"');
    }
    return text.append(namespace.isEmpty() ? "" : " in " + namespace).toString();
  }

  private static String resources(PolicyRule rule) {
    List<String> groups = rule.apiGroups();
    String group = groups.size() == 1 ? groups.get(0) : String.join("|", groups);
    return String.join(
        ", ",
        rule.resources().stream().map(resource -> inGroup(resource, group)).toList());
  }

  private static String inGroup(String resource, String group) {
    int slash = resource.indexOf('/');
    int end = slash < 0 ? resource.length() : slash;
    return resource.substring(0, end)
        + (group.isEmpty() ? "" : "." + group)
        + resource.substring(end);
  }
}
