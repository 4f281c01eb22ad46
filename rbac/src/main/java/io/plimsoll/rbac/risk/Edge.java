package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.rbac.Binding;
import java.util.List;
import java.util.Optional;

/**
 * A way from one node to others.
 *
 * @param technique how
 * @param requests what it takes, all of it
 * @param target where it leads
 * @param local whether requests of no namespace are made in that of the service account it leads to
 * @param basis a binding that must be there besides those that allow the requests
 */
record Edge(
    Technique technique,
    List<Attributes> requests,
    Target target,
    boolean local,
    Optional<Binding> basis) {

  Edge {
    requests = List.copyOf(requests);
  }
}
