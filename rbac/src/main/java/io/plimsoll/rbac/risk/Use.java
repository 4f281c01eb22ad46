package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.Grant;
import io.plimsoll.rbac.RuleSource;
import java.util.List;
import java.util.Optional;

/**
 * A request that a step makes, and why it is allowed.
 *
 * @param request the request; without a name where objects of any name will do
 * @param grants the grants that allow it: one, or two where a request in another's name takes a rule of both
 * @param source the rule that allows it where that is in a role granted on the way, so that there is no binding yet
 */
public record Use(Attributes request, List<Grant> grants, Optional<RuleSource> source) {

  public Use {
    grants = List.copyOf(grants);
  }

  /** Returns the bindings it rests on. */
  public List<Binding> bindings() {
    return grants.stream().map(Grant::binding).toList();
  }
}
