package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Location;
import java.util.Optional;

/**
 * The value of one security setting of a container, and where it comes from.
 *
 * @param value the value; empty where the image, the runtime or the node decides
 * @param origin who says so
 * @param path the field that says so, from the root of the object
 * @param location where that field, or else its nearest ancestor, stands
 */
public record Effective<T>(
    Optional<T> value, Origin origin, Optional<FieldPath> path, Optional<Location> location) {

  /** Who says what a setting is. */
  public enum Origin {
    /** The container's own security context. */
    CONTAINER,
    /** The pod's specification or security context. */
    POD,
    /** An annotation of the pod. */
    ANNOTATION,
    /** Another setting, which it follows from. */
    IMPLIED,
    /** Kubernetes, as nothing is written. */
    DEFAULT,
    /** The image, the container runtime or the node, as nothing is written. */
    RUNTIME,
    /** The operating system of the pod, which has no such setting. */
    OPERATING_SYSTEM
  }

  /** Returns {@code 1000 (CONTAINER spec.containers[0].securityContext.runAsUser)}. */
  @Override
  public String toString() {
    return value.map(Object::toString).orElse("unset") + " (" + origin
        + path.map(field -> " " + field).orElse("") + ")";
  }
}
