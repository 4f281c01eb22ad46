package io.plimsoll.rbac.risk;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.request.Attributes;
import java.util.List;
import java.util.Optional;

/**
 * A way from one node to others.
 *
 * @param technique how
 * @param requests what it takes, all of it
 * @param target where it leads
 * @param local whether requests of no namespace are made in that of the service account it leads to
 * @param changed the binding that it takes to be there and is changed, if it is one that does
 */
record Edge(
    Technique technique,
    List<Attributes> requests,
    Target target,
    boolean local,
    Optional<ObjectRef> changed) {

  Edge {
    requests = List.copyOf(requests);
  }
}
