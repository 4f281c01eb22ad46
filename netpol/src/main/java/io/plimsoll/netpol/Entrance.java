package io.plimsoll.netpol;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.netpol.connection.ConnectionSet;

/**
 * A way from outside to a pod, through ingress controllers.
 *
 * @param object the Ingress, the Route, or the route of a gateway
 * @param service the Service it leads through
 * @param connections the ports of the pod it leads to; none if the pod does not declare the Service's target port
 */
public record Entrance(ObjectRef object, ObjectRef service, ConnectionSet connections) {

  /** Returns {@code Ingress shop/web through Service shop/web: TCP 8080}. */
  @Override
  public String toString() {
    return object + " through " + service + ": " + connections;
  }
}
