package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.Volume;
import java.util.Optional;

/**
 * Volumes must not be directories or files of the host.
 *
 * <p>Restricted field: {@code spec.volumes[*].hostPath}. Allowed value: absent. Restricted pods are held to {@link
 * RestrictedVolumes} instead. What to use in its place is for a person to decide. Mirrors {@code policy/check_hostPathVolumes.go}.
 */
final class HostPathVolumes implements Check.Rule, Sentence {

  static final String ID = "hostPathVolumes";

  private static final FieldPath VOLUMES = FieldPath.of("spec", "volumes");
  private static final Expected OTHER = Expected.ofType(Mend.BY_HAND, "any other type");

  static final Check CHECK = Check.of(ID, Level.BASELINE).since("v1.0", new HostPathVolumes());

  @Override
  public Optional<Violation> evaluate(ObjectMeta metadata, PodSpec spec) {
    Findings findings = Findings.NONE;
    for (int i = 0; i < spec.volumes().size(); i++) {
      Volume volume = spec.volumes().get(i);
      if (volume.hostPath() != null) {
        FieldPath field = VOLUMES.index(i).field("hostPath");
        findings = findings.andVolume(OTHER, volume, field, "hostPath");
      }
    }
    return findings.violate("hostPath volumes", this);
  }

  /** {@code volumes "a", "b"}. */
  @Override
  public String detail(Findings findings) {
    return Sentences.volumes(findings.list());
  }

  private HostPathVolumes() {}
}
