package io.plimsoll.netpol.api;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.ObjectMeta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where routes let traffic in from outside, of which only the listeners matter here. Mirrors {@code
 * gateway.networking.k8s.io/v1 Gateway}.
 *
 * @param metadata its name
 * @param listeners where it listens
 */
public record Gateway(ObjectMeta metadata, List<Listener> listeners) implements ApiObject {

  /** The kind {@code gateway.networking.k8s.io/v1 Gateway}. */
  public static final Kind<Gateway> KIND =
      new Kind<>("gateway.networking.k8s.io/v1", "Gateway", Gateway::from);

  public Gateway {
    listeners = List.copyOf(listeners);
  }

  /** Reads the record from a tree. */
  public static Gateway from(Fields fields) {
    return new Gateway(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        Fields.of(fields.value("spec")).list("listeners", Listener::from));
  }

  @Override
  public Kind<Gateway> objectKind() {
    return KIND;
  }

  /**
   * A port that is listened on, and the routes that may be attached to it. Mirrors {@code v1 Listener} and its {@code
   * AllowedRoutes}.
   *
   * @param name its name
   * @param hostname the host it is for, which may start with {@code *.}; absent means every host
   * @param port the port
   * @param protocol {@code HTTP}, {@code HTTPS}, {@code TLS}, {@code TCP}, {@code UDP} or one of an implementation
   * @param from {@code Same}, {@code All}, {@code Selector} or {@code None}: the namespaces of the routes; absent means the first
   * @param selector for {@code Selector}, the labels of the namespaces
   * @param kinds the kinds of the routes; empty means those that the protocol allows
   */
  public record Listener(
      String name,
      @Nullable String hostname,
      @Nullable Integer port,
      String protocol,
      @Nullable String from,
      @Nullable LabelSelector selector,
      List<RouteKind> kinds) {

    public Listener {
      kinds = List.copyOf(kinds);
    }

    /** Reads the record from a tree. */
    public static Listener from(Fields fields) {
      Fields allowed = Fields.of(fields.value("allowedRoutes"));
      Fields namespaces = Fields.of(allowed.value("namespaces"));
      return new Listener(
          fields.text("name"),
          fields.string("hostname"),
          fields.int32("port"),
          fields.text("protocol"),
          namespaces.string("from"),
          namespaces.object("selector", LabelSelector::from),
          allowed.list("kinds", RouteKind::from));
    }
  }

  /**
   * A kind of routes. Mirrors {@code v1 RouteGroupKind}.
   *
   * @param group its group; absent means that of the gateways
   * @param kind its name
   */
  public record RouteKind(@Nullable String group, String kind) {

    /** Reads the record from a tree. */
    public static RouteKind from(Fields fields) {
      return new RouteKind(fields.string("group"), fields.text("kind"));
    }
  }
}
