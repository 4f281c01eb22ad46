package io.plimsoll.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.apiserver.ApiServer;
import io.plimsoll.core.apiserver.Response;
import io.plimsoll.core.apiserver.ServerState;
import io.plimsoll.core.apiserver.TraceStep;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.Requester;
import io.plimsoll.core.request.User;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunningTest {

  private static final ApiServer SERVER = Posture.apiServer();
  private static final Requester ADMIN = Request.as("admin", User.MASTERS);

  private static final String SHOP = """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: app, image: "app:1"}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      spec: {selector: {app: web}, ports: [{port: 80}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: debug, namespace: shop}
      spec: {containers: [{name: app, image: "app:1"}]}
      """;

  private static Cluster running(String yaml) {
    return Posture.running(
        Cluster.of(Manifests.read("shop.yaml", yaml).orThrow().objects()));
  }

  private static String field(MappingValue object, String path) {
    return FieldPath.parse(path).in(object) instanceof ScalarValue scalar ? scalar.text() : "";
  }

  private static MappingValue object(Response response) {
    assertThat(response.message()).isEmpty();
    return response.object().orElseThrow();
  }

  private static KubeObject find(Cluster cluster, String apiVersion, String kind, String name) {
    return cluster.find(new ObjectRef(apiVersion, kind, "shop", name)).orElseThrow();
  }

  @Test
  void objectsOfManifestsAreAsAClusterHasThem() {
    Cluster cluster = running(SHOP);

    MappingValue web = object(SERVER.handle(cluster, ADMIN.get("deployments", "shop", "web")));
    assertThat(field(web, "metadata.uid")).isNotEmpty();
    assertThat(field(web, "metadata.resourceVersion")).isEqualTo("1");
    assertThat(field(web, "metadata.creationTimestamp")).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(field(web, "metadata.generation")).isEqualTo("1");
    assertThat(field(web, "spec.replicas")).isEqualTo("1");
    assertThat(field(web, "spec.template.spec.containers[0].imagePullPolicy"))
        .isEqualTo("IfNotPresent");
    MappingValue service = object(SERVER.handle(cluster, ADMIN.get("services", "shop", "web")));
    assertThat(field(service, "spec.clusterIP")).isEqualTo("10.96.1.1");
    assertThat(field(service, "spec.ports[0].targetPort")).isEqualTo("80");
    MappingValue pod = object(SERVER.handle(cluster, ADMIN.get("pods", "shop", "debug")));
    assertThat(field(pod, "status.phase")).isEqualTo("Pending");
    assertThat(field(pod, "status.qosClass")).isEqualTo("BestEffort");
    assertThat(field(pod, "spec.serviceAccountName")).isEqualTo("default");
  }

  @Test
  void servicesHaveAddressesOfTheServersRange() {
    ServerFlags flags = ServerFlags.parse(
        "--service-cluster-ip-range=10.43.0.0/16,fd43::/112", "--authorization-mode=AlwaysAllow");
    Cluster manifests = Cluster.of(Manifests.read("shop.yaml", SHOP).orThrow().objects());

    Cluster cluster = Posture.running(manifests, flags);

    ApiServer server = Posture.apiServer(flags);
    MappingValue web = object(server.handle(cluster, ADMIN.get("services", "shop", "web")));
    assertThat(field(web, "spec.clusterIP")).isEqualTo("10.43.1.1");
    String same = "{apiVersion: v1, kind: Service, metadata: {name: b, namespace: shop},"
        + " spec: {clusterIP: 10.43.1.1, ports: [{port: 80}]}}";
    KubeObject second = Manifests.read("b.yaml", same).orThrow().objects().get(0);
    assertThat(server.handle(cluster, ADMIN.create(second)).message())
        .isEqualTo("Service \"b\" is invalid: spec.clusterIPs: Invalid value: [\"10.43.1.1\"]:"
            + " failed to allocate IP 10.43.1.1: provided IP is already allocated");
  }

  @Test
  void theSystemsPriorityClassesAreThere() {
    String pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop}\nspec:"
        + " {priorityClassName: system-node-critical, containers: [{name: c, image: i}]}";

    MappingValue created = object(SERVER.handle(running(SHOP), ADMIN.create(TestObjects.of(pod))));

    assertThat(field(created, "spec.priority")).isEqualTo("2000001000");
    MappingValue own = object(
        SERVER.handle(running(SHOP), ADMIN.get("priorityclasses", "", "system-cluster-critical")));
    assertThat(field(own, "value")).isEqualTo("2000000000");
    assertThat(field(own, "preemptionPolicy")).isEqualTo("PreemptLowerPriority");
    assertThat(field(own, "description"))
        .isEqualTo("Used for system critical pods that must run in the cluster, but can be moved to"
            + " another node if necessary.");
  }

  @Test
  void theSameManifestsGiveTheSameCluster() {
    assertThat(running(SHOP)).isEqualTo(running(SHOP));
    assertThat(Posture.running(running(SHOP))).isEqualTo(running(SHOP));
    assertThat(running(SHOP).objects())
        .extracting(object -> object.metadata().uid())
        .doesNotContainNull()
        .doesNotHaveDuplicates();
  }

  @Test
  void placesInManifestsAreKept() {
    KubeObject web = find(running(SHOP), "apps/v1", "Deployment", "web");

    assertThat(web.locate(FieldPath.parse("spec.template.spec.containers[0].image")))
        .hasToString("Optional[shop.yaml:12:37]");
  }

  @Test
  void objectsOfManifestsCanBeUpdatedPatchedAndScaled() {
    Cluster cluster = running(SHOP);
    KubeObject web = find(cluster, "apps/v1", "Deployment", "web");

    MappingValue labelled = object(SERVER.handle(
        cluster,
        ADMIN.patch(
            "deployments",
            "shop",
            "web",
            "application/merge-patch+json",
            "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}")));
    assertThat(field(labelled, "metadata.labels.a")).isEqualTo("b");
    assertThat(field(labelled, "metadata.resourceVersion")).isEqualTo("2");
    MappingValue scale = object(SERVER.handle(
        cluster,
        ADMIN.patch(
            "deployments/scale",
            "shop",
            "web",
            "application/merge-patch+json",
            "{\"spec\": {\"replicas\": 3}}")));
    assertThat(field(scale, "spec.replicas")).isEqualTo("3");
    MappingValue paused = web.tree()
        .with(
            "spec", Fields.of(web.tree().get("spec")).tree().with("paused", ScalarValue.of(true)));
    MappingValue updated = object(SERVER.handle(cluster, ADMIN.update(KubeObject.of(paused))));
    assertThat(field(updated, "metadata.generation")).isEqualTo("2");
    KubeObject pod = find(cluster, "v1", "Pod", "debug");
    object(SERVER.handle(cluster, ADMIN.update(pod)));
    object(SERVER.handle(cluster, ADMIN.update(find(cluster, "v1", "Service", "web"))));
  }

  @Test
  void whatAManifestSaysOfItselfStays() {
    KubeObject pod = find(running("""
            apiVersion: v1
            kind: Pod
            metadata: {name: a, namespace: shop, uid: mine, generation: 7}
            spec: {containers: [{name: app, image: "app:1"}]}
            status: {podIP: 10.0.0.1, phase: Running}
            """), "v1", "Pod", "a");

    assertThat(field(pod.tree(), "metadata.uid")).isEqualTo("mine");
    assertThat(field(pod.tree(), "metadata.generation")).isEqualTo("7");
    assertThat(field(pod.tree(), "status.podIP")).isEqualTo("10.0.0.1");
    assertThat(field(pod.tree(), "status.phase")).isEqualTo("Running");
    assertThat(field(pod.tree(), "status.qosClass")).isEqualTo("BestEffort");
  }

  @Test
  void namesAreGenerated() {
    Cluster cluster = running("""
        apiVersion: v1
        kind: ConfigMap
        metadata: {generateName: a-, namespace: shop}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {generateName: a-, namespace: shop}
        """);

    assertThat(cluster.objects("", "ConfigMap", "shop"))
        .extracting(object -> object.ref().name())
        .hasSize(3)
        .doesNotHaveDuplicates()
        .doesNotContain("");
  }

  @Test
  void quotasCountWhatIsThere() {
    Cluster cluster = running(SHOP + """
        ---
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: all, namespace: shop}
        spec: {hard: {pods: "2", services: "1", count/deployments.apps: "1", secrets: "3", example.com/odd: "4"}}
        ---
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: guaranteed, namespace: shop}
        spec: {hard: {pods: "1"}, scopes: [NotBestEffort]}
        """);

    MappingValue all = find(cluster, "v1", "ResourceQuota", "all").tree();
    assertThat(Fields.of(all.get("status")).stringMap("used"))
        .containsOnly(
            Map.entry("pods", "1"),
            Map.entry("services", "1"),
            Map.entry("count/deployments.apps", "1"),
            Map.entry("secrets", "0"));
    assertThat(Fields.of(all.get("status")).stringMap("hard")).hasSize(5);
    MappingValue scoped = find(cluster, "v1", "ResourceQuota", "guaranteed").tree();
    assertThat(Fields.of(scoped.get("status")).stringMap("used")).containsEntry("pods", "0");
    ServerState state = ServerState.of(cluster);
    Response second = SERVER.handle(state, ADMIN.create(pod("second")));
    assertThat(second.message()).isEmpty();
    assertThat(SERVER.handle(second.state(), ADMIN.create(pod("third"))).message())
        .isEqualTo("pods \"third\" is forbidden: exceeded quota: all, requested: pods=1, used:"
            + " pods=2, limited: pods=2");
  }

  @Test
  void theTraceHasWhatEachPluginDecided() {
    Response created = SERVER.handle(running(SHOP), ADMIN.create(pod("second")));

    assertThat(created.trace())
        .extracting(TraceStep::toString)
        .contains(
            "decoding: decoded",
            "mutating admission (LimitRanger): unchanged",
            "validation: valid",
            "validating admission (PodSecurity): admitted",
            "validating admission (ResourceQuota): admitted",
            "storage: created: Pod shop/second")
        .doesNotContain(
            "mutating admission (ResourceQuota): unchanged",
            "validating admission (DefaultTolerationSeconds): admitted");
    assertThat(created.trace().stream().filter(TraceStep::isQuiet)).hasSizeGreaterThan(5);
  }

  @Test
  void aQuotaThatNobodyCountedIsSaidToDecideNothing() {
    Cluster uncounted = running(SHOP)
        .with(Manifests.read(
                "quota.yaml",
                "{apiVersion: v1, kind: ResourceQuota, metadata: {name: all, namespace: shop}, spec: {hard: {pods: '0'}}}")
            .orThrow()
            .objects());

    Response created = SERVER.handle(uncounted, ADMIN.create(pod("second")));

    assertThat(created.message()).isEmpty();
    assertThat(created.trace())
        .extracting(TraceStep::toString)
        .contains(
            "validating admission (ResourceQuota): admitted: not in force, since the controller"
                + " of quotas has not set their status: \"all\"");
  }

  private static KubeObject pod(String name) {
    return Manifests.read(
            "pod.yaml",
            "{apiVersion: v1, kind: Pod, metadata: {name: " + name
                + ", namespace: shop}, spec: {containers: [{name: app, image: 'app:1'}]}}")
        .orThrow()
        .objects()
        .get(0);
  }
}
