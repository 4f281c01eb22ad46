package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A pod affinity term with a weight. Mirrors {@code core/v1 WeightedPodAffinityTerm}. */
public record WeightedPodAffinityTerm(
    @Nullable PodAffinityTerm podAffinityTerm, @Nullable Integer weight) {

  /** Reads the record from a tree. */
  public static WeightedPodAffinityTerm from(Fields fields) {
    return new WeightedPodAffinityTerm(
        fields.object("podAffinityTerm", PodAffinityTerm::from), fields.int32("weight"));
  }
}
