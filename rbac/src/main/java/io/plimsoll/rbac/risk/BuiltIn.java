package io.plimsoll.rbac.risk;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.BootstrapPolicy;
import io.plimsoll.rbac.Grant;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.RuleSet;
import io.plimsoll.rbac.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an API server brings along: grants that are there by design. */
final class BuiltIn {

  private final Rbac rbac;
  private final Map<ObjectRef, Binding> bindings = new HashMap<>();

  /** Reads the policy when it is first asked for. */
  private static final class Loaded {
    static final BuiltIn POLICY = new BuiltIn();
  }

  private BuiltIn() {
    rbac = Rbac.of(BootstrapPolicy.cluster());
    rbac.clusterRoleBindings().forEach(binding -> bindings.put(binding.ref(), binding));
    rbac.roleBindings().forEach(binding -> bindings.put(binding.ref(), binding));
  }

  /** Returns the bootstrap policy. */
  static BuiltIn policy() {
    return Loaded.POLICY;
  }

  /** Returns whether a step rests on nothing else. */
  boolean isBy(RiskStep step) {
    List<Grant> grants =
        step.uses().stream().flatMap(use -> use.grants().stream()).toList();
    return step.technique() == Technique.MASTERS
        || (!grants.isEmpty() && grants.stream().allMatch(this::has));
  }

  /** Whether the same binding, with the same rule, is for the same subject. */
  private boolean has(Grant grant) {
    Binding own = bindings.get(grant.binding().ref());
    return own != null
        && own.roleRef().name().equals(grant.binding().roleRef().name())
        && names(own, grant.subject().canonical(own.scope()))
        && rbac.roleOf(own).map(RuleSet::rules).orElse(List.of()).contains(grant.rule());
  }

  private static boolean names(Binding binding, Subject subject) {
    return binding.subjects().stream()
        .anyMatch(one -> one.canonical(binding.scope()).equals(subject));
  }
}
