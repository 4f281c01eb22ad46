package io.plimsoll.core.registry.volume;

import io.plimsoll.core.validation.Strategy;
import java.util.List;

/** The strategies of this package. */
public final class Volumes {

  private Volumes() {}

  /** Returns them. */
  public static List<Strategy> strategies() {
    return List.of(
        new PersistentVolumeStrategy(),
        new VolumeAttachmentStrategy(),
        new CsiDriverStrategy(),
        new CsiNodeStrategy(),
        new CsiStorageCapacityStrategy());
  }
}
