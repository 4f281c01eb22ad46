package io.plimsoll.core.apiserver;

import static io.plimsoll.core.apiserver.Shop.field;
import static io.plimsoll.core.apiserver.Shop.handle;
import static io.plimsoll.core.apiserver.Shop.summary;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.request.ApiRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusStrategyTest {

  private static final String META = "metadata: {name: a, namespace: shop, labels: {x: old}}";

  private static final ServerState STATE = Shop.holding(
      "{apiVersion: v1, kind: Namespace, metadata: {name: shop}, spec: {finalizers: [kubernetes]}, status: {phase: Active}}",
      "{apiVersion: apps/v1, kind: Deployment, " + META
          + ", spec: {selector: {matchLabels: {x: old}}, template: {metadata: {labels: {x: old}}, spec: {containers: [{name: c, image: i}]}}}, status: {collisionCount: 2}}",
      "{apiVersion: apps/v1, kind: StatefulSet, " + META + "}",
      "{apiVersion: apps/v1, kind: DaemonSet, " + META + "}",
      "{apiVersion: apps/v1, kind: ReplicaSet, " + META + "}",
      "{apiVersion: v1, kind: ReplicationController, " + META + "}",
      "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, " + META + "}",
      "{apiVersion: v1, kind: ResourceQuota, " + META + "}",
      "{apiVersion: v1, kind: Service, " + META
          + ", spec: {type: LoadBalancer, ports: [{port: 80}]}}",
      "{apiVersion: v1, kind: Service, metadata: {name: plain, namespace: shop}, spec: {type: ClusterIP, ports: [{port: 80}]}}",
      "{apiVersion: networking.k8s.io/v1, kind: Ingress, " + META + "}",
      "{apiVersion: resource.k8s.io/v1, kind: ResourceClaim, " + META + "}",
      "{apiVersion: networking.k8s.io/v1, kind: ServiceCIDR, metadata: {name: a, labels: {x: old}}}",
      "{apiVersion: storage.k8s.io/v1, kind: VolumeAttachment, metadata: {name: a, labels: {x: old}}, spec: {attacher: a, nodeName: n1, source: {persistentVolumeName: p}}}",
      "{apiVersion: policy/v1, kind: PodDisruptionBudget, " + META + "}",
      "{apiVersion: v1, kind: PersistentVolume, metadata: {name: a}, status: {phase: Available, lastPhaseTransitionTime: '2025-01-01T00:00:00Z'}}",
      "{apiVersion: flowcontrol.apiserver.k8s.io/v1, kind: FlowSchema, metadata: {name: a, labels: {x: old}}}",
      "{apiVersion: v1, kind: Pod, " + META
          + ", spec: {nodeName: n1, restartPolicy: Never, serviceAccountName: default, containers: [{name: c, image: i}]}, status: {phase: Running, qosClass: BestEffort, observedGeneration: 3, conditions: [{type: Ready, status: 'True', observedGeneration: 2}], containerStatuses: [{name: c, state: {terminated: {exitCode: 1}}}]}}");

  private static Response patch(String path, String patch) {
    return handle(
        STATE,
        ApiRequest.of("PATCH", path + "/status").withBody("application/merge-patch+json", patch));
  }

  private static String path(String path) {
    return path.replace("@", "namespaces/shop");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/apis/apps/v1/@/deployments/a|old|b",
        "/apis/apps/v1/@/daemonsets/a|new|b",
        "/apis/apps/v1/@/replicasets/a|new|b",
        "/api/v1/@/services/a|new|b",
        "/api/v1/@/pods/a|new|b",
        "/apis/resource.k8s.io/v1/@/resourceclaims/a|old|",
        "/apis/networking.k8s.io/v1/servicecidrs/a|old|",
        "/apis/storage.k8s.io/v1/volumeattachments/a|old|",
        "/apis/flowcontrol.apiserver.k8s.io/v1/flowschemas/a|old|",
      })
  void itDependsOnTheKindWhichMetadataAStatusChanges(String path, String label, String annotation) {
    Response patched = patch(
        path(path),
        "{\"metadata\": {\"labels\": {\"x\": \"new\"}, \"annotations\": {\"a\": \"b\"}}}");

    assertThat(patched.message()).isEmpty();
    assertThat(field(patched, "metadata", "labels", "x")).isEqualTo(label);
    assertThat(field(patched, "metadata", "annotations", "a"))
        .isEqualTo(annotation == null ? "" : annotation);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/api/v1/namespaces/shop|{\"phase\": \"Terminating\"}|Namespace \"shop\" is invalid: status.Phase: Invalid value: \"Terminating\": may only be 'Active' if `deletionTimestamp` is empty",
        "/apis/apps/v1/@/deployments/a|{\"replicas\": -1, \"collisionCount\": 1}|Deployment.apps \"a\" is invalid: [status.replicas: Invalid value: -1: must be greater than or equal to 0, status.updatedReplicas: Invalid value: 0: cannot be greater than status.replicas, status.readyReplicas: Invalid value: 0: cannot be greater than status.replicas, status.availableReplicas: Invalid value: 0: cannot be greater than status.replicas, status.collisionCount: Invalid value: 1: cannot be decremented]",
        "/apis/apps/v1/@/replicasets/a|{\"replicas\": 1, \"availableReplicas\": 1}|ReplicaSet.apps \"a\" is invalid: status.availableReplicas: Invalid value: 1: cannot be greater than readyReplicas",
        "/apis/apps/v1/@/statefulsets/a|{\"replicas\": 1, \"availableReplicas\": 1}|StatefulSet.apps \"a\" is invalid: status.availableReplicas: Invalid value: 1: cannot be greater than status.readyReplicas",
        "/api/v1/@/replicationcontrollers/a|{\"fullyLabeledReplicas\": 1}|ReplicationController \"a\" is invalid: status.fullyLabeledReplicas: Invalid value: 1: cannot be greater than status.replicas",
        "/apis/apps/v1/@/daemonsets/a|{\"numberReady\": -1}|DaemonSet.apps \"a\" is invalid: status.numberReady: Invalid value: -1: must be greater than or equal to 0",
        "/apis/autoscaling/v2/@/horizontalpodautoscalers/a|{\"currentReplicas\": -1}|HorizontalPodAutoscaler.autoscaling \"a\" is invalid: status.currentReplicas: Invalid value: -1: must be greater than or equal to 0",
        "/api/v1/@/resourcequotas/a|{\"hard\": {\"pods\": \"-1\"}}|ResourceQuota \"a\" is invalid: status.hard[pods]: Invalid value: \"-1\": must be greater than or equal to 0",
        "/apis/policy/v1/@/poddisruptionbudgets/a|{\"currentHealthy\": -1, \"conditions\": [{\"type\": \"A\", \"status\": \"No\", \"reason\": \"1\", \"observedGeneration\": -1}, {\"type\": \"A\", \"status\": \"True\", \"lastTransitionTime\": \"2026-01-01T00:00:00Z\"}]}|PodDisruptionBudget.policy \"a\" is invalid: [status.conditions[0].status: Unsupported value: \"No\": supported values: \"False\", \"True\", \"Unknown\", status.conditions[0].observedGeneration: Invalid value: -1: must be greater than or equal to zero, status.conditions[0].lastTransitionTime: Required value, status.conditions[0].reason: Invalid value: \"1\": a condition reason must start with alphabetic character, optionally followed by a string of alphanumeric characters or '_,:', and must end with an alphanumeric character or '_' (e.g. 'my_name',  or 'MY_NAME',  or 'MyName',  or 'ReasonA,ReasonB',  or 'ReasonA:ReasonB', regex used for validation is '[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?'), status.conditions[1]: Duplicate value: \"A\", status.conditions[1].reason: Required value, status.currentHealthy: Invalid value: -1: must be greater than or equal to 0]",
        "/api/v1/@/services/plain|{\"loadBalancer\": {\"ingress\": [{\"ip\": \"10.0.0.1\"}]}}|Service \"plain\" is invalid: status.loadBalancer.ingress: Forbidden: may only be used when `spec.type` is 'LoadBalancer'",
        "/api/v1/@/services/a|{\"loadBalancer\": {\"ingress\": [{\"ip\": \"010.0.0.1\", \"ipMode\": \"Some\"}, {\"hostname\": \"1.2.3.4\", \"ipMode\": \"VIP\"}]}}|Service \"a\" is invalid: [status.loadBalancer.ingress[0].ip: Invalid value: \"010.0.0.1\": must not have leading 0s, status.loadBalancer.ingress[0].ipMode: Unsupported value: \"Some\": supported values: \"Proxy\", \"VIP\", status.loadBalancer.ingress[1].ipMode: Forbidden: may not be specified when `ip` is not set, status.loadBalancer.ingress[1].hostname: Invalid value: \"1.2.3.4\": must be a DNS name, not an IP address]",
        "/apis/networking.k8s.io/v1/@/ingresses/a|{\"loadBalancer\": {\"ingress\": [{\"ip\": \"x\"}]}}|Ingress.networking.k8s.io \"a\" is invalid: status.loadBalancer.ingress[0].ip: Invalid value: \"x\": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)",
        "/api/v1/@/pods/a|{\"nominatedNodeName\": \"n2\", \"qosClass\": \"Burstable\"}|Pod \"a\" is invalid: [status.nominatedNodeName: Forbidden: may not be set on pods that are already bound to a node, status.qosClass: Invalid value: \"Burstable\": field is immutable]",
        "/api/v1/@/pods/a|{\"conditions\": [{\"type\": \"!\", \"status\": \"True\", \"observedGeneration\": -1}]}|Pod \"a\" is invalid: [status.conditions[0].observedGeneration: Invalid value: -1: must be a non-negative integer, status.conditions[0].Type: Invalid value: \"!\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')]",
        "/api/v1/@/pods/a|{\"containerStatuses\": [{\"name\": \"c\", \"state\": {\"running\": {}}}]}|Pod \"a\" is invalid: status.containerStatuses[0].state: Forbidden: may not be transitioned to non-terminated state",
        "/api/v1/@/pods/a|{\"podIP\": \"10.0.0.1\", \"podIPs\": [{\"ip\": \"10.0.0.1\"}, {\"ip\": \"10.0.0.2\"}], \"hostIP\": \"10.1.0.1\", \"hostIPs\": [{\"ip\": \"10.1.0.2\"}]}|Pod \"a\" is invalid: [status.podIPs: Invalid value: [{\"IP\":\"10.0.0.1\"},{\"IP\":\"10.0.0.2\"}]: may specify no more than one IP for each IP family, status.hostIPs[0].ip: Invalid value: \"10.1.0.2\": must be equal to `hostIP`]",
      })
  void aStatusThatCannotBeIsRefused(String path, String status, String refusal) {
    assertThat(summary(patch(path(path), "{\"status\": " + status + "}")))
        .isEqualTo("422 Invalid: " + refusal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"phase\": \"Bound\"}|2026-01-01T00:00:00Z",
        "{\"phase\": \"Bound\", \"lastPhaseTransitionTime\": \"2025-06-01T00:00:00Z\"}|2025-06-01T00:00:00Z",
        "{\"lastPhaseTransitionTime\": null}|2025-01-01T00:00:00Z",
      })
  void aVolumeIsInItsPhaseSinceThen(String status, String since) {
    Response patched = patch("/api/v1/persistentvolumes/a", "{\"status\": " + status + "}");

    assertThat(field(patched, "status", "lastPhaseTransitionTime")).isEqualTo(since);
  }

  @Test
  void whoDoesNotKnowOfItTakesNothingFromAPod() {
    Response patched = patch(
        Shop.PODS + "/a",
        "{\"status\": {\"qosClass\": null, \"observedGeneration\": null, \"conditions\": [{\"type\": \"Ready\", \"status\": \"False\"}]}}");

    assertThat(field(patched, "status", "qosClass")).isEqualTo("BestEffort");
    assertThat(field(patched, "status", "observedGeneration")).isEqualTo("3");
    assertThat(patched.object().orElseThrow().toString())
        .contains("\"type\":\"Ready\",\"status\":\"False\"")
        .contains("\"observedGeneration\":2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Always|1|``|200",
        "OnFailure|1|``|200",
        "OnFailure|0|``|422",
        "Never|1|, restartPolicy: Always|200",
        "Never|1|, restartPolicy: Never, restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [1]}}]|200",
        "Never|2|, restartPolicy: Never, restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [1]}}]|422",
        "Never|2|, restartPolicy: Never, restartPolicyRules: [{action: RestartAllContainers, exitCodes: {operator: In, values: [1]}}]|200",
      })
  void aContainerRunsAgainIfItIsRestarted(String policy, int code, String container, int answer) {
    ServerState state = Shop.holding("{apiVersion: v1, kind: Pod, " + META
        + ", spec: {restartPolicy: " + policy + ", containers: [{name: c, image: i" + container
        + "}]}, status: {containerStatuses: [{name: c, state: {terminated: {exitCode: " + code
        + "}}}]}}");
    ApiRequest request = ApiRequest.of("PATCH", Shop.PODS + "/a/status")
        .withBody(
            "application/merge-patch+json",
            "{\"status\": {\"containerStatuses\": [{\"name\": \"c\", \"state\": {\"running\": {}}}]}}");

    assertThat(handle(state, request).code()).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "example.com/x|200 : ",
        "x|422 Invalid: Namespace \"shop\" is invalid: spec.finalizers[0]: Invalid value: \"x\": name is neither a standard finalizer name nor is it fully qualified",
      })
  void aNamespaceIsFinalizedByNamesOfADomain(String finalizer, String answer) {
    ApiRequest request = Shop.send(
        "PUT",
        "/api/v1/namespaces/shop/finalize",
        "{\"metadata\": {\"name\": \"shop\"}, \"spec\": {\"finalizers\": [\"" + finalizer
            + "\"]}}");

    assertThat(summary(handle(STATE, request)).strip()).isEqualTo(answer.strip());
  }
}
