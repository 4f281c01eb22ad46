package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A container added to a running pod for debugging. Mirrors {@code core/v1 EphemeralContainer}, whose fields other than {@code
 * targetContainerName} are those of a container.
 *
 * @param container the fields it has in common with other containers
 * @param targetContainerName the container whose process namespace it joins
 */
public record EphemeralContainer(
    Container container, @Nullable String targetContainerName) {

  /** Reads the record from a tree. */
  public static EphemeralContainer from(Fields fields) {
    return new EphemeralContainer(Container.from(fields), fields.string("targetContainerName"));
  }
}
