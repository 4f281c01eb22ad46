package io.plimsoll.netpol.entry;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.api.Service;
import io.plimsoll.netpol.engine.Inventory;
import io.plimsoll.netpol.way.Dangling;
import io.plimsoll.netpol.way.Services;
import io.plimsoll.netpol.way.Way;
import io.plimsoll.netpol.way.Ways;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The ways into a cluster from outside: Services of type NodePort and LoadBalancer or with external addresses, Ingresses, Routes of
 * OpenShift, and routes of the Gateway API. For each, the workloads it leads to, and what the policies leave of it.
 *
 * <p>Ingresses and routes are served by pods, which {@link io.plimsoll.netpol.ConnectivityOptions#controller} describes. If it says nothing of them,
 * what is denied to a pod without labels names those whom the policies let in instead: the ingress controller may be one of them.
 *
 * <p>A load balancer is taken to lead to the pods; that its Service has ports of nodes as well is not listed a second time.
 */
public final class Entrypoints {

  private final Connectivity network;
  private final List<Entrypoint> all;
  private final List<Dangling> dangling;

  private Entrypoints(Connectivity network, List<Entrypoint> all, List<Dangling> dangling) {
    this.network = network;
    this.all = all;
    this.dangling = dangling;
  }

  /** Returns the ways into a cluster. */
  public static Entrypoints of(Connectivity network) {
    Inventory inventory = network.workings().engine().inventory();
    Services services = network.workings().entrances().services();
    Offers offers = new Offers(network.workings(), services);
    EntryTargets targets = new EntryTargets(network, offers);
    List<Dangling> dangling = new ArrayList<>();
    List<Entrypoint> all = new ArrayList<>(new ServiceEntries(inventory, targets, dangling).read());
    Ways ways = network.workings().entrances().ways();
    dangling.addAll(ways.dangling());
    for (Way way : ways.all()) {
      Optional<Service> service = services.find(way.namespace(), way.service());
      if (service.isEmpty()) {
        String name = way.namespace() + "/" + way.service();
        dangling.add(Dangling.warning(
            way.object(),
            way.path(),
            "missing-service",
            "there is no Service \"" + name + "\" to lead to"));
      } else {
        all.add(read(way, service.get(), targets, dangling));
      }
    }
    dangling.addAll(offers.dangling());
    return new Entrypoints(network, List.copyOf(all), dangling);
  }

  private static Entrypoint read(
      Way way, Service service, EntryTargets targets, List<Dangling> dangling) {
    List<Service.Port> ports = way.port().of(service);
    if (ports.isEmpty() && !service.isExternalName()) {
      dangling.add(Dangling.warning(
          way.object(),
          way.portPath(),
          "missing-service-port",
          MissingPort.message(service, way.port())));
    }
    return new Entrypoint(
        type(way.source()),
        way.object(),
        way.path(),
        way.address(),
        service.ref(),
        service.isExternalName()
            ? Optional.of(Objects.requireNonNullElse(service.externalName(), ""))
            : Optional.empty(),
        targets.fromControllers(service, ports));
  }

  private static Entrypoint.Type type(Way.Source source) {
    return switch (source) {
      case INGRESS -> Entrypoint.Type.INGRESS;
      case ROUTE -> Entrypoint.Type.ROUTE;
      case GATEWAY -> Entrypoint.Type.GATEWAY;
    };
  }

  /** Returns the ways in: those of Services first, then those of Ingresses, Routes, and routes of gateways, by object. */
  public List<Entrypoint> all() {
    return all;
  }

  /**
   * Returns what is wrong with the ways in, each with its place: what leads nowhere, and what policies deny. What several backends of
   * an object have in common is found once.
   */
  public List<Finding> findings() {
    Set<Dangling> found = new LinkedHashSet<>(dangling);
    Set<String> seen = new HashSet<>();
    for (Entrypoint entry : all) {
      for (Entrypoint.Target target : entry.targets()) {
        if (target.blocked().isPresent()) {
          Dangling denial = Denial.of(entry, target);
          if (seen.add(denial.object() + " " + denial.message())) {
            found.add(denial);
          }
        }
      }
    }
    return found.stream().map(this::finding).toList();
  }

  private Finding finding(Dangling one) {
    // Of several objects without a name none is found by it.
    Optional<KubeObject> object = network.cluster().find(one.object());
    return object
        .map(found -> Finding.of(found, one.path(), one.rule(), one.severity(), one.message()))
        .orElseGet(() -> new Finding(
            one.rule(),
            one.severity(),
            one.object(),
            one.path(),
            null,
            one.message(),
            null,
            List.of(),
            null));
  }
}
