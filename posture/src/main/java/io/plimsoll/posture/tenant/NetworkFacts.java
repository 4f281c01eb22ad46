package io.plimsoll.posture.tenant;

import io.plimsoll.netpol.border.Crossing;
import io.plimsoll.netpol.border.NamespaceIsolation;
import java.util.List;

/**
 * What network policies make of a namespace in one direction.
 *
 * @param isolation which pods they isolate
 * @param deciding the policies that isolate all pods, those to come too; else all that apply to any pod, in order
 * @param crossings the connections with other namespaces that they leave
 */
public record NetworkFacts(
    NamespaceIsolation isolation, List<Placed> deciding, List<Crossing> crossings) {

  public NetworkFacts {
    deciding = List.copyOf(deciding);
    crossings = List.copyOf(crossings);
  }
}
