package io.plimsoll.core.registry.service;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.validation.Draft;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The spec of a Service in place of an old one: what the client left out is kept, and what its new type has no use for goes.
 * Mirrors {@code patchAllocatedValues} and {@code normalizeClusterIPs} of {@code pkg/registry/core/service/storage} and {@code
 * dropTypeDependentFields} of {@code pkg/registry/core/service/strategy.go}.
 */
final class ServiceUpdate {

  private final Draft spec;
  private final Draft oldSpec;
  private final ServiceView old;

  private ServiceUpdate(Draft spec, MappingValue oldSpec) {
    this.spec = spec;
    this.oldSpec = Draft.of(oldSpec);
    this.old = ServiceView.of(oldSpec);
  }

  static void apply(Draft spec, MappingValue oldSpec) {
    keep(spec, oldSpec).dropUseless();
  }

  /** Keeps what the client left out; doing it again changes nothing. */
  static ServiceUpdate keep(Draft spec, MappingValue oldSpec) {
    ServiceUpdate update = new ServiceUpdate(spec, oldSpec);
    update.keepAllocated();
    update.matchClusterIps();
    return update;
  }

  /** Adds the list of addresses of a new spec that names one only. */
  static void matchNewClusterIps(Draft spec) {
    String address = spec.text("clusterIP");
    if (!address.isEmpty() && spec.items("clusterIPs").isEmpty()) {
      spec.set("clusterIPs", SequenceValue.of(List.of(ScalarValue.of(address))));
    }
  }

  private ServiceView view() {
    return ServiceView.of(spec.build());
  }

  private void keep(String field) {
    Value value = oldSpec.get(field);
    if (value != null) {
      spec.set(field, value);
    }
  }

  private void keepAllocated() {
    ServiceView now = view();
    if (old.needsClusterIp() && now.needsClusterIp()) {
      if (spec.text("clusterIP").isEmpty()) {
        keep("clusterIP");
      }
      if (now.clusterIps().isEmpty() && !old.clusterIps().isEmpty()) {
        keep("clusterIPs");
      }
    }
    if (old.hasAllocatedNodePorts() && now.hasAllocatedNodePorts()) {
      keepNodePorts(now);
    }
    boolean noCheckPort = ServiceView.number(now.spec(), "healthCheckNodePort") == 0;
    if (old.needsHealthCheck() && now.needsHealthCheck() && noCheckPort) {
      keep("healthCheckNodePort");
    }
  }

  private void keepNodePorts(ServiceView now) {
    Set<Long> used = nodePorts(old);
    used.retainAll(nodePorts(now));
    Map<String, Long> byName = new HashMap<>();
    for (Fields port : old.ports()) {
      byName.put(port.text("name"), ServiceView.number(port, "nodePort"));
    }
    spec.editEach("ports", port -> {
      Fields fields = Fields.of(port.build());
      long kept = byName.getOrDefault(port.text("name"), 0L);
      if (ServiceView.number(fields, "nodePort") == 0 && kept != 0 && !used.contains(kept)) {
        port.set("nodePort", ScalarValue.of(kept));
      }
    });
  }

  private static Set<Long> nodePorts(ServiceView view) {
    Set<Long> ports = new HashSet<>();
    for (Fields port : view.ports()) {
      long number = ServiceView.number(port, "nodePort");
      if (number != 0) {
        ports.add(number);
      }
    }
    return ports;
  }

  private void matchClusterIps() {
    ServiceView now = view();
    boolean same = now.hasSameText(old, "clusterIP");
    if (!old.clusterIps().isEmpty() && now.clusterIps().isEmpty() && same) {
      keep("clusterIPs");
    }
    if (!same && view().hasSameList(old, "clusterIPs")) {
      String address = spec.text("clusterIP");
      boolean cleared = address.isEmpty();
      if (cleared) {
        spec.remove("clusterIPs");
      } else {
        spec.set("clusterIPs", SequenceValue.of(List.of(ScalarValue.of(address))));
      }
    }
  }

  private void dropUseless() {
    ServiceView now = view();
    if (old.needsClusterIp() && !now.needsClusterIp()) {
      if (now.hasSameText(old, "clusterIP") && now.hasSameList(old, "clusterIPs")) {
        spec.remove("clusterIP").remove("clusterIPs");
      }
      if (now.hasSameList(old, "ipFamilies")) {
        spec.remove("ipFamilies");
      }
      if (now.hasSameText(old, "ipFamilyPolicy")) {
        spec.remove("ipFamilyPolicy");
      }
    }
    boolean noNodePorts = old.needsNodePort() && !now.needsNodePort();
    if (noNodePorts && nodePorts(old).containsAll(nodePorts(now))) {
      spec.editEach("ports", port -> port.remove("nodePort"));
    }
    boolean sameCheckPort = ServiceView.number(old.spec(), "healthCheckNodePort")
        == ServiceView.number(now.spec(), "healthCheckNodePort");
    if (old.needsHealthCheck() && !now.needsHealthCheck() && sameCheckPort) {
      spec.remove("healthCheckNodePort");
    }
    if (old.is(ServiceView.LOAD_BALANCER) && !now.is(ServiceView.LOAD_BALANCER)) {
      dropIfSame("allocateLoadBalancerNodePorts");
      dropIfSame("loadBalancerClass");
    }
    boolean hidden = old.isExternallyAccessible() && !now.isExternallyAccessible();
    if (hidden && now.hasSameText(old, "externalTrafficPolicy")) {
      spec.remove("externalTrafficPolicy");
    }
  }

  private void dropIfSame(String field) {
    Value value = spec.get(field);
    if (value != null && value.equals(oldSpec.get(field))) {
      spec.remove(field);
    }
  }
}
