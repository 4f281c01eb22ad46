package io.plimsoll.core.registry.service;

import io.plimsoll.core.model.IpText;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.AddressRules;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/**
 * Where a load balancer can be reached, as a status says it. Mirrors {@code ValidateLoadBalancerStatus} of {@code
 * pkg/apis/core/validation} and {@code ValidateIngressLoadBalancerStatus} of {@code pkg/apis/networking/validation}.
 */
final class BalancerStatus {

  private static final String INGRESS = "ingress";
  private static final String BALANCER = "loadBalancer";
  private static final String MODE = "ipMode";
  private static final List<String> MODES = List.of("Proxy", "VIP");

  private BalancerStatus() {}

  /** Adds what is wrong with the status of an ingress. */
  static void checkIngress(Part status, Part old) {
    List<String> known = addresses(old);
    for (Part point : points(status)) {
      checkAddress(point, known);
      checkHost(point);
    }
  }

  /** Adds what is wrong with the status of a service; only those of one type have load balancers. */
  static void checkService(Part status, Part old, String type) {
    List<Part> points = points(status);
    if (!type.equals(ServiceView.LOAD_BALANCER) && !points.isEmpty()) {
      status
          .object(BALANCER)
          .forbidden(INGRESS, "may only be used when `spec.type` is 'LoadBalancer'");
      return;
    }
    List<String> known = addresses(old);
    for (Part point : points) {
      checkAddress(point, known);
      checkMode(point);
      checkHost(point);
    }
  }

  private static List<Part> points(Part status) {
    return status.object(BALANCER).list(INGRESS);
  }

  private static List<String> addresses(Part status) {
    return points(status).stream()
        .map(point -> point.text("ip"))
        .filter(ip -> !ip.isEmpty())
        .toList();
  }

  private static void checkAddress(Part point, List<String> known) {
    String ip = point.text("ip");
    if (!ip.isEmpty()) {
      point.errors().addAll(AddressRules.address(point.at("ip"), ip, known));
    }
  }

  private static void checkMode(Part point) {
    boolean addressed = !point.text("ip").isEmpty();
    if (!point.has(MODE)) {
      if (addressed) {
        point.required(MODE, "must be specified when `ip` is set");
      }
    } else if (!addressed) {
      point.forbidden(MODE, "may not be specified when `ip` is not set");
    } else if (!MODES.contains(point.text(MODE))) {
      point.notSupported(MODE, MODES);
    }
  }

  private static void checkHost(Part point) {
    String host = point.text("hostname");
    if (host.isEmpty()) {
      return;
    }
    point.invalid("hostname", Names.dnsSubdomainErrors(host));
    if (IpText.parse(host).isPresent()) {
      point.error(
          FieldError.invalid(point.at("hostname"), host, "must be a DNS name, not an IP address"));
    }
  }
}
