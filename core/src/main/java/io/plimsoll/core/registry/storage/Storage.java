package io.plimsoll.core.registry.storage;

import io.plimsoll.core.validation.Strategy;
import java.util.List;

/** The strategies of this package. */
public final class Storage {

  private Storage() {}

  /** Returns them. */
  public static List<Strategy> strategies() {
    return List.of(
        new PersistentVolumeClaimStrategy(),
        new StorageClassStrategy(),
        new VolumeAttributesClassStrategy());
  }
}
