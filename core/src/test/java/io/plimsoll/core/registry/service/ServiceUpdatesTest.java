package io.plimsoll.core.registry.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.Written;
import io.plimsoll.core.validation.Strategy;
import org.junit.jupiter.api.Test;

/** What updates of Services keep, drop and refuse. */
class ServiceUpdatesTest {

  private static final Strategy SERVICES = new ServiceStrategy();

  private static String service(String spec) {
    return "metadata: {name: web}\nspec: {" + spec + "}\n";
  }

  private static final String ALLOCATED = "clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1],"
      + " ipFamilies: [IPv4], ipFamilyPolicy: SingleStack, ";

  private static MappingValue old(String spec) {
    return Written.stored(SERVICES, service(spec));
  }

  private static String spec(MappingValue old, String spec) {
    return Written.json(SERVICES, Written.updated(SERVICES, old, service(spec)), "spec");
  }

  @Test
  void whatWasAllocatedIsKept() {
    MappingValue old =
        old(ALLOCATED + "type: NodePort, ports: [{name: a, port: 80, nodePort: 30000}]");
    assertThat(spec(
            old,
            "ipFamilies: [IPv4], ipFamilyPolicy: SingleStack, type: NodePort,"
                + " ports: [{name: a, port: 81}, {name: b, port: 82, nodePort: 30001}]"))
        .contains("\"clusterIP\":\"10.0.0.1\"", "\"clusterIPs\":[\"10.0.0.1\"]")
        .contains("{\"name\":\"a\",\"port\":81,\"protocol\":\"TCP\",\"targetPort\":81,"
            + "\"nodePort\":30000}")
        .contains("\"nodePort\":30001");
  }

  @Test
  void nodePortsThatOthersTakeAreNotKept() {
    MappingValue old =
        old(ALLOCATED + "type: NodePort, ports: [{name: a, port: 80, nodePort: 30000}]");
    assertThat(spec(
            old,
            ALLOCATED + "type: NodePort,"
                + " ports: [{name: a, port: 80}, {name: b, port: 81, nodePort: 30000}]"))
        .containsOnlyOnce("30000");
  }

  @Test
  void whatAnotherTypeDoesNotHaveIsDropped() {
    String balanced = ALLOCATED
        + "type: LoadBalancer, externalTrafficPolicy: Local, healthCheckNodePort: 31000,"
        + " loadBalancerClass: example.com/x, ports: [{port: 80, nodePort: 30000}]";
    MappingValue old = old(balanced);
    assertThat(spec(old, balanced.replace("LoadBalancer", "ClusterIP")))
        .contains("\"clusterIP\":\"10.0.0.1\"")
        .doesNotContain("nodePort", "healthCheckNodePort", "externalTrafficPolicy")
        .doesNotContain("loadBalancerClass", "allocateLoadBalancerNodePorts");
    assertThat(
            spec(old, balanced.replace("LoadBalancer", "ExternalName, externalName: example.com")))
        .doesNotContain("10.0.0.1", "ipFamil");
  }

  @Test
  void addressesStay() {
    MappingValue old = old(ALLOCATED + "ports: [{port: 80}]");
    assertThat(Written.errors(Written.update(
            SERVICES,
            old,
            service("clusterIP: 10.0.0.2, ipFamilies: [IPv4], ipFamilyPolicy: SingleStack,"
                + " ports: [{port: 80}]"))))
        .containsExactly(
            "spec.clusterIPs[0]: Invalid value: [\"10.0.0.2\"]: may not change once set");
  }

  @Test
  void theSecondAddressIsReleasedByName() {
    MappingValue old = old("clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1, 'fd00::1'],"
        + " ipFamilies: [IPv4, IPv6], ipFamilyPolicy: RequireDualStack, ports: [{port: 80}]");
    String one = "clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1], ipFamilies: [IPv4],"
        + " ports: [{port: 80}], ipFamilyPolicy: ";
    assertThat(Written.errors(Written.update(SERVICES, old, service(one + "SingleStack"))))
        .isEmpty();
    assertThat(Written.errors(Written.update(SERVICES, old, service(one + "PreferDualStack"))))
        .containsExactlyInAnyOrder(
            "spec.ipFamilyPolicy: Invalid value: \"PreferDualStack\": must be set to 'SingleStack'"
                + " when releasing the secondary clusterIP",
            "spec.ipFamilyPolicy: Invalid value: \"PreferDualStack\": must be set to 'SingleStack'"
                + " when releasing the secondary ipFamily");
  }

  @Test
  void checkPortsAndClassesStay() {
    String balanced = ALLOCATED
        + "type: LoadBalancer, externalTrafficPolicy: Local, healthCheckNodePort: 31000,"
        + " loadBalancerClass: example.com/x, ports: [{port: 80, nodePort: 30000}]";
    assertThat(Written.errors(Written.update(
            SERVICES,
            old(balanced),
            service(balanced.replace("31000", "31001").replace("com/x", "com/y")))))
        .containsExactlyInAnyOrder(
            "spec.loadBalancerClass: Invalid value: \"example.com/y\": may not change once set",
            "spec.healthCheckNodePort: Forbidden: field is immutable");
  }

  @Test
  void warnings() {
    assertThat(Written.warnings(Written.create(
            SERVICES,
            service("clusterIP: None, externalIPs: [192.0.2.1], sessionAffinity: ClientIP,"
                + " trafficDistribution: PreferClose, ports: [{port: 80}]"))))
        .containsExactly(
            "spec.externalIPs is ignored for headless services",
            "spec.SessionAffinity is ignored for headless services",
            "spec.trafficDistribution: \"PreferClose\" is deprecated; use \"PreferSameZone\"");
    assertThat(Written.warnings(Written.create(
            SERVICES,
            service("type: ExternalName, externalName: example.com, externalIPs: [192.0.2.1]"))))
        .containsExactly("spec.externalIPs is ignored when spec.type is \"ExternalName\"");
  }

  @Test
  void ingressesSayTheirClassOnce() {
    Strategy ingresses = new IngressStrategy();
    String both = """
        metadata: {name: web, annotations: {kubernetes.io/ingress.class: a}}
        spec: {ingressClassName: b, defaultBackend: {service: {name: s, port: {number: 80}}}}
        """;
    assertThat(Written.errors(Written.create(ingresses, both)))
        .containsExactly("annotations.kubernetes.io/ingress.class: Invalid value: \"a\": must match"
            + " `ingressClassName` when both are specified");
    assertThat(
            Written.warnings(Written.create(ingresses, both.replace("ingressClassName: b, ", ""))))
        .containsExactly("annotation \"kubernetes.io/ingress.class\" is deprecated, please use"
            + " 'spec.ingressClassName' instead");
  }
}
