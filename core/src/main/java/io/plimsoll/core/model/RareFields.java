package io.plimsoll.core.model;

import io.plimsoll.core.manifest.ByKeys;
import io.plimsoll.core.manifest.Keys;
import io.plimsoll.core.manifest.MappingValue;
import java.util.List;

/** Fields that most objects have none of, so that they are asked for all at once ({@code AdmissionBenchmark}). */
public final class RareFields {

  private final List<String> names;
  private final ByKeys<Boolean> any = ByKeys.of(this::isAny);

  private RareFields(List<String> names) {
    this.names = names;
  }

  /** Returns fields of these names. */
  public static RareFields of(String... names) {
    return new RareFields(List.of(names));
  }

  /** Returns whether an object has any of the fields, be it null. */
  public boolean isAnyIn(MappingValue object) {
    return any.get(object.keys());
  }

  private boolean isAny(Keys keys) {
    return names.stream().anyMatch(keys::contains);
  }
}
