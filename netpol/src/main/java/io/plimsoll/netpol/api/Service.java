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
 * A name for pods, of which only selector, type and ports matter here. Mirrors {@code core/v1 Service}.
 *
 * @param metadata its name
 * @param type {@code ClusterIP}, {@code NodePort}, {@code LoadBalancer} or {@code ExternalName}; absent means the first
 * @param selector the labels of its pods; empty means that its endpoints are made by others
 * @param ports its ports
 */
public record Service(
    ObjectMeta metadata, @Nullable String type, Map<String, String> selector, List<Port> ports)
    implements ApiObject {

  /** The kind {@code v1 Service}. */
  public static final Kind<Service> KIND = new Kind<>("v1", "Service", Service::from);

  public Service {
    selector = Maps.copy(selector);
    ports = List.copyOf(ports);
  }

  /** Reads the record from a tree. */
  public static Service from(Fields fields) {
    Fields spec = Fields.of(fields.value("spec"));
    return new Service(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        spec.string("type"),
        spec.stringMap("selector"),
        spec.list("ports", Port::from));
  }

  @Override
  public Kind<Service> objectKind() {
    return KIND;
  }

  /**
   * A port of a service and where it leads. Mirrors {@code core/v1 ServicePort}.
   *
   * @param name its name
   * @param protocol {@code TCP}, {@code UDP} or {@code SCTP}; absent means TCP
   * @param port the number it is reached by
   * @param targetPort number or name of the pods' port; absent means {@code port}
   */
  public record Port(
      @Nullable String name,
      @Nullable String protocol,
      int port,
      @Nullable IntOrString targetPort) {

    /** Reads the record from a tree. */
    public static Port from(Fields fields) {
      Integer port = fields.int32("port");
      return new Port(
          fields.string("name"),
          fields.string("protocol"),
          port == null ? 0 : port,
          fields.intOrString("targetPort"));
    }

    /** Returns the pods' port: the target port unless it is absent, 0 or empty. */
    public IntOrString target() {
      boolean unset = targetPort == null
          || targetPort.equals(IntOrString.of(0))
          || targetPort.equals(IntOrString.of(""));
      return targetPort == null || unset ? IntOrString.of(port) : targetPort;
    }
  }
}
