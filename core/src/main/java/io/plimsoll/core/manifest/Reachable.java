package io.plimsoll.core.manifest;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/** The instances of values that a tree consists of. Aliases make the same instance part of it several times. */
final class Reachable {

  private final Set<Value> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Reachable() {}

  static Reachable from(Value root) {
    Reachable reachable = new Reachable();
    Deque<Value> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Value value = open.pop();
      if (!reachable.seen.add(value)) {
        continue;
      }
      if (value instanceof MappingValue mapping) {
        for (int i = 0; i < mapping.size(); i++) {
          open.push(mapping.value(i));
        }
      } else if (value instanceof SequenceValue sequence) {
        sequence.items().forEach(open::push);
      }
    }
    return reachable;
  }

  boolean contains(Value value) {
    return seen.contains(value);
  }
}
