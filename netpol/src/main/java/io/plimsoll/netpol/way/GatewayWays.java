package io.plimsoll.netpol.way;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.netpol.api.Gateway;
import io.plimsoll.netpol.api.GatewayRoute;
import io.plimsoll.netpol.api.GatewayRoute.BackendRef;
import io.plimsoll.netpol.api.GatewayRoute.ParentReference;
import io.plimsoll.netpol.api.ReferenceGrant;
import io.plimsoll.netpol.engine.Inventory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads the backends of the routes that gateways let in. A gateway that is not among the objects, but may well be in the cluster,
 * is taken to let its routes in; one that is has to have a listener that does.
 */
final class GatewayWays {

  private static final FieldPath SPEC = FieldPath.of("spec");

  private final Inventory inventory;
  private final List<Way> ways;
  private final List<Dangling> dangling;
  private final Map<String, Gateway> gateways = new HashMap<>();

  /**
   * Prepares a reader.
   *
   * @param ways where it adds what it reads
   * @param dangling where it adds what leads nowhere
   */
  GatewayWays(Inventory inventory, List<Way> ways, List<Dangling> dangling) {
    this.inventory = inventory;
    this.ways = ways;
    this.dangling = dangling;
    for (Gateway gateway : inventory.entrances().gateways()) {
      gateways.put(
          Ways.namespace(gateway.metadata()) + "/" + gateway.metadata().nameOrEmpty(), gateway);
    }
  }

  void read() {
    inventory.entrances().gatewayRoutes().forEach(this::read);
  }

  private void read(GatewayRoute route) {
    if (route.parentRefs().isEmpty()) {
      dangling.add(Dangling.warning(
          route.ref(), SPEC, "missing-gateway", "names no Gateway, so that nothing lets it in"));
    }
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < route.parentRefs().size(); i++) {
      if (route.parentRefs().get(i).isGateway()) {
        attach(route, i).ifPresent(addresses::add);
      }
    }
    if (!addresses.isEmpty()) {
      backends(route, String.join("; ", addresses));
    }
  }

  /** Returns by what address a gateway lets a route in; empty if it does not. */
  private Optional<String> attach(GatewayRoute route, int number) {
    ParentReference parent = route.parentRefs().get(number);
    FieldPath path = SPEC.field("parentRefs").index(number);
    String namespace =
        parent.namespace() == null ? Ways.namespace(route.metadata()) : parent.namespace();
    String name = namespace + "/" + parent.name();
    Gateway gateway = gateways.get(name);
    String through = " through Gateway " + name;
    if (gateway == null) {
      dangling.add(Dangling.info(
          route.ref(),
          path.field("name"),
          "missing-gateway",
          "there is no Gateway \"" + name + "\" among the manifests; it is taken to let the "
              + route.type().kind().kind() + " in"));
      return Optional.of(Hostnames.text(route.hostnames()) + through);
    }
    List<Gateway.Listener> meant =
        gateway.listeners().stream().filter(one -> isMeant(parent, one)).toList();
    if (meant.isEmpty()) {
      FieldPath at = parent.sectionName() == null && parent.port() == null
          ? path.field("name")
          : path.field(parent.sectionName() == null ? "port" : "sectionName");
      String message = "Gateway " + name + " has no listener" + description(parent);
      dangling.add(Dangling.warning(route.ref(), at, "missing-listener", message));
      return Optional.empty();
    }
    ListenerRules rules = new ListenerRules(namespace, route, namespaceLabels(route));
    List<String> ports = new ArrayList<>();
    TreeSet<String> hosts = new TreeSet<>();
    TreeSet<String> refusals = new TreeSet<>();
    for (Gateway.Listener listener : meant) {
      Optional<String> refusal = rules.refusal(listener);
      refusal.ifPresent(refusals::add);
      if (refusal.isEmpty()) {
        ports.add(listener.protocol() + (listener.port() == null ? "" : " " + listener.port()));
        hosts.addAll(rules.hosts(listener));
      }
    }
    if (ports.isEmpty()) {
      String message = "Gateway " + name + " does not let it in: " + String.join("; ", refusals);
      dangling.add(Dangling.warning(route.ref(), path, "route-not-accepted", message));
      return Optional.empty();
    }
    return Optional.of(
        String.join(", ", ports) + " " + Hostnames.text(List.copyOf(hosts)) + through);
  }

  private static String description(ParentReference parent) {
    return (parent.sectionName() == null ? "" : " \"" + parent.sectionName() + "\"")
        + (parent.port() == null ? "" : " with port " + parent.port());
  }

  private Map<String, String> namespaceLabels(GatewayRoute route) {
    String namespace = Ways.namespace(route.metadata());
    return inventory.namespaces().getOrDefault(namespace, Map.of(Namespace.NAME_LABEL, namespace));
  }

  private static boolean isMeant(ParentReference parent, Gateway.Listener listener) {
    return (parent.sectionName() == null || parent.sectionName().equals(listener.name()))
        && (parent.port() == null || parent.port().equals(listener.port()));
  }

  private void backends(GatewayRoute route, String address) {
    for (int i = 0; i < route.rules().size(); i++) {
      GatewayRoute.Rule rule = route.rules().get(i);
      FieldPath path = SPEC.field("rules").index(i);
      for (int j = 0; j < rule.backendRefs().size(); j++) {
        backend(route, rule.backendRefs().get(j), path.field("backendRefs").index(j), address);
      }
      for (int j = 0; j < rule.filters().size(); j++) {
        BackendRef mirror = rule.filters().get(j).requestMirror();
        if (mirror != null) {
          FieldPath at = path.field("filters").index(j).field("requestMirror").field("backendRef");
          backend(route, mirror, at, address);
        }
      }
    }
  }

  private void backend(GatewayRoute route, BackendRef backend, FieldPath path, String address) {
    boolean unused = backend.weight() != null && backend.weight() == 0;
    if (unused || !backend.isService() || backend.name().isEmpty()) {
      return;
    }
    String own = Ways.namespace(route.metadata());
    String namespace = backend.namespace() == null ? own : backend.namespace();
    if (!namespace.equals(own) && !isGranted(route, own, namespace, backend.name())) {
      String message = "no ReferenceGrant in namespace \"" + namespace + "\" lets "
          + route.type().kind().kind() + "s of namespace \"" + own + "\" refer to Service \""
          + backend.name() + "\"";
      dangling.add(Dangling.warning(
          route.ref(), path.field("namespace"), "missing-reference-grant", message));
      return;
    }
    ways.add(new Way(
        Way.Source.GATEWAY,
        route.ref(),
        path.field("name"),
        path.field("port"),
        address,
        namespace,
        backend.name(),
        PortChoice.of(backend.port(), route.type().protocol())));
  }

  private boolean isGranted(GatewayRoute route, String from, String namespace, String service) {
    for (ReferenceGrant grant : inventory.entrances().grants()) {
      boolean source = Ways.namespace(grant.metadata()).equals(namespace)
          && grant.from().stream()
              .anyMatch(one -> one.group().equals(route.type().kind().group())
                  && one.kind().equals(route.type().kind().kind())
                  && one.namespace().equals(from));
      boolean target = grant.to().stream()
          .anyMatch(one -> one.group().isEmpty()
              && one.kind().equals("Service")
              && (one.name() == null || one.name().isEmpty() || one.name().equals(service)));
      if (source && target) {
        return true;
      }
    }
    return false;
  }
}
