package io.plimsoll.core.model;

import java.util.HashSet;
import java.util.Set;

/** All that a selector demands of one field: values it must have, of which there can be one only, and values it must not have. */
final class FieldCondition {

  private final Set<String> required = new HashSet<>();
  private final Set<String> excluded = new HashSet<>();

  void add(FieldSelector.Term term) {
    (term.negated() ? excluded : required).add(term.value());
  }

  boolean matches(String value) {
    boolean fits = required.isEmpty() || (required.size() == 1 && required.contains(value));
    return fits && !excluded.contains(value);
  }
}
