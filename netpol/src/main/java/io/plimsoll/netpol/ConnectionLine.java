package io.plimsoll.netpol;

import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;

/**
 * What one endpoint may connect to another by.
 *
 * @param source who connects
 * @param destination to whom
 * @param connections by what; never empty in a list
 */
public record ConnectionLine(Endpoint source, Endpoint destination, ConnectionSet connections) {

  /** Returns whether this is a pod and itself, which it reaches by its own address whatever policies say. */
  public boolean isWithinPod() {
    return source instanceof Endpoint.Pod && source.equals(destination);
  }

  /** Returns the line as np-guard prints it: {@code shop/web[Deployment] => shop/db[StatefulSet] : TCP 5432}. */
  @Override
  public String toString() {
    return source + " => " + destination + " : " + connections;
  }
}
