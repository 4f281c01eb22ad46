package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.Volume;
import java.util.List;
import java.util.Optional;

/**
 * Volumes must be of the types that do not reach into the host or the network.
 *
 * <p>Restricted fields: {@code spec.volumes[*].*}. Allowed: volumes that have a {@code configMap}, {@code csi}, {@code downwardAPI},
 * {@code emptyDir}, {@code ephemeral}, {@code image}, {@code persistentVolumeClaim}, {@code projected} or {@code secret}, whatever else
 * they have. What to use in place of another type is for a person to decide. Mirrors {@code policy/check_restrictedVolumes.go}.
 */
final class RestrictedVolumes implements Check.Rule, Sentence {

  private static final FieldPath VOLUMES = FieldPath.of("spec", "volumes");
  private static final Expected ALLOWED = Expected.ofType(
      Mend.BY_HAND,
      "configMap",
      "csi",
      "downwardAPI",
      "emptyDir",
      "ephemeral",
      "image",
      "persistentVolumeClaim",
      "projected",
      "secret");

  static final Check CHECK = Check.of("restrictedVolumes", Level.RESTRICTED)
      .since("v1.0", new RestrictedVolumes(), HostPathVolumes.ID);

  @Override
  public Optional<Violation> evaluate(ObjectMeta metadata, PodSpec spec) {
    Findings findings = Findings.NONE;
    for (int i = 0; i < spec.volumes().size(); i++) {
      Volume volume = spec.volumes().get(i);
      if (!VolumeTypes.isAllowed(volume)) {
        String type = VolumeTypes.restricted(volume);
        FieldPath place = VOLUMES.index(i);
        FieldPath field = type.equals(VolumeTypes.UNKNOWN) ? place : place.field(type);
        findings = findings.andVolume(ALLOWED, volume, field, type);
      }
    }
    return findings.violate("restricted volume types", this);
  }

  /** {@code volumes "a", "b" use restricted volume types "hostPath", "nfs"}. */
  @Override
  public String detail(Findings findings) {
    List<Found> list = findings.list();
    List<String> types = Sentences.values(list);
    return Sentences.volumes(list)
        + Sentences.plural(" uses ", " use ", list.size())
        + Sentences.plural("restricted volume type ", "restricted volume types ", types.size())
        + Sentences.quoted(types);
  }

  private RestrictedVolumes() {}
}
