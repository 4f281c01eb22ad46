package io.plimsoll.netpol.compare;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.netpol.policy.Policy;
import io.plimsoll.netpol.policy.WrittenPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What became of policies between two clusters. Policies are compared when they are asked for: few of many are. */
final class PolicyChanges {

  private final Map<ObjectRef, Policy> before;
  private final Map<ObjectRef, Policy> after;

  PolicyChanges(List<WrittenPolicy> before, List<WrittenPolicy> after) {
    this.before = byName(before);
    this.after = byName(after);
  }

  private static Map<ObjectRef, Policy> byName(List<WrittenPolicy> policies) {
    Map<ObjectRef, Policy> byName = new HashMap<>(policies.size() * 2);
    policies.forEach(one -> byName.put(one.policy().ref(), one.policy()));
    return byName;
  }

  /** Returns what became of a policy; empty if both clusters have the same. */
  Optional<ChangeType> of(ObjectRef policy) {
    Policy was = before.get(policy);
    Policy is = after.get(policy);
    boolean same = was == null ? is == null : was.equals(is);
    return same ? Optional.empty() : Optional.of(ChangeType.of(was != null, is != null));
  }

  /** Returns what became of all that are not the same, in the order of their names. */
  Map<ObjectRef, ChangeType> byName() {
    TreeSet<ObjectRef> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    Map<ObjectRef, ChangeType> changes = new TreeMap<>();
    names.forEach(name -> of(name).ifPresent(change -> changes.put(name, change)));
    return changes;
  }
}
