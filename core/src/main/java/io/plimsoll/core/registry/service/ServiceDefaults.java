package io.plimsoll.core.registry.service;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.validation.Draft;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a Service does not say. Mirrors {@code SetDefaults_Service} of {@code pkg/apis/core/v1/defaults.go}. */
final class ServiceDefaults {

  private static final Value THREE_HOURS =
      Value.from(Map.of("clientIP", Map.of("timeoutSeconds", 10800)));
  private static final ScalarValue CLUSTER = ScalarValue.of("Cluster");

  private ServiceDefaults() {}

  static void set(Draft service) {
    service.editOrCreate("spec", ServiceDefaults::setSpec);
    boolean balanced = Draft.of(service.object("spec")).text("type").equals("LoadBalancer");
    if (balanced) {
      service.edit(
          "status",
          status -> status.edit(
              "loadBalancer",
              balancer -> balancer.editEach("ingress", ServiceDefaults::setIngress)));
    }
  }

  private static void setIngress(Draft ingress) {
    if (!ingress.text("ip").isEmpty()) {
      ingress.setDefault("ipMode", ScalarValue.of("VIP"));
    }
  }

  private static void setSpec(Draft spec) {
    spec.setDefaultText("sessionAffinity", ScalarValue.of("None"));
    setAffinity(spec);
    spec.setDefaultText("type", ScalarValue.of("ClusterIP"));
    spec.editEach("ports", ServiceDefaults::setPort);
    ServiceView view = ServiceView.of(spec.build());
    if (view.isExternallyAccessible()) {
      spec.setDefaultText("externalTrafficPolicy", CLUSTER);
    }
    if (view.needsNodePort() || view.is(ServiceView.CLUSTER_IP)) {
      spec.setDefault("internalTrafficPolicy", CLUSTER);
    }
    if (view.is(ServiceView.LOAD_BALANCER)) {
      spec.setDefault("allocateLoadBalancerNodePorts", ScalarValue.of(true));
    }
  }

  private static void setAffinity(Draft spec) {
    switch (spec.text("sessionAffinity")) {
      case "None" -> spec.remove("sessionAffinityConfig");
      case "ClientIP" -> {
        MappingValue client = Draft.of(spec.object("sessionAffinityConfig")).object("clientIP");
        if (!Draft.of(client).has("timeoutSeconds")) {
          spec.set("sessionAffinityConfig", THREE_HOURS);
        }
      }
      default -> {}
    }
  }

  private static void setPort(Draft port) {
    port.setDefaultText("protocol", ScalarValue.of("TCP"));
    Value number = port.get("port");
    if (isZero(port.get("targetPort"))) {
      port.set("targetPort", number == null ? ScalarValue.of(0) : number);
    }
  }

  private static boolean isZero(@Nullable Value target) {
    return target == null || target.equals(ScalarValue.of(0)) || target.equals(ScalarValue.of(""));
  }
}
