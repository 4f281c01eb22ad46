package io.plimsoll.netpol.way;

import io.plimsoll.netpol.api.Gateway;
import io.plimsoll.netpol.api.GatewayRoute;
import io.plimsoll.netpol.label.LabelConditions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a listener of a gateway takes a route: its namespace, its kind and its hosts must be allowed. */
final class ListenerRules {

  private final String gatewayNamespace;
  private final GatewayRoute route;
  private final Map<String, String> namespaceLabels;

  /**
   * Prepares the rules for a route.
   *
   * @param gatewayNamespace the namespace of the gateway
   * @param namespaceLabels the labels of the route's namespace
   */
  ListenerRules(String gatewayNamespace, GatewayRoute route, Map<String, String> namespaceLabels) {
    this.gatewayNamespace = gatewayNamespace;
    this.route = route;
    this.namespaceLabels = namespaceLabels;
  }

  /** Returns why a listener does not take the route; empty if it does. */
  Optional<String> refusal(Gateway.Listener listener) {
    String name = "listener \"" + listener.name() + "\" ";
    if (!takesNamespace(listener)) {
      String namespace = Ways.namespace(route.metadata());
      return Optional.of(name + "takes no routes of namespace \"" + namespace + "\"");
    }
    if (!takesKind(listener)) {
      return Optional.of(name + "takes no " + route.type().kind().kind());
    }
    if (hosts(listener).isEmpty()) {
      return Optional.of(name + "is for host \"" + listener.hostname() + "\"");
    }
    return Optional.empty();
  }

  private boolean takesNamespace(Gateway.Listener listener) {
    return switch (listener.from() == null ? "Same" : listener.from()) {
      case "All" -> true;
      case "Same" -> gatewayNamespace.equals(Ways.namespace(route.metadata()));
      case "Selector" ->
        listener.selector() != null
            && LabelConditions.isSelected(listener.selector(), namespaceLabels);
      default -> false;
    };
  }

  private boolean takesKind(Gateway.Listener listener) {
    if (!listener.kinds().isEmpty()) {
      return listener.kinds().stream()
          .anyMatch(one -> one.kind().equals(route.type().kind().kind())
              && (one.group() == null || one.group().equals(Gateway.KIND.group())));
    }
    return switch (listener.protocol()) {
      case "HTTP", "HTTPS" ->
        route.type() == GatewayRoute.Type.HTTP || route.type() == GatewayRoute.Type.GRPC;
      case "TLS" -> route.type() == GatewayRoute.Type.TLS || route.type() == GatewayRoute.Type.TCP;
      case "TCP" -> route.type() == GatewayRoute.Type.TCP;
      case "UDP" -> route.type() == GatewayRoute.Type.UDP;
      // What an implementation's own protocol takes is its own affair.
      default -> true;
    };
  }

  /** Returns the hosts that are both the listener's and the route's: {@code *} for every host; empty if there are none. */
  List<String> hosts(Gateway.Listener listener) {
    boolean hosted = route.type() != GatewayRoute.Type.TCP && route.type() != GatewayRoute.Type.UDP;
    return Hostnames.common(listener.hostname(), hosted ? route.hostnames() : List.of());
  }
}
