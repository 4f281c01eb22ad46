package io.plimsoll.core.authz;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.load.ReadOptions;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.FieldRequirement;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.User;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeAuthorizerTest {

  private static final User NODE = User.of("system:node:n1", "system:nodes");

  private static final Cluster CLUSTER =
      Cluster.of(Manifests.read("test.yaml", """
          apiVersion: v1
          kind: Pod
          metadata: {name: web, namespace: shop}
          spec:
            nodeName: n1
            serviceAccountName: robot
            imagePullSecrets: [{name: pull}, {}]
            initContainers:
              - {name: i, image: x, envFrom: [{secretRef: {name: init}}, {configMapRef: {name: init-map}}]}
            containers:
              - name: c
                image: x
                env:
                  - {name: A, valueFrom: {secretKeyRef: {name: key, key: k}}}
                  - {name: B, valueFrom: {configMapKeyRef: {name: map, key: k}}}
            volumes:
              - {name: s, secret: {secretName: volume}}
              - {name: p, projected: {sources: [{secret: {name: projected}}, {configMap: {name: projected-map}}]}}
              - {name: d, persistentVolumeClaim: {claimName: data}}
              - {name: scratch, ephemeral: {volumeClaimTemplate: {spec: {}}}}
              - {name: cfg, configMap: {name: cfg}}
              - {name: csi, csi: {driver: d, nodePublishSecretRef: {name: publish}}}
            resourceClaims:
              - {name: named, resourceClaimName: claim}
              - {name: made, resourceClaimTemplateName: t}
              - {name: later, resourceClaimTemplateName: t}
          status:
            resourceClaimStatuses: [{name: made, resourceClaimName: web-made-x}]
            extendedResourceClaimStatus: {resourceClaimName: web-extended, requestMappings: []}
          ---
          apiVersion: v1
          kind: Pod
          metadata: {name: mirror, namespace: shop, annotations: {kubernetes.io/config.mirror: x}}
          spec: {nodeName: n1, containers: [], volumes: [{name: s, secret: {secretName: stolen}}]}
          ---
          apiVersion: v1
          kind: Pod
          metadata: {name: waiting, namespace: shop}
          spec: {containers: [], volumes: [{name: s, secret: {secretName: unbound}}]}
          ---
          apiVersion: v1
          kind: PersistentVolume
          metadata: {name: pv}
          spec:
            claimRef: {namespace: shop, name: data}
            csi:
              driver: d
              nodeStageSecretRef: {namespace: infra, name: stage}
              controllerExpandSecretRef: {namespace: infra, name: controller}
          ---
          apiVersion: storage.k8s.io/v1
          kind: VolumeAttachment
          metadata: {name: va}
          spec: {nodeName: n1, attacher: a, source: {}}
          """, ReadOptions.DEFAULT).orThrow().objects());

  private static Authorization ask(Attributes attributes) {
    return new NodeAuthorizer().authorize(CLUSTER, NODE, attributes);
  }

  @ParameterizedTest
  @CsvSource({
    "secrets, pull",
    "secrets, init",
    "secrets, key",
    "secrets, volume",
    "secrets, projected",
    "secrets, publish",
    "configmaps, init-map",
    "configmaps, map",
    "configmaps, projected-map",
    "configmaps, cfg",
    "persistentvolumeclaims, data",
    "persistentvolumeclaims, web-scratch",
    "serviceaccounts, robot",
    "pods, web",
    "pods, mirror"
  })
  void aNodeReadsWhatItsPodsNeed(String resource, String name) {
    assertThat(ask(Request.get(resource).in("shop").named(name)).isAllowed()).isTrue();
    assertThat(ask(Request.get(resource).in("other").named(name)).reason())
        .isEqualTo("no relationship found between node 'n1' and this object");
  }

  @ParameterizedTest
  @CsvSource({"stolen", "unbound", "none"})
  void mirrorPodsAndPodsWithoutANodeGiveNothing(String name) {
    assertThat(ask(Request.get("secrets").in("shop").named(name)).isAllowed()).isFalse();
  }

  @Test
  void theVolumeOfAClaimAndItsSecretsFollow() {
    assertThat(ask(Request.get("persistentvolumes").named("pv")).isAllowed()).isTrue();
    assertThat(ask(Request.get("secrets").in("infra").named("stage")).isAllowed())
        .isTrue();
    assertThat(ask(Request.get("secrets").in("infra").named("controller")).isAllowed())
        .isFalse();
    assertThat(ask(Request.get("volumeattachments").named("va")).isAllowed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"claim, true", "web-made-x, true", "web-extended, true", "later, false"})
  void resourceClaimsFollowOnceThereAreSome(String name, boolean allowed) {
    assertThat(ask(Request.get("resourceclaims").in("shop").named(name)).isAllowed())
        .isEqualTo(allowed);
  }

  @Test
  void theGraphChangesWithTheCluster() {
    Attributes read = Request.get("secrets").in("shop").named("key");
    Cluster without = CLUSTER.without(new ObjectRef("v1", "Pod", "shop", "web"));

    assertThat(new NodeAuthorizer().authorize(without, NODE, read).isAllowed()).isFalse();
    assertThat(ask(read).isAllowed()).isTrue();
  }

  @Test
  void onlyNodesAreKnown() {
    Attributes read = Request.get("secrets").in("shop").named("key");
    NodeAuthorizer node = new NodeAuthorizer();

    assertThat(node.authorize(CLUSTER, User.of("mallory", "system:nodes"), read))
        .isEqualTo(Authorization.noOpinion(""));
    assertThat(node.authorize(CLUSTER, User.of("system:node:n1"), read))
        .isEqualTo(Authorization.noOpinion(""));
    assertThat(node.authorize(CLUSTER, User.of("system:node:", "system:nodes"), read))
        .isEqualTo(Authorization.noOpinion("unknown node for user \"system:node:\""));
    assertThat(node.authorize(CLUSTER, NODE, Request.url("get", "/metrics")))
        .isEqualTo(Authorization.noOpinion(""));
  }

  @Test
  void podsAreListedByNode() {
    Attributes list = Request.list("pods");

    assertThat(ask(list).reason())
        .isEqualTo("can only list/watch pods with spec.nodeName field selector");
    assertThat(ask(list.selecting(
                List.of(new FieldRequirement("spec.nodeName", "=", "n1")), List.of()))
            .isAllowed())
        .isTrue();
    assertThat(ask(list.selecting(
                List.of(new FieldRequirement("spec.nodeName", "==", "n1")), List.of()))
            .isAllowed())
        .isFalse();
    assertThat(ask(list.in("shop").named("web")).isAllowed()).isTrue();
  }

  @Test
  void whatIsNobodysInParticularIsForAllNodes() {
    assertThat(ask(Request.list("services")).isAllowed()).isTrue();
    assertThat(ask(Request.list("services/status")).isAllowed()).isFalse();
    assertThat(ask(Request.create("events.events.k8s.io").in("shop")).isAllowed())
        .isTrue();
    assertThat(ask(Request.delete("services"))).isEqualTo(Authorization.noOpinion(""));
  }

  @Test
  void rulesOfNodesAreNotListed() {
    assertThat(new NodeAuthorizer().rulesFor(CLUSTER, NODE, "shop").incomplete())
        .isTrue();
    assertThat(new NodeAuthorizer().rulesFor(CLUSTER, User.of("bob"), "shop"))
        .isEqualTo(SubjectRules.NONE);
  }
}
