package io.plimsoll.netpol.way;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.netpol.api.Ingress;
import io.plimsoll.netpol.api.Route;
import io.plimsoll.netpol.engine.Inventory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All backends of a cluster's Ingress and Route objects and of the routes of its gateways, and what keeps routes from theirs. */
public final class Ways {

  private static final FieldPath SPEC = FieldPath.of("spec");

  private final List<Way> ways = new ArrayList<>();
  private final List<Dangling> dangling = new ArrayList<>();

  private Ways() {}

  /**
   * Returns the backends of a cluster.
   *
   * @param targetsToo whether the backend of an Ingress may name a port of the pods as well
   */
  static Ways of(Inventory inventory, boolean targetsToo) {
    Ways ways = new Ways();
    inventory.entrances().ingresses().forEach(ingress -> ways.add(ingress, targetsToo));
    inventory.entrances().routes().forEach(ways::add);
    new GatewayWays(inventory, ways.ways, ways.dangling).read();
    return ways;
  }

  /** Returns the namespace of an object whose kind the cluster does not know, and so does not place. */
  static String namespace(ObjectMeta metadata) {
    String namespace = metadata.namespaceOrEmpty();
    return namespace.isEmpty() ? Namespace.DEFAULT : namespace;
  }

  /** Returns the backends, in the order of the objects. */
  public List<Way> all() {
    return ways;
  }

  /** Returns what leads nowhere because of gateways. */
  public List<Dangling> dangling() {
    return dangling;
  }

  private void add(Ingress ingress, boolean targetsToo) {
    add(ingress, ingress.defaultBackend(), SPEC.field("defaultBackend"), "*", targetsToo);
    for (int i = 0; i < ingress.rules().size(); i++) {
      Ingress.Rule rule = ingress.rules().get(i);
      FieldPath paths = SPEC.field("rules").index(i).field("http").field("paths");
      for (int j = 0; j < rule.paths().size(); j++) {
        Ingress.Path path = rule.paths().get(j);
        String address = address(rule.host(), path.path());
        add(ingress, path.backend(), paths.index(j).field("backend"), address, targetsToo);
      }
    }
  }

  private static String address(@Nullable String host, @Nullable String path) {
    return (host == null || host.isEmpty() ? "*" : host)
        + (path == null || path.isEmpty() ? "/" : path);
  }

  private void add(
      Ingress ingress,
      Ingress.@Nullable Backend backend,
      FieldPath path,
      String address,
      boolean targetsToo) {
    if (backend != null && !backend.service().isEmpty()) {
      FieldPath service = path.field("service");
      ways.add(new Way(
          Way.Source.INGRESS,
          ingress.ref(),
          service.field("name"),
          service.field("port"),
          address,
          ingress.metadata().namespaceOrEmpty(),
          backend.service(),
          PortChoice.of(backend, targetsToo)));
    }
  }

  private void add(Route route) {
    add(route, route.to(), SPEC.field("to"));
    for (int i = 0; i < route.alternateBackends().size(); i++) {
      add(
          route,
          route.alternateBackends().get(i),
          SPEC.field("alternateBackends").index(i));
    }
  }

  private void add(Route route, Route.Target target, FieldPath path) {
    boolean service = target.kind().isEmpty() || target.kind().equals("Service");
    boolean used = target.weight() == null || target.weight() > 0;
    if (service && used && !target.name().isEmpty()) {
      ways.add(new Way(
          Way.Source.ROUTE,
          route.ref(),
          path.field("name"),
          SPEC.field("port").field("targetPort"),
          address(route.host(), route.path()),
          namespace(route.metadata()),
          target.name(),
          PortChoice.ofRoute(route.targetPort())));
    }
  }
}
