package io.plimsoll.netpol.way;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;

/**
 * A backend: where an object leads what comes from outside through ingress controllers.
 *
 * @param source what the object is
 * @param object the object
 * @param path where the backend names its Service
 * @param portPath where the backend names its port
 * @param address what outsiders ask for
 * @param namespace the namespace of the Service
 * @param service the name of the Service
 * @param port which of its ports
 */
public record Way(
    Source source,
    ObjectRef object,
    FieldPath path,
    FieldPath portPath,
    String address,
    String namespace,
    String service,
    PortChoice port) {

  /** What leads to backends. */
  public enum Source {
    INGRESS,
    ROUTE,
    GATEWAY
  }
}
