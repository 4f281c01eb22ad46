package io.plimsoll.core.registry.service;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.AddressRules;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.Syntax;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.ObjectMetaRules;
import java.util.List;
import java.util.Map;

/** What a Service must be like, but for its metadata. Mirrors {@code validateService} of {@code pkg/apis/core/validation}. */
final class ServiceRules {

  private static final String SOURCE_RANGES =
      "service.beta.kubernetes.io/load-balancer-source-ranges";
  private static final String ONLY_BALANCED = "may only be used when `type` is 'LoadBalancer'";
  private static final List<String> TYPES =
      List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");
  private static final List<String> AFFINITIES = List.of("ClientIP", "None");
  private static final List<String> POLICIES = List.of("Cluster", "Local");
  private static final List<String> DISTRIBUTIONS =
      List.of("PreferClose", "PreferSameZone", "PreferSameNode");

  private final Part service;
  private final Part spec;
  private final ServiceView view;
  private final Map<String, String> annotations;
  private final Fields oldSpec;
  private final Map<String, String> oldAnnotations;

  /** Takes the Service and the one it replaces; an empty one if there is none. */
  ServiceRules(Part service, MappingValue old) {
    this.service = service;
    this.spec = service.object("spec");
    this.view = ServiceView.of(spec.tree());
    this.annotations = service.object("metadata").stringMap("annotations");
    this.oldSpec = Fields.of(old.get("spec"));
    this.oldAnnotations = Fields.of(old.get("metadata")).stringMap("annotations");
  }

  void check() {
    checkTopology();
    if (spec.list("ports").isEmpty() && !view.isHeadless() && !view.is(ServiceView.EXTERNAL_NAME)) {
      spec.required("ports", "");
    }
    checkType();
    new ServicePortRules(spec).checkEach();
    ObjectMetaRules.labels(spec.errors(), spec.at("selector"), spec.stringMap("selector"));
    checkAffinity();
    new ClusterIpRules(spec, oldSpec.strings("clusterIPs")).check();
    checkExternalIps();
    if (view.type().isEmpty()) {
      spec.required("type", "");
    } else if (!TYPES.contains(view.type())) {
      spec.notSupported("type", TYPES);
    }
    new ServicePortRules(spec).checkTogether();
    checkSourceRanges();
    boolean balanced = view.is(ServiceView.LOAD_BALANCER);
    if (spec.has("allocateLoadBalancerNodePorts") && !balanced) {
      spec.forbidden("allocateLoadBalancerNodePorts", ONLY_BALANCED);
    }
    if (balanced && !spec.has("allocateLoadBalancerNodePorts")) {
      spec.error(FieldError.required(FieldPath.of("allocateLoadBalancerNodePorts"), ""));
    }
    checkBalancerClass(spec);
    checkTrafficPolicies();
    if (spec.has("trafficDistribution")
        && !DISTRIBUTIONS.contains(spec.text("trafficDistribution"))) {
      spec.error(FieldError.notSupported(
          spec.at("trafficDistribution"), spec.text("trafficDistribution"), DISTRIBUTIONS));
    }
  }

  private void checkTopology() {
    String hints = annotations.get(ServiceStrategy.TOPOLOGY_HINTS);
    String mode = annotations.get(ServiceStrategy.TOPOLOGY_MODE);
    if (hints != null && mode != null && !hints.equals(mode)) {
      service.error(FieldError.invalid(
          FieldPath.of("metadata", "annotations").key(ServiceStrategy.TOPOLOGY_MODE),
          mode,
          "must match annotations[" + ServiceStrategy.TOPOLOGY_HINTS
              + "] when both are specified"));
    }
  }

  private void checkType() {
    switch (view.type()) {
      case ServiceView.LOAD_BALANCER, ServiceView.NODE_PORT -> {
        if (view.isHeadless()) {
          spec.error(FieldError.invalid(
              spec.at("clusterIPs").index(0),
              ServiceView.NONE,
              "may not be set to 'None' for " + view.type() + " services"));
        }
      }
      case ServiceView.EXTERNAL_NAME -> checkExternalName();
      default -> {}
    }
  }

  private void checkExternalName() {
    boolean[] there = {
      !view.clusterIps().isEmpty(),
      !spec.strings("ipFamilies").isEmpty(),
      spec.has("ipFamilyPolicy")
    };
    List<String> fields = List.of("clusterIPs", "ipFamilies", "ipFamilyPolicy");
    for (int i = 0; i < there.length; i++) {
      if (there[i]) {
        spec.forbidden(fields.get(i), "may not be set for ExternalName services");
      }
    }
    String name = spec.text("externalName");
    String withoutDot = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (withoutDot.isEmpty()) {
      spec.required("externalName", "");
    } else {
      Names.dnsSubdomainErrors(withoutDot)
          .forEach(detail ->
              spec.error(FieldError.invalid(spec.at("externalName"), withoutDot, detail)));
    }
  }

  private void checkAffinity() {
    String affinity = spec.text("sessionAffinity");
    if (affinity.isEmpty()) {
      spec.required("sessionAffinity", "");
    } else if (!AFFINITIES.contains(affinity)) {
      spec.notSupported("sessionAffinity", AFFINITIES);
    }
    if (affinity.equals("ClientIP")) {
      checkAffinityConfig();
    } else if (affinity.equals("None") && spec.has("sessionAffinityConfig")) {
      spec.forbidden("sessionAffinityConfig", "must not be set when session affinity is None");
    }
  }

  private void checkAffinityConfig() {
    String needed = "when session affinity type is ClientIP";
    Part config = spec.object("sessionAffinityConfig");
    Part client = config.object("clientIP");
    if (!spec.has("sessionAffinityConfig")) {
      spec.required("sessionAffinityConfig", needed);
    } else if (!config.has("clientIP")) {
      config.required("clientIP", needed);
    } else if (!client.has("timeoutSeconds")) {
      client.required("timeoutSeconds", needed);
    } else if (client.number("timeoutSeconds") <= 0 || client.number("timeoutSeconds") > 86400) {
      client.invalid("timeoutSeconds", "must be greater than 0 and less than 86400");
    }
  }

  private void checkExternalIps() {
    List<String> addresses = spec.strings("externalIPs");
    for (int i = 0; i < addresses.size(); i++) {
      FieldPath path = spec.at("externalIPs").index(i);
      List<FieldError> errors =
          AddressRules.address(path, addresses.get(i), oldSpec.strings("externalIPs"));
      spec.errors()
          .addAll(errors.isEmpty() ? AddressRules.endpoint(path, addresses.get(i)) : errors);
    }
  }

  private void checkSourceRanges() {
    List<String> ranges = spec.strings("loadBalancerSourceRanges");
    String said = annotations.get(SOURCE_RANGES);
    if (!ranges.isEmpty()) {
      // Upstream's own spelling.
      FieldPath path = spec.path().field("LoadBalancerSourceRanges");
      requireBalanced(path);
      List<String> existing = oldSpec.strings("loadBalancerSourceRanges").stream()
          .map(String::strip)
          .toList();
      for (int i = 0; i < ranges.size(); i++) {
        spec.errors().addAll(AddressRules.cidr(path.index(i), ranges.get(i).strip(), existing));
      }
    } else if (said != null) {
      FieldPath path = FieldPath.of("metadata", "annotations").key(SOURCE_RANGES);
      requireBalanced(path);
      if (!said.equals(oldAnnotations.get(SOURCE_RANGES)) && !said.isBlank()) {
        for (String range : said.strip().split(",", -1)) {
          spec.errors().addAll(AddressRules.cidr(path, range.strip(), List.of()));
        }
      }
    }
  }

  private void requireBalanced(FieldPath path) {
    if (!view.is(ServiceView.LOAD_BALANCER)) {
      spec.error(FieldError.forbidden(path, ONLY_BALANCED));
    }
  }

  /** Adds what is wrong with the class of a load balancer: {@code validateLoadBalancerClassField}. */
  static void checkBalancerClass(Part spec) {
    if (!spec.has("loadBalancerClass")) {
      return;
    }
    if (spec.text("type").equals(ServiceView.LOAD_BALANCER)) {
      spec.invalid("loadBalancerClass", LabelSyntax.keyErrors(spec.text("loadBalancerClass")));
    } else {
      spec.forbidden("loadBalancerClass", ONLY_BALANCED);
    }
  }

  private void checkTrafficPolicies() {
    String external = spec.text("externalTrafficPolicy");
    if (!view.isExternallyAccessible()) {
      if (!external.isEmpty()) {
        spec.invalid("externalTrafficPolicy", "may only be set for externally-accessible services");
      }
    } else if (external.isEmpty()) {
      spec.required("externalTrafficPolicy", "");
    } else if (!POLICIES.contains(external)) {
      spec.notSupported("externalTrafficPolicy", POLICIES);
    }
    checkHealthCheck(spec.number("healthCheckNodePort"));
    if (!spec.has("internalTrafficPolicy")) {
      if (view.needsNodePort() || view.is(ServiceView.CLUSTER_IP)) {
        spec.required("internalTrafficPolicy", "");
      }
    } else if (!POLICIES.contains(spec.text("internalTrafficPolicy"))) {
      spec.notSupported("internalTrafficPolicy", POLICIES);
    }
  }

  private void checkHealthCheck(long port) {
    if (!view.needsHealthCheck()) {
      if (port != 0) {
        spec.invalid(
            "healthCheckNodePort",
            "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'");
      }
    } else if (port == 0) {
      spec.required("healthCheckNodePort", "");
    } else {
      Syntax.portErrors(port).forEach(detail -> spec.invalid("healthCheckNodePort", detail));
    }
  }
}
