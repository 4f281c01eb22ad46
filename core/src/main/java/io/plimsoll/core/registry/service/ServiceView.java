package io.plimsoll.core.registry.service;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import java.util.List;
import java.util.Set;

/** What the rules for Services ask of a spec. Mirrors {@code pkg/api/service/util.go} and helpers of {@code pkg/registry/core/service}. */
final class ServiceView {

  static final String CLUSTER_IP = "ClusterIP";
  static final String NODE_PORT = "NodePort";
  static final String LOAD_BALANCER = "LoadBalancer";
  static final String EXTERNAL_NAME = "ExternalName";
  static final String NONE = "None";

  private static final Set<String> WITH_NODE_PORTS = Set.of(NODE_PORT, LOAD_BALANCER);

  private final Fields spec;
  private final String type;

  private ServiceView(Fields spec) {
    this.spec = spec;
    this.type = spec.text("type");
  }

  static ServiceView of(MappingValue spec) {
    return new ServiceView(Fields.of(spec));
  }

  Fields spec() {
    return spec;
  }

  String type() {
    return type;
  }

  boolean is(String other) {
    return type.equals(other);
  }

  List<String> clusterIps() {
    return spec.strings("clusterIPs");
  }

  List<Fields> ports() {
    return spec.list("ports", fields -> fields);
  }

  static long number(Fields fields, String field) {
    Long number = fields.int64(field);
    return number == null ? 0 : number;
  }

  boolean isHeadless() {
    return clusterIps().equals(List.of(NONE));
  }

  boolean isExternallyAccessible() {
    return needsNodePort() || (is(CLUSTER_IP) && !spec.strings("externalIPs").isEmpty());
  }

  boolean needsClusterIp() {
    return !is(EXTERNAL_NAME);
  }

  boolean needsNodePort() {
    return WITH_NODE_PORTS.contains(type);
  }

  /** Returns whether the server gives it ports of nodes: a load balancer may do without. */
  boolean hasAllocatedNodePorts() {
    boolean without = Boolean.FALSE.equals(spec.bool("allocateLoadBalancerNodePorts"));
    return is(NODE_PORT) || (is(LOAD_BALANCER) && !without);
  }

  boolean needsHealthCheck() {
    return is(LOAD_BALANCER) && spec.text("externalTrafficPolicy").equals("Local");
  }

  /** Returns whether a string is the same in both; absent and empty are alike. */
  boolean hasSameText(ServiceView other, String field) {
    return spec.text(field).equals(other.spec.text(field));
  }

  boolean hasSameList(ServiceView other, String field) {
    return spec.strings(field).equals(other.spec.strings(field));
  }
}
