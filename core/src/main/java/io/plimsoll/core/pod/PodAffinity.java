package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import java.util.List;

/** Which pods a pod prefers or needs near it. Mirrors {@code core/v1 PodAffinity}. */
public record PodAffinity(
    List<WeightedPodAffinityTerm> preferredDuringSchedulingIgnoredDuringExecution,
    List<PodAffinityTerm> requiredDuringSchedulingIgnoredDuringExecution) {

  public PodAffinity {
    preferredDuringSchedulingIgnoredDuringExecution =
        List.copyOf(preferredDuringSchedulingIgnoredDuringExecution);
    requiredDuringSchedulingIgnoredDuringExecution =
        List.copyOf(requiredDuringSchedulingIgnoredDuringExecution);
  }

  /** Reads the record from a tree. */
  public static PodAffinity from(Fields fields) {
    return new PodAffinity(
        fields.list(
            "preferredDuringSchedulingIgnoredDuringExecution", WeightedPodAffinityTerm::from),
        fields.list("requiredDuringSchedulingIgnoredDuringExecution", PodAffinityTerm::from));
  }
}
