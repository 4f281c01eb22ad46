package io.plimsoll.netpol;

import io.plimsoll.core.manifest.ObjectRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The policies that two clusters do not have in common. */
final class PolicyChanges {

  private final Map<ObjectRef, ChangeType> changes = new TreeMap<>();

  PolicyChanges(List<Policy> before, List<Policy> after) {
    Map<ObjectRef, Policy> first = new HashMap<>(before.size() * 2);
    before.forEach(policy -> first.put(policy.ref(), policy));
    for (Policy policy : after) {
      Policy old = first.remove(policy.ref());
      if (!Objects.equals(old, policy)) {
        changes.put(policy.ref(), ChangeType.of(old != null, true));
      }
    }
    first.keySet().forEach(ref -> changes.put(ref, ChangeType.REMOVED));
  }

  /** Returns what became of them, in the order of their names. */
  Map<ObjectRef, ChangeType> byName() {
    return changes;
  }
}
