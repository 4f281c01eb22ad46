package io.plimsoll.core.pod;

/** Which of a pod's three lists a container is in, in the order Kubernetes visits them. */
public enum ContainerKind {
  /** {@code initContainers}: run one after the other before the others; with {@code restartPolicy: Always} a sidecar. */
  INIT("initContainers"),
  /** {@code containers}. */
  CONTAINER("containers"),
  /** {@code ephemeralContainers}: added to a running pod for debugging. */
  EPHEMERAL("ephemeralContainers");

  private final String field;

  ContainerKind(String field) {
    this.field = field;
  }

  /** Returns the field of the pod's spec that holds the list. */
  public String field() {
    return field;
  }
}
