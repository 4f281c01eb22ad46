package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** The resource claim that was made for a pod from a template, if one was needed. Mirrors {@code core/v1 PodResourceClaimStatus}. */
public record PodResourceClaimStatus(String name, @Nullable String resourceClaimName) {

  /** Reads the record from a tree. */
  public static PodResourceClaimStatus from(Fields fields) {
    return new PodResourceClaimStatus(fields.text("name"), fields.string("resourceClaimName"));
  }
}
