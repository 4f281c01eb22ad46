package io.plimsoll.rbac;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.ObjectMeta;
import java.util.List;

/** A named list of rules that bindings refer to: a {@link Role} or a {@link ClusterRole}. */
public sealed interface RuleSet extends ApiObject permits Role, ClusterRole {

  /** Returns the rules, in the order in which they are asked. */
  List<PolicyRule> rules();

  /** Returns this role with other metadata. */
  RuleSet withMetadata(ObjectMeta metadata);
}
