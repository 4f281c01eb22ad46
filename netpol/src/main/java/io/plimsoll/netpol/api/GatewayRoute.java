package io.plimsoll.netpol.api;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway lets in, and where it leads. Mirrors {@code HTTPRoute}, {@code GRPCRoute}, {@code TLSRoute}, {@code TCPRoute}
 * and {@code UDPRoute} of {@code gateway.networking.k8s.io}, which are alike in what matters here.
 *
 * @param type which of them it is
 * @param metadata its name
 * @param parentRefs the gateways it is for
 * @param hostnames the hosts it is for, which may start with {@code *.}; empty means every host
 * @param rules where it leads
 */
public record GatewayRoute(
    Type type,
    ObjectMeta metadata,
    List<ParentReference> parentRefs,
    List<String> hostnames,
    List<Rule> rules)
    implements ApiObject {

  /** A kind of routes. */
  public enum Type {
    HTTP("v1", "TCP"),
    GRPC("v1", "TCP"),
    TLS("v1", "TCP"),
    TCP("v1alpha2", "TCP"),
    UDP("v1alpha2", "UDP");

    private final String version;
    private final String protocol;

    Type(String version, String protocol) {
      this.version = version;
      this.protocol = protocol;
    }

    /** Returns the kind of object. */
    public Kind<GatewayRoute> kind() {
      return Objects.requireNonNull(KINDS.get(this), name());
    }

    /** Returns the protocol of the ports that such routes lead to. */
    public String protocol() {
      return protocol;
    }
  }

  private static final Map<Type, Kind<GatewayRoute>> KINDS = kinds();

  private static Map<Type, Kind<GatewayRoute>> kinds() {
    Map<Type, Kind<GatewayRoute>> kinds = new EnumMap<>(Type.class);
    for (Type type : Type.values()) {
      String apiVersion = Gateway.KIND.group() + "/" + type.version;
      kinds.put(type, new Kind<>(apiVersion, type + "Route", fields -> from(type, fields)));
    }
    return Collections.unmodifiableMap(kinds);
  }

  public GatewayRoute {
    parentRefs = List.copyOf(parentRefs);
    hostnames = List.copyOf(hostnames);
    rules = List.copyOf(rules);
  }

  private static GatewayRoute from(Type type, Fields fields) {
    Fields spec = Fields.of(fields.value("spec"));
    return new GatewayRoute(
        type,
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        spec.list("parentRefs", ParentReference::from),
        spec.strings("hostnames"),
        spec.list("rules", Rule::from));
  }

  @Override
  public Kind<GatewayRoute> objectKind() {
    return type.kind();
  }

  /**
   * What a route is attached to. Mirrors {@code v1 ParentReference}.
   *
   * @param group its group; absent means that of the gateways
   * @param kind its kind; absent means {@code Gateway}
   * @param namespace its namespace; absent means that of the route
   * @param name its name
   * @param sectionName the name of one listener; absent means all
   * @param port the port of listeners; absent means all
   */
  public record ParentReference(
      @Nullable String group,
      @Nullable String kind,
      @Nullable String namespace,
      String name,
      @Nullable String sectionName,
      @Nullable Integer port) {

    /** Reads the record from a tree. */
    public static ParentReference from(Fields fields) {
      return new ParentReference(
          fields.string("group"),
          fields.string("kind"),
          fields.string("namespace"),
          fields.text("name"),
          fields.string("sectionName"),
          fields.int32("port"));
    }

    /** Returns whether it is a gateway, and not part of a mesh or of an extension. */
    public boolean isGateway() {
      return (group == null || group.equals(Gateway.KIND.group()))
          && (kind == null || kind.equals(Gateway.KIND.kind()));
    }
  }

  /**
   * Where a route leads. Mirrors {@code v1 HTTPRouteRule} and its like.
   *
   * @param backendRefs where traffic goes, by weight
   * @param filters what happens on the way
   */
  public record Rule(List<BackendRef> backendRefs, List<Filter> filters) {

    public Rule {
      backendRefs = List.copyOf(backendRefs);
      filters = List.copyOf(filters);
    }

    /** Reads the record from a tree. */
    public static Rule from(Fields fields) {
      return new Rule(
          fields.list("backendRefs", BackendRef::from), fields.list("filters", Filter::from));
    }
  }

  /**
   * What happens to requests, of which only mirroring matters here. Mirrors {@code v1 HTTPRouteFilter}.
   *
   * @param requestMirror where requests are sent as well
   */
  public record Filter(@Nullable BackendRef requestMirror) {

    /** Reads the record from a tree. */
    public static Filter from(Fields fields) {
      return new Filter(
          Fields.of(fields.value("requestMirror")).object("backendRef", BackendRef::from));
    }
  }

  /**
   * A service and the port of it that traffic goes to. Mirrors {@code v1 BackendRef}.
   *
   * @param group its group; absent means the core group
   * @param kind its kind; absent means {@code Service}
   * @param namespace its namespace; absent means that of the route
   * @param name its name
   * @param port its port
   * @param weight its part of the traffic, 0 for none; absent means 1
   */
  public record BackendRef(
      @Nullable String group,
      @Nullable String kind,
      @Nullable String namespace,
      String name,
      @Nullable Integer port,
      @Nullable Integer weight) {

    /** Reads the record from a tree. */
    public static BackendRef from(Fields fields) {
      return new BackendRef(
          fields.string("group"),
          fields.string("kind"),
          fields.string("namespace"),
          fields.text("name"),
          fields.int32("port"),
          fields.int32("weight"));
    }

    /** Returns whether it is a service, and not part of an extension. */
    public boolean isService() {
      return (group == null || group.isEmpty()) && (kind == null || kind.equals("Service"));
    }
  }
}
