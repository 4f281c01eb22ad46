package io.plimsoll.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.apiserver.ApiServer;
import io.plimsoll.core.apiserver.Response;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.User;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A server with all that it has answers whatever is sent, and answers the same again. */
class PostureProperties {

  private static final ApiServer SERVER = Posture.apiServer(ServerFlags.kubeadm()
      .with(
          "enable-admission-plugins",
          "AlwaysPullImages,PodNodeSelector,OwnerReferencesPermissionEnforcement,"
              + "DenyServiceExternalIPs,ExtendedResourceToleration,PodTolerationRestriction"));

  private static final User ROOT = User.of("root", "system:masters");

  private static final Cluster CLUSTER = Posture.running(
      TestObjects.cluster(
          "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}",
          "{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop}, spec: {containers: [{name: app, image: 'app:1'}]}}",
          "{apiVersion: v1, kind: LimitRange, metadata: {name: all, namespace: shop}, spec: {limits: [{type: Container, default: {cpu: 1}}]}}",
          "{apiVersion: v1, kind: ResourceQuota, metadata: {name: all, namespace: shop}, spec: {hard: {pods: 9}}, status: {hard: {pods: 9}, used: {pods: 1}}}"));

  private static final List<String> RESOURCES = List.of(
      "/api/v1/namespaces/shop/pods",
      "/api/v1/namespaces/shop/services",
      "/api/v1/namespaces/shop/secrets",
      "/api/v1/namespaces/shop/serviceaccounts",
      "/api/v1/namespaces/shop/persistentvolumeclaims",
      "/api/v1/namespaces/shop/limitranges",
      "/api/v1/namespaces/shop/resourcequotas",
      "/api/v1/namespaces",
      "/api/v1/nodes",
      "/apis/apps/v1/namespaces/shop/deployments",
      "/apis/batch/v1/namespaces/shop/jobs",
      "/apis/networking.k8s.io/v1/namespaces/shop/networkpolicies",
      "/apis/networking.k8s.io/v1/namespaces/shop/ingresses",
      "/apis/rbac.authorization.k8s.io/v1/namespaces/shop/roles",
      "/apis/rbac.authorization.k8s.io/v1/namespaces/shop/rolebindings",
      "/apis/rbac.authorization.k8s.io/v1/clusterroles",
      "/apis/certificates.k8s.io/v1/certificatesigningrequests",
      "/apis/scheduling.k8s.io/v1/priorityclasses",
      "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations",
      "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews");

  private static final List<String> SPECS = List.of(
      "{}",
      "null",
      "{\"containers\": [{}]}",
      "{\"containers\": [{\"name\": \"a\", \"image\": \"a\"}], \"volumes\": [{}]}",
      "{\"containers\": [{\"name\": \"a\", \"image\": \"a\", \"env\": [{}], \"envFrom\": [null], \"resources\": {\"limits\": {\"cpu\": \"x\"}}}]}",
      "{\"containers\": [null], \"tolerations\": [null], \"topologySpreadConstraints\": [{}], \"affinity\": {}}",
      "{\"template\": {\"spec\": null}, \"selector\": {\"matchLabels\": {\"\": null}}}",
      "{\"template\": {\"metadata\": {\"labels\": {\"a\": \"b\"}}, \"spec\": {\"containers\": []}}, \"selector\": {}}",
      "{\"ports\": [{}, {\"port\": -1}], \"externalIPs\": [\"x\"], \"type\": \"Nothing\"}",
      "{\"limits\": [{\"type\": \"Pod\", \"max\": {\"cpu\": \"-1\"}}], \"hard\": {\"x\": \"1e99\"}, \"scopes\": [\"\"]}",
      "{\"request\": \"AAAA\", \"signerName\": \"kubernetes.io/kube-apiserver-client\", \"usages\": [\"x\"]}",
      "{\"ingress\": [{\"from\": [{}]}], \"podSelector\": {\"matchExpressions\": [{}]}}",
      "{\"rules\": [{\"http\": {}}], \"defaultBackend\": {}}",
      "{\"finalizers\": [\"\"], \"unschedulable\": true, \"taints\": [{}]}");

  private static final List<String> RESTS = List.of(
      "",
      ", \"rules\": [{\"verbs\": [\"*\"], \"apiGroups\": [\"*\"], \"resources\": [\"*\"]}]",
      ", \"roleRef\": {}, \"subjects\": [{}]",
      ", \"webhooks\": [{}]",
      ", \"data\": {\"a\": \"?\"}, \"type\": \"kubernetes.io/tls\"",
      ", \"value\": 1, \"globalDefault\": true",
      ", \"secrets\": [{}], \"imagePullSecrets\": [{}]",
      ", \"status\": {\"phase\": \"x\", \"conditions\": [null]}");

  private static final List<String> METADATA = List.of(
      "{\"name\": \"a\"}",
      "{\"generateName\": \"g-\"}",
      "{\"name\": \"web\", \"annotations\": {\"scheduler.alpha.kubernetes.io/node-selector\": \"=\"}}",
      "{\"name\": \"a\", \"labels\": {\"pod-security.kubernetes.io/enforce\": \"x\"}}",
      "{\"name\": \"a\", \"ownerReferences\": [{}], \"finalizers\": [\"\"]}",
      "{\"name\": \"a\", \"namespace\": \"shop\", \"annotations\": {\"\": null}}",
      "{}");

  @Property(tries = 1500)
  void everythingIsAnswered(@ForAll("requests") ApiRequest request) {
    Response response = SERVER.handle(CLUSTER, request);

    assertThat(response.code()).isBetween(200, 504);
    assertThat(response.trace()).isNotEmpty();
    assertThat(SERVER.handle(CLUSTER, request).body()).isEqualTo(response.body());
  }

  @Provide
  Arbitrary<ApiRequest> requests() {
    return Combinators.combine(
            Arbitraries.of("POST", "PUT", "PATCH"),
            Arbitraries.of(RESOURCES),
            Arbitraries.of(METADATA),
            Arbitraries.of(SPECS),
            Arbitraries.of(RESTS))
        .as((method, path, metadata, spec, rest) -> {
          String type =
              method.equals("PATCH") ? "application/apply-patch+yaml" : "application/json";
          return ApiRequest.of(method, method.equals("POST") ? path : path + "/a")
              .withParameter("fieldManager", "m")
              .withBody(type, "{\"metadata\": " + metadata + ", \"spec\": " + spec + rest + "}")
              .as(ROOT);
        });
  }
}
