package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Quantity;
import org.jspecify.annotations.Nullable;

/** A resource request or limit of a container. Mirrors {@code core/v1 ResourceFieldSelector}. */
public record ResourceFieldSelector(
    String resource,
    @Nullable String containerName,
    @Nullable Quantity divisor) {

  /** Reads the record from a tree. */
  public static ResourceFieldSelector from(Fields fields) {
    return new ResourceFieldSelector(
        fields.text("resource"), fields.string("containerName"), fields.quantity("divisor"));
  }
}
