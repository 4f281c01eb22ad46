package io.plimsoll.core.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.TestCall;
import io.plimsoll.core.request.User;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeRestrictionTest {

  private static final User KUBELET = User.of("system:node:worker", "system:nodes");
  private static final String NODE =
      "{apiVersion: v1, kind: Node, metadata: {name: worker, uid: node-uid}}";
  private static final String OWN =
      "{apiVersion: v1, kind: Pod, metadata: {name: own, namespace: shop, uid: pod-uid}, spec:"
          + " {nodeName: worker, serviceAccountName: robot}}";
  private static final String FOREIGN =
      "{apiVersion: v1, kind: Pod, metadata: {name: foreign, namespace: shop}, spec: {nodeName: other}}";
  private static final String OWNER =
      "apiVersion: v1, kind: Node, name: worker, uid: node-uid, controller: true";

  private final NodeRestriction plugin = new NodeRestriction();

  private String refusal(TestCall call) {
    return TestCall.refusal(call.by(KUBELET).amid(NODE, OWN, FOREIGN).admit(plugin));
  }

  private static String pod(String name, String more) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: " + name + ", namespace: shop}, " + more
        + "}";
  }

  private static String mirror(String owner, String spec) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop, annotations:"
        + " {kubernetes.io/config.mirror: x}, ownerReferences: [" + owner + "]}, spec: {" + spec
        + "}}";
  }

  private static String denied(String what, String name, String why) {
    return TestCall.forbidden(what, name, why);
  }

  @Test
  void onlyKubeletsAreLimited() {
    TestCall call = TestCall.delete(FOREIGN).amid(FOREIGN);
    assertThat(TestCall.refusal(call.by(User.of("system:node:worker")).admit(plugin)))
        .isEmpty();
    assertThat(TestCall.refusal(call.by(User.of("jane", "system:nodes")).admit(plugin)))
        .isEmpty();
    assertThat(TestCall.refusal(call.by(User.of("system:node:", "system:nodes")).admit(plugin)))
        .isEqualTo(
            denied("pods", "foreign", "could not determine node from user \"system:node:\""));
  }

  @Test
  void podsOfTheNodeGoAndOthersStay() {
    assertThat(refusal(TestCall.delete(OWN))).isEmpty();
    assertThat(refusal(TestCall.delete(FOREIGN)))
        .isEqualTo(denied(
            "pods",
            "foreign",
            "node \"worker\" can only delete pods with spec.nodeName set to itself"));
    assertThat(refusal(TestCall.delete(pod("ghost", "spec: {}"))))
        .isEqualTo("404 pod \"ghost\" not found");
    assertThat(refusal(TestCall.update(OWN, OWN)))
        .isEqualTo(denied(
            "pods",
            "own",
            "unexpected operation \"UPDATE\", node \"worker\" can only create and delete mirror"
                + " pods"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          {%s} | nodeName: worker |
          {%s} | nodeName: other | node "worker" can only create pods with spec.nodeName set to itself
          | nodeName: worker | node "worker" can only create pods with an owner reference set to itself
          {%s}, {%s} | nodeName: worker | node "worker" can only create pods with a single owner reference set to itself
          {apiVersion: v1, kind: Node, name: other} | nodeName: worker | node "worker" can only create pods with an owner reference set to itself
          {apiVersion: v1, kind: Node, name: worker} | nodeName: worker | node "worker" can only create pods with a controller owner reference set to itself
          {%s, blockOwnerDeletion: true} | nodeName: worker | node "worker" must not set blockOwnerDeletion on an owner reference
          {apiVersion: v1, kind: Node, name: worker, uid: u, controller: true} | nodeName: worker | node worker UID mismatch: expected u got node-uid
          {%s} | nodeName: worker, serviceAccountName: robot | node "worker" can not create pods that reference serviceaccounts
          {%s} | nodeName: worker, volumes: [{name: v, secret: {secretName: s}}] | node "worker" can not create pods that reference secrets
          {%s} | nodeName: worker, volumes: [{name: v, configMap: {name: s}}] | node "worker" can not create pods that reference configmaps
          {%s} | nodeName: worker, volumes: [{name: v, persistentVolumeClaim: {claimName: c}}] | node "worker" can not create pods that reference persistentvolumeclaims
          {%s} | nodeName: worker, volumes: [{name: v, projected: {sources: [{serviceAccountToken: {path: t}}]}}] | node "worker" can not create pods that reference serviceaccounts (via projected volumes)
          {%s} | nodeName: worker, volumes: [{name: v, projected: {sources: [{downwardAPI: {}}]}}, {name: w, hostPath: {path: /}}] |
          {%s} | nodeName: worker, volumes: [{name: v}] | error checking mirror pod for API references: unknown volume type for volume  "v"
          """)
  void onlyMirrorPodsThatNeedNothingAreMade(String owner, String spec, String why) {
    String owners = owner == null ? "" : owner.replace("%s", OWNER);
    assertThat(refusal(TestCall.create(mirror(owners, spec))))
        .isEqualTo(why == null ? "" : denied("pods", "p", why));
  }

  @Test
  void podsThatAreNoMirrorsAreNotMade() {
    assertThat(refusal(TestCall.create(pod("p", "spec: {nodeName: worker}"))))
        .isEqualTo(denied(
            "pods",
            "p",
            "pod does not have \"kubernetes.io/config.mirror\" annotation, node \"worker\" can"
                + " only create mirror pods"));
  }

  @Test
  void theStatusOfPodsOfTheNodeIsWritten() {
    assertThat(refusal(TestCall.update(OWN, OWN).subresource("status"))).isEmpty();
    assertThat(refusal(TestCall.update(FOREIGN, FOREIGN).subresource("status")))
        .endsWith("node \"worker\" can only update pod status for pods with spec.nodeName set to"
            + " itself");
    String labelled = OWN.replace("uid: pod-uid", "uid: pod-uid, labels: {a: b}");
    assertThat(refusal(TestCall.update(OWN, labelled).subresource("status")))
        .endsWith("node \"worker\" cannot update labels through pod status");
    String claiming = OWN.replace(
        "spec:", "status: {resourceClaimStatuses: [{name: c, resourceClaimName: r}]}, spec:");
    assertThat(refusal(TestCall.update(OWN, claiming).subresource("status")))
        .endsWith("node \"worker\" cannot update resource claim statues");
    assertThat(refusal(TestCall.delete(OWN).subresource("status")))
        .endsWith("unexpected operation \"DELETE\"");
  }

  @Test
  void podsOfTheNodeAreEvicted() {
    String eviction =
        "{apiVersion: policy/v1, kind: Eviction, metadata: {name: %s, namespace: shop}}";
    assertThat(refusal(TestCall.create(
                eviction.formatted("own").replace("policy/v1", "v1").replace("Eviction", "Pod"))
            .subresource("eviction", "policy/v1", "Eviction")))
        .isEmpty();
    assertThat(refusal(TestCall.create(pod("foreign", "spec: {}"))
            .subresource("eviction", "policy/v1", "Eviction")))
        .endsWith("node worker can only evict pods with spec.nodeName set to itself");
    assertThat(refusal(TestCall.create(pod("own", "spec: {}")).subresource("log")))
        .endsWith("unexpected pod subresource \"log\", only 'status' and 'eviction' are allowed");
  }

  private static String node(String name, String more) {
    return "{apiVersion: v1, kind: Node, metadata: {name: " + name + ", " + more + "}}";
  }

  @Test
  void theNodeItselfIsWrittenWithinBounds() {
    assertThat(refusal(TestCall.create(node(
            "worker",
            "labels: {kubernetes.io/os: linux, own: x, kubelet.kubernetes.io/a: b,"
                + " node.kubernetes.io/b: c}"))))
        .isEmpty();
    assertThat(refusal(TestCall.create(node("other", "uid: u"))))
        .isEqualTo(
            denied("nodes", "other", "node \"worker\" is not allowed to modify node \"other\""));
    assertThat(refusal(TestCall.create(node(
            "worker",
            "labels: {node-restriction.kubernetes.io/a: b, x.k8s.io/c: d, kubernetes.io/e: f}"))))
        .isEqualTo(denied(
            "nodes",
            "worker",
            "node \"worker\" is not allowed to set the following labels: kubernetes.io/e,"
                + " node-restriction.kubernetes.io/a, x.k8s.io/c"));
    assertThat(refusal(TestCall.update(
            node("worker", "labels: {node-restriction.kubernetes.io/a: b}"),
            node("worker", "labels: {other: b}"))))
        .isEqualTo(denied(
            "nodes",
            "worker",
            "is not allowed to modify labels: node-restriction.kubernetes.io/a"));
    assertThat(refusal(TestCall.update(
            node("worker", "uid: u"),
            "{apiVersion: v1, kind: Node, metadata: {name: worker}, spec: {taints: [{key: k,"
                + " effect: NoSchedule}]}}")))
        .endsWith("node \"worker\" is not allowed to modify taints");
    assertThat(refusal(TestCall.update(
            node("worker", "uid: u"),
            node("worker", "ownerReferences: [{apiVersion: v1, kind: Pod, name: p, uid: u}]"))))
        .endsWith("node \"worker\" is not allowed to modify ownerReferences");
  }

  @Test
  void onlySomeOfTheStatusOfClaimsIsWritten() {
    String claim = "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c, namespace:"
        + " shop, resourceVersion: '1'}, status: {phase: Bound, capacity: {storage: 1Gi}}}";
    String bigger = claim.replace("1Gi", "2Gi").replace("'1'", "'2'");
    assertThat(refusal(TestCall.update(claim, bigger).subresource("status"))).isEmpty();
    assertThat(
            refusal(TestCall.update(claim, claim.replace("Bound", "Lost")).subresource("status")))
        .endsWith("node \"worker\" is not allowed to update fields other than status.quantity and"
            + " status.conditions: ");
    assertThat(refusal(TestCall.update(claim, bigger))).endsWith("may only update PVC status");
  }

  @Test
  void leasesCsiNodesAndSlicesAreOfTheNode() {
    String lease =
        "{apiVersion: coordination.k8s.io/v1, kind: Lease, metadata: {name: %s, namespace: %s}}";
    assertThat(refusal(TestCall.create(lease.formatted("worker", "kube-node-lease"))))
        .isEmpty();
    assertThat(refusal(TestCall.create(lease.formatted("worker", "shop"))))
        .endsWith("can only access leases in the \"kube-node-lease\" system namespace");
    assertThat(refusal(TestCall.delete(lease.formatted("other", "kube-node-lease"))))
        .endsWith("can only access node lease with the same name as the requesting node");
    String csi = "{apiVersion: storage.k8s.io/v1, kind: CSINode, metadata: {name: %s}}";
    assertThat(refusal(TestCall.create(csi.formatted("worker")))).isEmpty();
    assertThat(refusal(TestCall.create(csi.formatted("other"))))
        .endsWith("can only access CSINode with the same name as the requesting node");
    String slice = "{apiVersion: resource.k8s.io/v1, kind: ResourceSlice, metadata: {name: s},"
        + " spec: {nodeName: %s}}";
    assertThat(refusal(TestCall.create(slice.formatted("worker")))).isEmpty();
    assertThat(refusal(TestCall.create(slice.formatted("other"))))
        .endsWith("can only create ResourceSlice with the same NodeName as the requesting node");
    assertThat(refusal(TestCall.delete(slice.formatted("other"))))
        .endsWith("can only delete ResourceSlice with the same NodeName as the requesting node");
  }

  private static TestCall token(String spec) {
    return TestCall.create("{apiVersion: v1, kind: ServiceAccount, metadata: {name: robot,"
            + " namespace: shop}, spec: {" + spec + "}}")
        .subresource("token", "authentication.k8s.io/v1", "TokenRequest");
  }

  @Test
  void tokensAreForPodsOfTheNode() {
    assertThat(refusal(token("audiences: [a]")))
        .isEqualTo(denied("serviceaccounts", "robot", "node requested token not bound to a pod"));
    String bound =
        "boundObjectRef: {apiVersion: v1, kind: Pod, name: %s, uid: %s}, audiences: [%s]";
    assertThat(refusal(token("boundObjectRef: {apiVersion: v1, kind: Pod, name: own}")))
        .endsWith("node requested token with a pod binding without a uid");
    assertThat(refusal(token(bound.formatted("ghost", "u", "a"))))
        .isEqualTo("404 pod \"ghost\" not found");
    assertThat(refusal(token(bound.formatted("own", "u", "a"))))
        .endsWith("the UID in the bound object reference (u) does not match the UID in record. The"
            + " object might have been deleted and then recreated");
    assertThat(refusal(token(bound.formatted("own", "pod-uid", "a, b"))))
        .endsWith("node may only request 0 or 1 audiences");
    assertThat(refusal(token(bound.formatted("own", "pod-uid", "a"))))
        .isEqualTo(denied(
            "serviceaccounts",
            "robot",
            "system:node:worker is not authorized to request tokens for audience \"a\""));
    assertThat(refusal(token(bound.formatted("own", "pod-uid", "a"))
            .allowing(asked ->
                asked.equals("request-serviceaccounts-token-audience a \"robot\" in shop"))))
        .isEmpty();
  }

  @Test
  void audiencesOfTheVolumesOfAPodAreFine() {
    String pod = OWN.replace(
        "nodeName: worker",
        "nodeName: worker, volumes: [{name: t, projected: {sources: [{serviceAccountToken:"
            + " {audience: vault, path: t}}]}}, {name: c, csi: {driver: disks.example.com}},"
            + " {name: d, persistentVolumeClaim: {claimName: data}}]");
    String csi = "{apiVersion: storage.k8s.io/v1, kind: CSIDriver, metadata: {name:"
        + " disks.example.com}, spec: {tokenRequests: [{audience: disks}]}}";
    String ebs = "{apiVersion: storage.k8s.io/v1, kind: CSIDriver, metadata: {name:"
        + " ebs.csi.aws.com}, spec: {tokenRequests: [{audience: ebs}]}}";
    String claim = "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data,"
        + " namespace: shop}, spec: {volumeName: pv}}";
    String volume = "{apiVersion: v1, kind: PersistentVolume, metadata: {name: pv}, spec:"
        + " {awsElasticBlockStore: {volumeID: v}}}";
    String bound =
        "boundObjectRef: {apiVersion: v1, kind: Pod, name: own, uid: pod-uid}, audiences: [%s]";
    for (String audience : List.of("vault", "disks", "ebs")) {
      assertThat(TestCall.refusal(token(bound.formatted(audience))
              .by(KUBELET)
              .amid(NODE, pod, csi, ebs, claim, volume)
              .admit(plugin)))
          .isEmpty();
    }
    assertThat(TestCall.refusal(
            token(bound.formatted("ebs")).by(KUBELET).amid(NODE, pod, csi).admit(plugin)))
        .endsWith("error validating audience \"ebs\": persistentvolumeclaim \"data\" not found");
  }

  @Test
  void certificatesAreForTheNode() {
    String request = "{apiVersion: certificates.k8s.io/v1, kind: CertificateSigningRequest,"
        + " metadata: {name: r}, spec: {signerName: kubernetes.io/%s, request: %s}}";
    assertThat(refusal(
            TestCall.create(request.formatted("kubelet-serving", CertificateRequests.OF_WORKER))))
        .isEmpty();
    assertThat(refusal(
            TestCall.create(request.formatted("kubelet-serving", CertificateRequests.OF_MASTER))))
        .isEqualTo("403 certificatesigningrequests.certificates.k8s.io \"r\" is forbidden: can only"
            + " create a node CSR with CN=system:node:worker");
    assertThat(refusal(TestCall.create(request.formatted("kubelet-serving", "bm9uc2Vuc2U="))))
        .endsWith("unable to parse csr: PEM block type must be CERTIFICATE REQUEST");
    assertThat(refusal(TestCall.create(
            request.formatted("kube-apiserver-client", CertificateRequests.OF_MASTER))))
        .isEmpty();
  }

  private static TestCall podCertificate(String node, String pod, String more) {
    return TestCall.create("{apiVersion: certificates.k8s.io/v1beta1, kind: PodCertificateRequest,"
        + " metadata: {name: r, namespace: shop}, spec: {signerName: example.com/s, nodeName: "
        + node + ", podName: " + pod + ", " + more + "}}");
  }

  @Test
  void certificatesOfPodsAreForPodsOfTheNode() {
    String account = "{apiVersion: v1, kind: ServiceAccount, metadata: {name: robot, namespace:"
        + " shop, uid: account-uid}}";
    String right = "nodeUID: node-uid, podUID: pod-uid, serviceAccountName: robot,"
        + " serviceAccountUID: account-uid";
    assertThat(refusal(podCertificate("other", "own", right)))
        .endsWith("PodCertificateRequest.Spec.NodeName=\"other\", which is not the requesting node"
            + " \"worker\"");
    assertThat(refusal(podCertificate("worker", "own", right.replace("node-uid", "u"))))
        .isEqualTo("500 PodCertificateRequest for pod \"shop/own\" names node UID \"u\","
            + " inconsistent with the running node (\"node-uid\")");
    assertThat(refusal(podCertificate("worker", "ghost", right)))
        .isEqualTo("500 while retrieving pod \"shop/ghost\" named in the PodCertificateRequest: pod"
            + " \"ghost\" not found");
    assertThat(refusal(podCertificate("worker", "own", right.replace("pod-uid", "u"))))
        .isEqualTo("500 PodCertificateRequest for pod \"shop/own\" contains pod UID (\"u\") which"
            + " differs from running pod \"pod-uid\"");
    assertThat(refusal(podCertificate("worker", "own", right.replace("Name: robot", "Name: eve"))))
        .endsWith("PodCertificateRequest for pod \"shop/own\" contains serviceAccountName (\"eve\")"
            + " that differs from running pod (\"robot\")");
    assertThat(refusal(
            podCertificate("worker", "own", right.replace("account-uid", "u")).amid(account)))
        .isEqualTo("500 PodCertificateRequest for pod \"shop/own\" names service account UID \"u\","
            + " which differs from the running service account (\"account-uid\")");
    assertThat(refusal(podCertificate("worker", "own", right).amid(account)))
        .endsWith("pod \"shop/own\" does not mount a podCertificate projected volume for signer"
            + " \"example.com/s\"");
    assertThat(refusal(podCertificate("worker", "own", right)
            .amid(account)
            .allowing(asked ->
                asked.startsWith("request-serviceaccounts-podcertificate-signer example.com:s"))))
        .isEmpty();
  }
}
