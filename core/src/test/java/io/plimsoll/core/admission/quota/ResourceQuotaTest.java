package io.plimsoll.core.admission.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.TestCall;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.Quantity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceQuotaTest {

  private final ResourceQuota plugin = new ResourceQuota(List.of());

  private static String quota(String hard, String used, String spec) {
    return "{apiVersion: v1, kind: ResourceQuota, metadata: {name: q, namespace: shop}, spec: {"
        + spec + "}, status: {hard: {" + hard + "}, used: {" + used + "}}}";
  }

  private static String pod(String spec) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop}, spec: {" + spec
        + "}}";
  }

  private static String requests(String cpu) {
    return "containers: [{name: c, resources: {requests: {cpu: " + cpu + "}, limits: {cpu: " + cpu
        + "}}}]";
  }

  private static Map<String, String> used(Admission answer) {
    return Trees.status(answer.cluster().orElseThrow().objects().get(0).tree()).stringMap("used");
  }

  private String refusal(TestCall call) {
    return TestCall.refusal(call.validate(plugin));
  }

  private static String denied(String what, String name, String why) {
    return TestCall.forbidden(what, name, why);
  }

  @Test
  void whatPodsTakeIsCounted() {
    Admission answer = TestCall.create(pod(requests("500m")))
        .amid(quota(
            "requests.cpu: 2, limits.cpu: 4, pods: 10, count/pods: 10, cpu: 3, secrets: 1",
            "requests.cpu: 1, limits.cpu: 1, pods: 3, count/pods: 3, cpu: 1, secrets: 1",
            ""))
        .validate(plugin);
    assertThat(used(answer))
        .containsExactlyInAnyOrderEntriesOf(Map.of(
            "requests.cpu", "1500m",
            "limits.cpu", "1500m",
            "pods", "4",
            "count/pods", "4",
            "cpu", "1500m",
            "secrets", "1"));
  }

  @Test
  void theNextPodIsHeldAgainstWhatIsWritten() {
    Admission answer = TestCall.create(
            pod("containers: [{name: c, resources: {requests: {memory: 512}}}]"))
        .amid(quota("requests.memory: 4Gi", "requests.memory: 1Gi", "scopes: [NotTerminating]"))
        .validate(plugin);

    Cluster charged = answer.cluster().orElseThrow();
    Quota kept = charged.get(Quota.KIND, "shop", "q");
    assertThat(kept).isEqualTo(Cluster.of(charged.objects()).get(Quota.KIND, "shop", "q"));
    assertThat(kept.used().get("requests.memory"))
        .hasToString("1073742336")
        .extracting(Quantity::format)
        .isEqualTo(Quantity.Format.DECIMAL_SI);
  }

  @Test
  void dryRunsAreCheckedAndNotCounted() {
    String quota = quota("pods: 1", "pods: 0", "");
    assertThat(TestCall.create(pod("")).dryRun().amid(quota).validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
    assertThat(refusal(TestCall.create(pod("")).dryRun().amid(quota("pods: 0", "pods: 0", ""))))
        .contains("exceeded quota");
  }

  @Test
  void moreThanTheQuotaIsRefused() {
    assertThat(refusal(TestCall.create(pod(requests("500m")))
            .amid(quota("requests.cpu: 1, pods: 1", "requests.cpu: 800m, pods: 1", ""))))
        .isEqualTo(denied(
            "pods",
            "p",
            "exceeded quota: q, requested: pods=1,requests.cpu=500m, used:"
                + " pods=1,requests.cpu=800m, limited: pods=1,requests.cpu=1"));
  }

  @Test
  void containersMustSayWhatIsLimited() {
    assertThat(refusal(TestCall.create(
                pod("containers: [{name: b}, {name: a}, {name: c, resources: {requests: {cpu: 1},"
                    + " limits: {memory: 1Gi}}}]"))
            .amid(quota(
                "requests.cpu: 9, limits.memory: 9Gi", "requests.cpu: 0, limits.memory: 0", ""))))
        .isEqualTo(denied(
            "pods",
            "p",
            "failed quota: q: must specify limits.memory for: a,b; requests.cpu for: a,b"));
    assertThat(
            refusal(TestCall.create(pod("resources: {requests: {cpu: 1}}, containers: [{name: b}]"))
                .amid(quota("requests.cpu: 9", "requests.cpu: 0", ""))))
        .isEmpty();
  }

  @Test
  void quotasThatWereNotCountedYetRefuse() {
    assertThat(refusal(TestCall.create(pod("")).amid(quota("pods: 1", "", ""))))
        .isEqualTo(denied("pods", "p", "status unknown for quota: q, resources: pods"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          scopes: [BestEffort] | containers: [{name: c}] | true
          scopes: [BestEffort] | containers: [{name: c, resources: {requests: {cpu: 1}}}] | false
          scopes: [NotBestEffort] | containers: [{name: c, resources: {requests: {cpu: 1}}}] | true
          scopes: [Terminating] | activeDeadlineSeconds: 5 | true
          scopes: [NotTerminating] | activeDeadlineSeconds: 5 | false
          scopes: [PriorityClass] | priorityClassName: high | true
          scopes: [PriorityClass] | priorityClassName: '' | false
          scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: In, values: [high]}]} | priorityClassName: high | true
          scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: In, values: [high]}]} | priorityClassName: low | false
          scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: NotIn, values: [high]}]} | priorityClassName: low | true
          scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: DoesNotExist}]} | containers: [] | true
          scopes: [CrossNamespacePodAffinity] | affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: z, namespaces: [a]}]}} | true
          scopes: [CrossNamespacePodAffinity] | affinity: {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, podAffinityTerm: {topologyKey: z, namespaceSelector: {}}}]}} | true
          scopes: [CrossNamespacePodAffinity] | affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: z}]}} | false
          scopes: [VolumeAttributesClass] | containers: [] | false
          """)
  void quotasCountPodsInTheirScopes(String scopes, String spec, boolean counts) {
    assertThat(TestCall.create(pod(spec))
            .amid(quota("pods: 5", "pods: 0", scopes))
            .validate(plugin)
            .cluster()
            .isPresent())
        .isEqualTo(counts);
  }

  @Test
  void podsThatAreOverTakeNothingButTheirNumber() {
    String over = "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop}, spec: {"
        + requests("1") + "}, status: {phase: Succeeded}}";
    assertThat(used(TestCall.create(over)
            .amid(quota("requests.cpu: 9, count/pods: 9", "requests.cpu: 1, count/pods: 1", ""))
            .validate(plugin)))
        .isEqualTo(Map.of("requests.cpu", "1", "count/pods", "2"));
  }

  @Test
  void resizesCountWhatIsMore() {
    assertThat(used(TestCall.update(pod(requests("1")), pod(requests("3")))
            .subresource("resize")
            .amid(quota("requests.cpu: 9", "requests.cpu: 4", ""))
            .validate(plugin)))
        .isEqualTo(Map.of("requests.cpu", "6"));
    assertThat(TestCall.update(pod(requests("1")), pod(requests("3")))
            .amid(quota("requests.cpu: 9", "requests.cpu: 4", ""))
            .validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void podsThatComeIntoAScopeCountAsNew() {
    assertThat(used(TestCall.update(pod(""), pod("activeDeadlineSeconds: 5"))
            .amid(quota("pods: 5", "pods: 1", "scopes: [Terminating]"))
            .validate(plugin)))
        .isEqualTo(Map.of("pods", "2"));
  }

  @Test
  void extendedResourcesAreCountedAsRequests() {
    String pod = pod("containers: [{name: c, resources: {requests: {example.com/gpu: 2},"
        + " limits: {example.com/gpu: 2}}}]");
    assertThat(used(TestCall.create(pod)
            .amid(quota("requests.example.com/gpu: 4", "requests.example.com/gpu: 1", ""))
            .validate(plugin)))
        .isEqualTo(Map.of("requests.example.com/gpu", "3"));
  }

  @Test
  void servicesAreCountedByTheirPorts() {
    String hard =
        "services: 9, services.nodeports: 9, services.loadbalancers: 9, count/services: 9";
    String none =
        "services: 0, services.nodeports: 0, services.loadbalancers: 0, count/services: 0";
    String service = "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec:"
        + " {%s, ports: [{port: 1}, {port: 2, nodePort: 30000}]}}";
    assertThat(used(TestCall.create(service.formatted("type: LoadBalancer"))
            .amid(quota(hard, none, ""))
            .validate(plugin)))
        .containsEntry("services.nodeports", "2")
        .containsEntry("services.loadbalancers", "1")
        .containsEntry("services", "1");
    assertThat(used(TestCall.create(
                service.formatted("type: LoadBalancer, allocateLoadBalancerNodePorts: false"))
            .amid(quota(hard, none, ""))
            .validate(plugin)))
        .containsEntry("services.nodeports", "1");
    assertThat(used(TestCall.create(service.formatted("type: ClusterIP"))
            .amid(quota(hard, none, ""))
            .validate(plugin)))
        .containsEntry("services.nodeports", "0")
        .containsEntry("count/services", "1");
    assertThat(used(TestCall.update(
                service.formatted("type: ClusterIP"), service.formatted("type: NodePort"))
            .amid(quota(hard, none, ""))
            .validate(plugin)))
        .containsEntry("services.nodeports", "2")
        .containsEntry("services", "0");
  }

  private static String claim(String spec, String status) {
    return "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c, namespace: shop},"
        + " spec: {storageClassName: fast, " + spec + "}, status: {" + status + "}}";
  }

  @Test
  void claimsAreCountedByTheirClass() {
    String hard = "persistentvolumeclaims: 5, requests.storage: 10Gi,"
        + " fast.storageclass.storage.k8s.io/requests.storage: 4Gi,"
        + " fast.storageclass.storage.k8s.io/persistentvolumeclaims: 3";
    String none = hard.replaceAll(": [0-9]+(Gi)?", ": 0");
    String big = claim("resources: {requests: {storage: 2Gi}}", "");
    assertThat(used(TestCall.create(big).amid(quota(hard, none, "")).validate(plugin)))
        .isEqualTo(Map.of(
            "persistentvolumeclaims", "1",
            "requests.storage", "2Gi",
            "fast.storageclass.storage.k8s.io/requests.storage", "2Gi",
            "fast.storageclass.storage.k8s.io/persistentvolumeclaims", "1"));
    assertThat(refusal(TestCall.create(big.replace("2Gi", "5Gi")).amid(quota(hard, none, ""))))
        .isEqualTo(denied(
            "persistentvolumeclaims",
            "c",
            "exceeded quota: q, requested: fast.storageclass.storage.k8s.io/requests.storage=5Gi,"
                + " used: fast.storageclass.storage.k8s.io/requests.storage=0, limited:"
                + " fast.storageclass.storage.k8s.io/requests.storage=4Gi"));
  }

  @Test
  void claimsThatGrewTakeWhatTheyGot() {
    String allocated =
        claim("resources: {requests: {storage: 1Gi}}", "allocatedResources: {storage: 3Gi}");
    assertThat(used(TestCall.create(allocated)
            .amid(quota("requests.storage: 10Gi", "requests.storage: 0", ""))
            .validate(plugin)))
        .isEqualTo(Map.of("requests.storage", "3Gi"));
  }

  @Test
  void claimsHaveAScopeOfTheirAttributes() {
    String scope = "scopeSelector: {matchExpressions: [{scopeName: VolumeAttributesClass, operator:"
        + " In, values: [gold]}]}";
    String quota = quota("persistentvolumeclaims: 5", "persistentvolumeclaims: 0", scope);
    assertThat(TestCall.create(claim("volumeAttributesClassName: gold", ""))
            .amid(quota)
            .validate(plugin)
            .cluster())
        .isPresent();
    assertThat(TestCall.create(claim("volumeAttributesClassName: iron", ""))
            .amid(quota)
            .validate(plugin)
            .cluster())
        .isEmpty();
  }

  @Test
  void devicesAreCountedByTheirClass() {
    String claim = "{apiVersion: resource.k8s.io/v1, kind: ResourceClaim, metadata: {name: c,"
        + " namespace: shop}, spec: {devices: {requests: [{name: a, exactly: {deviceClassName: gpu,"
        + " allocationMode: ExactCount, count: 2}}, {name: b, firstAvailable: [{name: x,"
        + " deviceClassName: gpu, allocationMode: All}, {name: y, deviceClassName: fpga,"
        + " allocationMode: ExactCount, count: 1}]}]}}}";
    String deviceClass =
        "{apiVersion: resource.k8s.io/v1, kind: DeviceClass, metadata: {name: gpu},"
            + " spec: {extendedResourceName: example.com/gpu}}";
    String hard = "gpu.deviceclass.resource.k8s.io/devices: 99,"
        + " fpga.deviceclass.resource.k8s.io/devices: 99,"
        + " count/resourceclaims.resource.k8s.io: 9, requests.example.com/gpu: 99";
    assertThat(used(TestCall.create(claim)
            .amid(quota(hard, hard.replaceAll(": [0-9]+", ": 0"), ""), deviceClass)
            .validate(plugin)))
        .isEqualTo(Map.of(
            "gpu.deviceclass.resource.k8s.io/devices", "34",
            "fpga.deviceclass.resource.k8s.io/devices", "1",
            "count/resourceclaims.resource.k8s.io", "1",
            "requests.example.com/gpu", "34"));
  }

  @Test
  void otherObjectsAreCounted() {
    String secret = "{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: shop}}";
    assertThat(used(TestCall.create(secret)
            .amid(quota("secrets: 5, count/secrets: 5", "secrets: 1, count/secrets: 1", ""))
            .validate(plugin)))
        .isEqualTo(Map.of("secrets", "2", "count/secrets", "2"));
    String deployment =
        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d, namespace: shop}}";
    assertThat(refusal(TestCall.create(deployment)
            .amid(quota("count/deployments.apps: 1", "count/deployments.apps: 1", ""))))
        .isEqualTo("403 deployments.apps \"d\" is forbidden: exceeded quota: q, requested:"
            + " count/deployments.apps=1, used: count/deployments.apps=1, limited:"
            + " count/deployments.apps=1");
    assertThat(TestCall.update(secret, secret)
            .amid(quota("secrets: 0", "secrets: 1", ""))
            .validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void eventsAndReviewsAreNotCounted() {
    assertThat(
            TestCall.create("{apiVersion: v1, kind: Event, metadata: {name: e, namespace: shop}}")
                .amid(quota("count/events: 0", "count/events: 0", ""))
                .validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void whatIsLimitedNeedsAQuota() {
    ResourceQuota limited = new ResourceQuota(List.of(new LimitedResource(
        "",
        "pods",
        List.of("requests.cpu"),
        List.of(new Scope("PriorityClass", "In", List.of("high"))))));
    assertThat(TestCall.refusal(TestCall.create(pod(requests("1"))).validate(limited)))
        .isEqualTo(denied("pods", "p", "insufficient quota to consume: requests.cpu"));
    assertThat(TestCall.refusal(TestCall.create(pod("priorityClassName: high")).validate(limited)))
        .isEqualTo("500 insufficient quota to match these scopes: [{PriorityClass In [high]}]");
    assertThat(TestCall.refusal(TestCall.create(pod("priorityClassName: high"))
            .amid(quota(
                "pods: 5",
                "pods: 0",
                "scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: In,"
                    + " values: [high]}]}"))
            .validate(limited)))
        .isEmpty();
    assertThat(TestCall.refusal(TestCall.create(pod(requests("1")))
            .amid(quota("requests.cpu: 5", "requests.cpu: 0", ""))
            .validate(limited)))
        .isEmpty();
  }

  @Test
  void requestsOutsideNamespacesAreNotCounted() {
    ResourceQuota limited = new ResourceQuota(
        List.of(new LimitedResource("", "namespaces", List.of("count"), List.of())));
    assertThat(TestCall.create("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}")
            .validate(limited))
        .isEqualTo(Admission.UNCHANGED);
  }
}
