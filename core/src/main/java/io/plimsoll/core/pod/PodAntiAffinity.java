package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import java.util.List;

/** Which pods a pod avoids or must not have near it. Mirrors {@code core/v1 PodAntiAffinity}. */
public record PodAntiAffinity(
    List<WeightedPodAffinityTerm> preferredDuringSchedulingIgnoredDuringExecution,
    List<PodAffinityTerm> requiredDuringSchedulingIgnoredDuringExecution) {

  public PodAntiAffinity {
    preferredDuringSchedulingIgnoredDuringExecution =
        List.copyOf(preferredDuringSchedulingIgnoredDuringExecution);
    requiredDuringSchedulingIgnoredDuringExecution =
        List.copyOf(requiredDuringSchedulingIgnoredDuringExecution);
  }

  /** Reads the record from a tree. */
  public static PodAntiAffinity from(Fields fields) {
    return new PodAntiAffinity(
        fields.list(
            "preferredDuringSchedulingIgnoredDuringExecution", WeightedPodAffinityTerm::from),
        fields.list("requiredDuringSchedulingIgnoredDuringExecution", PodAffinityTerm::from));
  }
}
