package io.plimsoll.core.registry.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.validation.WriteOutcome;
import org.junit.jupiter.api.Test;

class PodPreparationTest {

  @Test
  void amountsAndQualitiesOfService() {
    WriteOutcome outcome = Pods.create(Pods.withSpec("""
            {resources: {requests: {memory: 1Gi}}, containers: [{name: app, image: nginx,
            resources: {requests: {cpu: 100m}}}]}
            """));
    assertThat(Pods.at(outcome, "spec.resources"))
        .isEqualTo("{\"requests\":{\"memory\":\"1Gi\",\"cpu\":\"100m\"}}");
    assertThat(Pods.at(outcome, "status"))
        .isEqualTo("{\"phase\":\"Pending\",\"qosClass\":\"Burstable\"}");
    WriteOutcome outcome2 = Pods.create(Pods.withSpec("""
            {containers: [{name: app, image: nginx, resources: {limits: {cpu: 100m,
            memory: 1Gi}}}]}
            """));
    assertThat(Pods.at(outcome2, "spec.containers[0].resources.requests"))
        .isEqualTo("{\"cpu\":\"100m\",\"memory\":\"1Gi\"}");
    assertThat(Pods.at(outcome2, "status.qosClass")).isEqualTo("\"Guaranteed\"");
    WriteOutcome outcome3 = Pods.create(Pods.withSpec("""
            {containers: [{name: app, image: nginx, resources: {requests: {cpu: 100m},
            limits: {cpu: 100m, memory: 1Gi}}}, {name: b, image: b}]}
            """));
    assertThat(Pods.at(outcome3, "status.qosClass")).isEqualTo("\"Burstable\"");
    WriteOutcome outcome4 = Pods.create(Pods.withSpec("""
            {resources: {requests: {cpu: 1, memory: 1Gi}, limits: {cpu: 1, memory: 1Gi}}}
            """));
    assertThat(Pods.at(outcome4, "status.qosClass")).isEqualTo("\"Guaranteed\"");
  }

  @Test
  void podsAtGatesAreNotScheduled() {
    WriteOutcome outcome = Pods.create(Pods.withSpec("{schedulingGates: [{name: example.com/a}]}"));
    assertThat(Pods.at(outcome, "status.conditions"))
        .isEqualTo(
            "[{\"type\":\"PodScheduled\",\"status\":\"False\",\"lastProbeTime\":null,\"lastTransitionTime\":\"2026-01-01T00:00:00Z\",\"reason\":\"SchedulingGated\",\"message\":\"Scheduling is blocked due to non-empty scheduling gates\"}]");
  }

  @Test
  void labelsGoIntoSelectors() {
    WriteOutcome outcome = Pods.create(Pods.tree("""
            {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop,
            labels: {app: web}}, spec: {containers: [{name: app, image: nginx}],
            topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone,
            whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {a: b}},
            matchLabelKeys: [app, other]}],
            affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: zone,
            labelSelector: {matchLabels: {a: b}}, matchLabelKeys: [app]}]},
            podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1,
            podAffinityTerm: {topologyKey: zone, labelSelector: {matchLabels: {a: b}},
            mismatchLabelKeys: [app]}}]}}}}
            """));
    assertThat(Pods.at(outcome, "spec.topologySpreadConstraints[0].labelSelector"))
        .isEqualTo(
            "{\"matchLabels\":{\"a\":\"b\"},\"matchExpressions\":[{\"key\":\"app\",\"operator\":\"In\",\"values\":[\"web\"]}]}");
    assertThat(
            Pods.at(
                outcome,
                "spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector"))
        .isEqualTo(
            "{\"matchLabels\":{\"a\":\"b\"},\"matchExpressions\":[{\"key\":\"app\",\"operator\":\"In\",\"values\":[\"web\"]}]}");
    assertThat(
            Pods.at(
                outcome,
                "spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.labelSelector"))
        .isEqualTo(
            "{\"matchLabels\":{\"a\":\"b\"},\"matchExpressions\":[{\"key\":\"app\",\"operator\":\"NotIn\",\"values\":[\"web\"]}]}");
  }

  @Test
  void annotationsBecomeAppArmorProfiles() {
    WriteOutcome outcome = Pods.create(Pods.tree("""
            {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop,
            annotations: {container.apparmor.security.beta.kubernetes.io/app: localhost/p,
            container.apparmor.security.beta.kubernetes.io/init: runtime/default}},
            spec: {initContainers: [{name: init, image: i}, {name: own, image: o}],
            containers: [{name: app, image: nginx}]}}
            """));
    assertThat(Pods.said(outcome))
        .containsExactly(
            "warning: metadata.annotations[container.apparmor.security.beta.kubernetes.io/init]: deprecated since v1.30; use the \"appArmorProfile\" field instead",
            "warning: metadata.annotations[container.apparmor.security.beta.kubernetes.io/app]: deprecated since v1.30; use the \"appArmorProfile\" field instead");
    assertThat(Pods.at(outcome, "spec.containers[0].securityContext"))
        .isEqualTo("{\"appArmorProfile\":{\"type\":\"Localhost\",\"localhostProfile\":\"p\"}}");
    assertThat(Pods.at(outcome, "spec.initContainers[0].securityContext"))
        .isEqualTo("{\"appArmorProfile\":{\"type\":\"RuntimeDefault\"}}");
    assertThat(Pods.at(outcome, "spec.initContainers[1].securityContext")).isEqualTo("null");
    assertThat(Pods.said(Pods.create(Pods.tree("""
            {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop,
            annotations: {container.apparmor.security.beta.kubernetes.io/app: runtime/default}},
            spec: {securityContext: {appArmorProfile: {type: Unconfined}},
            containers: [{name: app, image: nginx,
            securityContext: {appArmorProfile: {type: Localhost, localhostProfile: p}}}]}}
            """))))
        .containsExactly(
            "spec.containers[0].securityContext.appArmorProfile.type: Forbidden: apparmor type in annotation and field must match");
    WriteOutcome outcome2 = Pods.create(Pods.tree("""
            {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop,
            annotations: {container.apparmor.security.beta.kubernetes.io/app: runtime/default}},
            spec: {securityContext: {appArmorProfile: {type: RuntimeDefault}},
            containers: [{name: app, image: nginx}]}}
            """));
    assertThat(Pods.at(outcome2, "spec.containers[0].securityContext")).isEqualTo("null");
    WriteOutcome outcome3 = Pods.create(Pods.tree("""
            {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop,
            annotations: {container.apparmor.security.beta.kubernetes.io/app: unconfined}},
            spec: {os: {name: windows}, containers: [{name: app, image: nginx}]}}
            """));
    assertThat(Pods.at(outcome3, "spec.containers[0].securityContext")).isEqualTo("null");
  }

  @Test
  void fieldsOfFeaturesThatAreOffGoAway() {
    WriteOutcome outcome = Pods.create(Pods.tree("""
            {apiVersion: v1, kind: Pod, metadata: {generateName: web-, namespace: shop},
            spec: {evictionResponders: [{name: a}], containers: [{name: app, image: nginx}]}}
            """));
    assertThat(Pods.at(outcome, "metadata.name")).isEqualTo("\"web-xxxxx\"");
    assertThat(Pods.at(outcome, "spec.evictionResponders")).isEqualTo("null");
  }
}
