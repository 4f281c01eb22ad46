package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;

/** Whether a change of a resource restarts the container. Mirrors {@code core/v1 ContainerResizePolicy}. */
public record ContainerResizePolicy(String resourceName, String restartPolicy) {

  /** Reads the record from a tree. */
  public static ContainerResizePolicy from(Fields fields) {
    return new ContainerResizePolicy(fields.text("resourceName"), fields.text("restartPolicy"));
  }
}
