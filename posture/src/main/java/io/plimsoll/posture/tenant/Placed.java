package io.plimsoll.posture.tenant;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.ObjectRef;
import java.util.Optional;

/**
 * A field of an object, and where it stands.
 *
 * @param object the object
 * @param path the field; the root for the object itself
 * @param location where the field, or else its nearest ancestor, stands; empty if the object was made without a text, or is not
 *     among the manifests
 */
public record Placed(ObjectRef object, FieldPath path, Optional<Location> location) {

  static Placed in(Cluster cluster, ObjectRef object, FieldPath path) {
    return new Placed(object, path, cluster.locate(object, path));
  }

  static Placed in(Cluster cluster, ObjectRef object) {
    return in(cluster, object, FieldPath.ROOT);
  }

  /** Returns the object and, in parentheses, its place: {@code RoleBinding shop/web (k8s/rbac.yaml:20:5)}. */
  @Override
  public String toString() {
    return object + location.map(place -> " (" + place + ")").orElse("");
  }
}
