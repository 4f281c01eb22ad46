package io.plimsoll.core.registry.service;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.IpText;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;
import java.util.ArrayList;
import java.util.List;

/**
 * What a Service holds that no other may have. Mirrors what the repair loops of {@code pkg/registry/core/service} count.
 *
 * @param metadata the metadata
 * @param addresses its addresses, spelled in the usual way
 * @param ports its ports on nodes, the one for health checks among them
 */
record ServiceClaims(ObjectMeta metadata, List<IpText> addresses, List<Long> ports)
    implements ApiObject {

  /** The kind. */
  static final Kind<ServiceClaims> KIND = new Kind<>("v1", "Service", ServiceClaims::from);

  static ServiceClaims from(Fields service) {
    ServiceView spec = ServiceView.of(Fields.of(service.value("spec")).tree());
    ObjectMeta metadata = service.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY);
    return new ServiceClaims(metadata, addresses(spec), ports(spec));
  }

  private static List<IpText> addresses(ServiceView spec) {
    if (!spec.needsClusterIp()) {
      return List.of();
    }
    List<String> texts = spec.clusterIps();
    if (texts.isEmpty()) {
      texts = List.of(spec.spec().text("clusterIP"));
    }
    return texts.stream()
        .flatMap(text -> IpText.parse(text).stream())
        .map(AddressRange::plain)
        .toList();
  }

  private static List<Long> ports(ServiceView spec) {
    List<Long> ports = new ArrayList<>();
    for (Fields port : spec.ports()) {
      ports.add(ServiceView.number(port, "nodePort"));
    }
    ports.add(ServiceView.number(spec.spec(), "healthCheckNodePort"));
    ports.removeIf(port -> port == 0);
    return List.copyOf(ports);
  }

  @Override
  public Kind<ServiceClaims> objectKind() {
    return KIND;
  }
}
