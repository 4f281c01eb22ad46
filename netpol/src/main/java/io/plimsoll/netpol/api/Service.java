package io.plimsoll.netpol.api;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.IntOrString;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.Maps;
import io.plimsoll.core.model.ObjectMeta;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A name for pods, of which only what leads traffic to them matters here. Mirrors {@code core/v1 Service}.
 *
 * @param metadata its name
 * @param type {@code ClusterIP}, {@code NodePort}, {@code LoadBalancer} or {@code ExternalName}; absent means the first
 * @param externalName for {@code ExternalName}: the name outside of the cluster that it stands for
 * @param selector the labels of its pods; empty means that its endpoints are made by others
 * @param ports its ports
 * @param externalIPs addresses of nodes by which it is reached as well, whatever its type
 * @param loadBalancerSourceRanges the addresses that its load balancer lets in, as CIDRs; empty means all
 */
public record Service(
    ObjectMeta metadata,
    @Nullable String type,
    @Nullable String externalName,
    Map<String, String> selector,
    List<Port> ports,
    List<String> externalIPs,
    List<String> loadBalancerSourceRanges)
    implements ApiObject {

  /** The kind {@code v1 Service}. */
  public static final Kind<Service> KIND = new Kind<>("v1", "Service", Service::from);

  public Service {
    selector = Maps.copy(selector);
    ports = List.copyOf(ports);
    externalIPs = List.copyOf(externalIPs);
    loadBalancerSourceRanges = List.copyOf(loadBalancerSourceRanges);
  }

  /** Reads the record from a tree. */
  public static Service from(Fields fields) {
    Fields spec = Fields.of(fields.value("spec"));
    return new Service(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        spec.string("type"),
        spec.string("externalName"),
        spec.stringMap("selector"),
        spec.list("ports", Port::from),
        spec.strings("externalIPs"),
        spec.strings("loadBalancerSourceRanges"));
  }

  @Override
  public Kind<Service> objectKind() {
    return KIND;
  }

  /** Returns whether it is a name for something outside of the cluster, and has neither pods nor ports. */
  public boolean isExternalName() {
    return "ExternalName".equals(type);
  }

  /**
   * A port of a service and where it leads. Mirrors {@code core/v1 ServicePort}.
   *
   * @param name its name
   * @param protocol {@code TCP}, {@code UDP} or {@code SCTP}; absent means TCP
   * @param port the number it is reached by
   * @param targetPort number or name of the pods' port; absent means {@code port}
   * @param nodePort the port of each node by which it is reached; absent means that the API server chooses one, if it needs one
   */
  public record Port(
      @Nullable String name,
      @Nullable String protocol,
      int port,
      @Nullable IntOrString targetPort,
      @Nullable Integer nodePort) {

    /** Reads the record from a tree. */
    public static Port from(Fields fields) {
      Integer port = fields.int32("port");
      return new Port(
          fields.string("name"),
          fields.string("protocol"),
          port == null ? 0 : port,
          fields.intOrString("targetPort"),
          fields.int32("nodePort"));
    }

    /** Returns the pods' port: the target port unless it is absent, 0 or empty. */
    public IntOrString target() {
      boolean unset = targetPort == null
          || targetPort.equals(IntOrString.of(0))
          || targetPort.equals(IntOrString.of(""));
      return targetPort == null || unset ? IntOrString.of(port) : targetPort;
    }

    /** Returns the protocol with the API server's default. */
    public String protocolOrTcp() {
      return protocol == null ? "TCP" : protocol;
    }
  }
}
