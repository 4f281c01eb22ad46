package io.plimsoll.rbac;

import java.util.List;

/**
 * A subject that may do something, and every binding that lets it.
 *
 * @param subject the subject, a service account always with its namespace
 * @param grants the grants, in the order in which bindings are visited, one a binding; none for {@code system:masters} where no
 *     binding names it
 * @param byMasters whether this is the group {@code system:masters}, which may do everything outside RBAC
 */
public record Access(Subject subject, List<Grant> grants, boolean byMasters) {

  public Access {
    grants = List.copyOf(grants);
  }
}
