package io.plimsoll.core.model;

import io.plimsoll.core.manifest.ByKeys;
import io.plimsoll.core.manifest.Keys;
import io.plimsoll.core.manifest.MappingValue;
import java.util.Collections;
import java.util.Set;

/**
 * Some fields of a type, which objects are asked for all at once: most fields of the API are absent in most objects, and to look
 * for each showed in {@code AdmissionBenchmark}.
 */
public final class FieldSet {

  private final Set<String> names;
  private final ByKeys<Boolean> any = ByKeys.of(this::isAnyOf);
  private final ByKeys<Boolean> all = ByKeys.of(this::areAllOf);

  private FieldSet(Set<String> names) {
    this.names = names;
  }

  /** Returns the fields of these names. */
  public static FieldSet of(String... names) {
    return new FieldSet(Set.of(names));
  }

  /** Returns whether an object has any of the fields, be it null. */
  public boolean isAnyIn(MappingValue object) {
    return any.get(object.keys());
  }

  /** Returns whether an object has no field that is none of these. */
  public boolean containsAllOf(MappingValue object) {
    return all.get(object.keys());
  }

  private boolean isAnyOf(Keys keys) {
    return !Collections.disjoint(keys, names);
  }

  private boolean areAllOf(Keys keys) {
    return names.containsAll(keys);
  }
}
