package io.plimsoll.netpol.way;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.netpol.connection.ConnectionSet;

/**
 * What leads ingress controllers to a pod.
 *
 * @param object the Ingress, the Route, or the route of a gateway
 * @param service the Service it leads through
 * @param connections the ports of the pod it leads to; none if the pod does not declare the Service's target port
 */
public record Lead(ObjectRef object, ObjectRef service, ConnectionSet connections) {}
