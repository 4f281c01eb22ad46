package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A resource claim of a pod. Mirrors {@code core/v1 PodResourceClaim}. */
public record PodResourceClaim(
    String name,
    @Nullable String resourceClaimName,
    @Nullable String resourceClaimTemplateName) {

  /** Reads the record from a tree. */
  public static PodResourceClaim from(Fields fields) {
    return new PodResourceClaim(
        fields.text("name"),
        fields.string("resourceClaimName"),
        fields.string("resourceClaimTemplateName"));
  }
}
