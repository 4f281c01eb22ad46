package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.rbac.risk.Goal.Kind;
import java.util.Optional;

/** Nodes: what the kubelet does for whoever is let through to it, and where pods run. */
final class NodeTechniques implements Family {

  private static final Resource NODES = Resource.core("nodes");
  private static final Resource PODS = PodTechniques.PODS;

  private final Targets targets;

  NodeTechniques(Targets targets) {
    this.targets = targets;
  }

  @Override
  public void find(Node node, Place place, Edges out) {
    Target placement = targets.goal(Kind.POD_PLACEMENT);
    place
        .some(PODS.sub("binding"), "create")
        .ifPresent(request -> out.add(Technique.BIND_POD, placement, request));
    if (!place.isEverywhere()) {
      return;
    }
    proxy(place, out);
    place
        .some(NODES, Place.CHANGE)
        .ifPresent(request -> out.add(Technique.TAINT_NODE, placement, request));
    out.addIfAll(
        Technique.STEAL_POD,
        placement,
        place.some(NODES.sub("status"), Place.CHANGE),
        place
            .some(PODS, "delete", "deletecollection")
            .or(() -> place.some(PODS.sub("eviction"), "create")));
  }

  /** The kubelet runs commands for a {@code get} that asks for a web socket, as for a {@code create}. */
  private void proxy(Place place, Edges out) {
    Resource proxy = NODES.sub("proxy");
    Optional<Attributes> any = place.any(proxy, "get", "create");
    any.ifPresent(
        request -> out.add(Technique.NODE_PROXY, targets.goal(Kind.NODE_TAKEOVER), request));
    if (any.isEmpty()) {
      for (Attributes request : place.named(proxy, "get", "create")) {
        Goal one = new Goal(Kind.NODE_TAKEOVER, request.name());
        out.add(Technique.NODE_PROXY, targets.goal(one), request);
      }
    }
  }
}
