package io.plimsoll.core.admission.support;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;

/**
 * The storage class of a claim, which an annotation can say, too. Mirrors {@code GetPersistentVolumeClaimClass} of {@code
 * pkg/apis/core/helper}.
 */
public final class ClaimClass {

  private static final String BETA = "volume.beta.kubernetes.io/storage-class";

  private ClaimClass() {}

  /** Returns whether a claim says a class, be it the empty one. */
  public static boolean isSet(MappingValue claim) {
    return annotations(claim).has(BETA) || Trees.spec(claim).has("storageClassName");
  }

  /** Returns the class of a claim, empty if it has none. */
  public static String of(MappingValue claim) {
    Fields annotations = annotations(claim);
    return annotations.has(BETA)
        ? annotations.text(BETA)
        : Trees.spec(claim).text("storageClassName");
  }

  private static Fields annotations(MappingValue claim) {
    return Trees.object(Trees.metadata(claim), "annotations");
  }
}
