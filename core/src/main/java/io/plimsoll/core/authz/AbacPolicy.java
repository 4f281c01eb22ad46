package io.plimsoll.core.authz;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;

/**
 * One rule of a policy file: who may do what. Mirrors {@code abac PolicySpec} and {@code matches} of {@code
 * pkg/auth/authorizer/abac}.
 *
 * <p>What is empty matches nothing but the empty: no {@code apiGroup} is the core group, no {@code namespace} is what has no
 * namespace. Subresources and names do not count.
 *
 * @param user the user's name, {@code *} for all, or empty
 * @param group a group the user must be in, {@code *} for all, or empty; if there is a user, too, both must match
 * @param readonly whether only {@code get}, {@code list} and {@code watch} are allowed
 * @param apiGroup the API group, {@code *} for all
 * @param resource the resource, {@code *} for all
 * @param namespace the namespace, {@code *} for all
 * @param nonResourcePath a path that is no resource; stars at its end stand for whatever follows
 */
public record AbacPolicy(
    String user,
    String group,
    boolean readonly,
    String apiGroup,
    String resource,
    String namespace,
    String nonResourcePath) {

  private static final String ALL = "*";

  boolean matches(User asking, Attributes attributes) {
    return isFor(asking)
        && (attributes.isReadOnly() || !readonly)
        && (attributes.isResourceRequest()
            ? matchesResource(attributes)
            : matchesPath(attributes.path()));
  }

  /** Returns whether the rule is for a user; one that names neither user nor group is for nobody. */
  boolean isFor(User asking) {
    return !(user.isEmpty() && group.isEmpty())
        && (user.isEmpty() || isAllOr(user, asking.name()))
        && (group.isEmpty() || group.equals(ALL) || asking.isIn(group));
  }

  boolean matchesNamespace(String asked) {
    return isAllOr(namespace, asked);
  }

  private boolean matchesResource(Attributes attributes) {
    return matchesNamespace(attributes.namespace())
        && isAllOr(resource, attributes.resource())
        && isAllOr(apiGroup, attributes.apiGroup());
  }

  private boolean matchesPath(String path) {
    int end = nonResourcePath.length();
    while (end > 0 && nonResourcePath.charAt(end - 1) == '*') {
      end--;
    }
    return end == nonResourcePath.length()
        ? nonResourcePath.equals(path)
        : path.regionMatches(0, nonResourcePath, 0, end);
  }

  private static boolean isAllOr(String allowed, String asked) {
    return allowed.equals(ALL) || allowed.equals(asked);
  }
}
