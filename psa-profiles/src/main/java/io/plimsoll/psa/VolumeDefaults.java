package io.plimsoll.psa;

import io.plimsoll.core.pod.EmptyDirVolumeSource;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.Volume;
import java.util.ArrayList;
import java.util.List;

/** Volumes without a source become empty directories. */
final class VolumeDefaults {

  private VolumeDefaults() {}

  static PodSpec of(PodSpec spec) {
    List<Volume> changed = null;
    for (int i = 0; i < spec.volumes().size(); i++) {
      Volume volume = spec.volumes().get(i);
      if (hasNoSource(volume)) {
        changed = changed == null ? new ArrayList<>(spec.volumes()) : changed;
        EmptyDirVolumeSource directory = EmptyDirVolumeSource.builder().build();
        changed.set(i, volume.toBuilder().emptyDir(directory).build());
      }
    }
    return changed == null ? spec : spec.toBuilder().volumes(changed).build();
  }

  private static boolean hasNoSource(Volume volume) {
    return !VolumeTypes.isAllowed(volume)
        && VolumeTypes.restricted(volume).equals(VolumeTypes.UNKNOWN);
  }
}
