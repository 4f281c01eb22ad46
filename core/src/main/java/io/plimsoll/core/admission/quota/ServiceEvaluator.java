package io.plimsoll.core.admission.quota;

import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What services take: their number, load balancers and ports of nodes. Mirrors {@code pkg/quota/v1/evaluator/core/services.go}.
 */
final class ServiceEvaluator implements Evaluator {

  private static final String COUNT = Evaluator.countOf("services");
  private static final String SERVICES = "services";
  private static final String NODE_PORTS = "services.nodeports";
  private static final String LOAD_BALANCERS = "services.loadbalancers";
  private static final Set<String> NAMES = Set.of(COUNT, SERVICES, NODE_PORTS, LOAD_BALANCERS);

  @Override
  public boolean handles(AdmissionCall call) {
    return call.attributes().subresource().isEmpty();
  }

  @Override
  public boolean concerns(AdmissionCall call, String name) {
    return NAMES.contains(name);
  }

  @Override
  public Map<String, Quantity> usage(AdmissionCall call, MappingValue object) {
    Fields spec = Trees.spec(object);
    boolean balanced = spec.text("type").equals("LoadBalancer");
    Map<String, Quantity> usage = new LinkedHashMap<>();
    usage.put(COUNT, ONE);
    usage.put(SERVICES, ONE);
    usage.put(LOAD_BALANCERS, balanced ? ONE : Quantity.ZERO);
    usage.put(NODE_PORTS, Quantity.of(nodePorts(spec, balanced), Quantity.Format.DECIMAL_SI));
    return usage;
  }

  private static long nodePorts(Fields spec, boolean balanced) {
    List<Fields> ports = Trees.list(spec, "ports");
    if (balanced && Boolean.FALSE.equals(spec.bool("allocateLoadBalancerNodePorts"))) {
      return ports.stream().filter(ServiceEvaluator::hasNodePort).count();
    }
    return balanced || spec.text("type").equals("NodePort") ? ports.size() : 0;
  }

  private static boolean hasNodePort(Fields port) {
    Integer number = port.int32("nodePort");
    return number != null && number != 0;
  }
}
