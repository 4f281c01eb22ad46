package io.plimsoll.netpol.entry;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.netpol.api.Service;
import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.Cidr;
import io.plimsoll.netpol.engine.Inventory;
import io.plimsoll.netpol.way.Dangling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the Services that outsiders reach without any other object. */
final class ServiceEntries {

  private final Inventory inventory;
  private final EntryTargets targets;
  private final List<Dangling> dangling;
  private final List<Entrypoint> entries = new ArrayList<>();

  /**
   * Prepares a reader.
   *
   * @param dangling where it adds what lets nobody in
   */
  ServiceEntries(Inventory inventory, EntryTargets targets, List<Dangling> dangling) {
    this.inventory = inventory;
    this.targets = targets;
    this.dangling = dangling;
  }

  List<Entrypoint> read() {
    inventory.entrances().services().forEach(this::read);
    return entries;
  }

  private void read(Service service) {
    if ("NodePort".equals(service.type())) {
      each(service, Entrypoint.Type.NODE_PORT, everywhere());
    }
    if ("LoadBalancer".equals(service.type())) {
      each(service, Entrypoint.Type.LOAD_BALANCER, sources(service));
    }
    if (!service.externalIPs().isEmpty() && !service.isExternalName()) {
      each(service, Entrypoint.Type.EXTERNAL_IPS, everywhere());
    }
  }

  private List<AddressRange> everywhere() {
    AddressRange v4 = AddressRange.all(AddressFamily.IPV4);
    return inventory.speaksV6() ? List.of(v4, AddressRange.all(AddressFamily.IPV6)) : List.of(v4);
  }

  private List<AddressRange> sources(Service service) {
    if (service.loadBalancerSourceRanges().isEmpty()) {
      return everywhere();
    }
    TreeSet<AddressRange> ranges = new TreeSet<>();
    for (int i = 0; i < service.loadBalancerSourceRanges().size(); i++) {
      String text = service.loadBalancerSourceRanges().get(i);
      Optional<Cidr> cidr = Cidr.tryParse(text.strip());
      cidr.ifPresent(one -> ranges.add(one.range()));
      if (cidr.isEmpty()) {
        FieldPath path = FieldPath.of("spec", "loadBalancerSourceRanges").index(i);
        String message = "\"" + text + "\" is no CIDR: it lets nobody in";
        dangling.add(Dangling.warning(service.ref(), path, "invalid-source-range", message));
      }
    }
    return List.copyOf(ranges);
  }

  private void each(Service service, Entrypoint.Type type, List<AddressRange> sources) {
    for (int i = 0; i < service.ports().size(); i++) {
      Service.Port port = service.ports().get(i);
      FieldPath path = FieldPath.of("spec", "ports").index(i);
      entries.add(new Entrypoint(
          type,
          service.ref(),
          path,
          address(service, type, port),
          service.ref(),
          Optional.empty(),
          targets.fromOutside(service, List.of(port), sources)));
    }
  }

  private static String address(Service service, Entrypoint.Type type, Service.Port port) {
    return switch (type) {
      case NODE_PORT ->
        "port " + number(port.nodePort()) + " of each node (" + port.protocolOrTcp() + " "
            + port.port() + ")";
      case EXTERNAL_IPS ->
        String.join(", ", service.externalIPs()) + " " + port.protocolOrTcp() + " " + port.port();
      default -> "load balancer " + port.protocolOrTcp() + " " + port.port();
    };
  }

  private static String number(@Nullable Integer nodePort) {
    return nodePort == null || nodePort == 0 ? "(not chosen yet)" : nodePort.toString();
  }
}
