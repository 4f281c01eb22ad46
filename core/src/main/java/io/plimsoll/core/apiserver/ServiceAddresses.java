package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The addresses and ports that a cluster with IPv4 gives a new service: made from the state, not looked up in what is free.
 * Mirrors {@code pkg/registry/core/service/storage/alloc.go}.
 */
final class ServiceAddresses {

  private static final Set<String> WITH_NODE_PORTS = Set.of("NodePort", "LoadBalancer");
  private static final int FIRST_NODE_PORT = 30000;
  private static final int NODE_PORTS = 2768;

  private ServiceAddresses() {}

  /** Returns the service with what it does not say of its addresses; one for a name outside has none. */
  static MappingValue allocated(ServerState state, MappingValue service) {
    return allocated(state.revision(), service);
  }

  /** Returns the service with what it does not say of its addresses, made from a number. */
  static MappingValue allocated(long number, MappingValue service) {
    Fields spec = Fields.of(service.get("spec"));
    if (spec.text("type").equals("ExternalName")) {
      return service;
    }
    boolean headless = spec.text("clusterIP").equals("None");
    boolean selects = !spec.stringMap("selector").isEmpty();
    MappingValue changed = spec.tree();
    if (spec.text("clusterIP").isEmpty()) {
      changed = changed.with("clusterIP", ScalarValue.of(address(number)));
    }
    changed = unlessThere(changed, "clusterIPs", list(Fields.of(changed).text("clusterIP")));
    boolean both = headless && !selects;
    changed = unlessThere(changed, "ipFamilies", both ? list("IPv4", "IPv6") : list("IPv4"));
    changed = unlessThere(
        changed, "ipFamilyPolicy", ScalarValue.of(both ? "RequireDualStack" : "SingleStack"));
    return service.with("spec", withNodePorts(number, changed));
  }

  private static MappingValue unlessThere(MappingValue spec, String field, Value value) {
    return Fields.of(spec).has(field) ? spec : spec.with(field, value);
  }

  private static SequenceValue list(String... texts) {
    return SequenceValue.of(List.of(texts).stream().map(ScalarValue::of).toList());
  }

  private static String address(long number) {
    int host = 256 + (int) (number % (1 << 16));
    return "10.96." + (host >> 8 & 0xff) + "." + (host & 0xff);
  }

  private static MappingValue withNodePorts(long start, MappingValue spec) {
    Fields fields = Fields.of(spec);
    boolean wanted = WITH_NODE_PORTS.contains(fields.text("type"))
        && !Boolean.FALSE.equals(fields.bool("allocateLoadBalancerNodePorts"));
    if (!wanted || !(spec.get("ports") instanceof SequenceValue ports)) {
      return spec;
    }
    List<Value> numbered = new ArrayList<>();
    for (Value port : ports.items()) {
      boolean given = Fields.of(port).has("nodePort");
      long number = FIRST_NODE_PORT + (start + numbered.size()) % NODE_PORTS;
      numbered.add(given ? port : Fields.of(port).tree().with("nodePort", ScalarValue.of(number)));
    }
    return spec.with("ports", SequenceValue.of(numbered));
  }
}
