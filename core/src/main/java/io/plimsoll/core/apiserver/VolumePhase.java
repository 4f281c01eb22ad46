package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Stamps;
import java.time.Instant;
import java.util.Objects;

/** When a volume came into its phase, if its status does not say it. Mirrors {@code persistentvolumeStatusStrategy}. */
final class VolumePhase {

  private static final String SINCE = "lastPhaseTransitionTime";

  private VolumePhase() {}

  /** Returns a volume with the time of its phase: now, if the phase is another than before and the time is not. */
  static MappingValue dated(Instant now, MappingValue volume, MappingValue old) {
    Fields status = Fields.of(volume.get("status"));
    Fields before = Fields.of(old.get("status"));
    Value said = status.value(SINCE);
    Value known = before.value(SINCE);
    if (!status.text("phase").equals(before.text("phase"))) {
      return said == null || Objects.equals(said, known)
          ? with(volume, status, Stamps.time(now))
          : volume;
    }
    return said == null && known != null ? with(volume, status, known) : volume;
  }

  private static MappingValue with(MappingValue volume, Fields status, Value since) {
    return volume.with("status", status.tree().with(SINCE, since));
  }
}
