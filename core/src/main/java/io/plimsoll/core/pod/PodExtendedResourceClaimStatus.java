package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;

/**
 * The resource claim that was made for a pod's extended resources; without what each of them got. Mirrors {@code core/v1
 * PodExtendedResourceClaimStatus}.
 */
public record PodExtendedResourceClaimStatus(String resourceClaimName) {

  /** Reads the record from a tree. */
  public static PodExtendedResourceClaimStatus from(Fields fields) {
    return new PodExtendedResourceClaimStatus(fields.text("resourceClaimName"));
  }
}
