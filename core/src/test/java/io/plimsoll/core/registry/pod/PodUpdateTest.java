package io.plimsoll.core.registry.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.validation.WriteOutcome;
import org.junit.jupiter.api.Test;

class PodUpdateTest {

  @Test
  void onlyImagesDeadlinesAndTolerationsChange() {
    MappingValue old = Pods.stored(Pods.withSpec("""
            {activeDeadlineSeconds: 60, tolerations: [{key: a, operator: Exists,
            effect: NoExecute}]}
            """));
    WriteOutcome outcome = Pods.update(old, Pods.spec("""
            {containers: [{name: app, image: "nginx:2", imagePullPolicy: Always}]}
            """));
    assertThat(Pods.said(outcome)).isEmpty();
    assertThat(Pods.at(outcome, "metadata.generation")).isEqualTo("2");
    assertThat(Pods.said(
            Pods.update(old, Pods.spec("{containers: [{name: app, image: \"nginx:2\"}]}"))))
        .containsExactly("spec: Forbidden: pod updates may not change fields other than …");
    assertThat(
            Pods.said(Pods.update(old, Pods.spec("{containers: [{name: other, image: nginx}]}"))))
        .containsExactly("spec: Forbidden: pod updates may not change fields other than …");
    assertThat(Pods.said(Pods.update(
            old, Pods.spec("{containers: [{name: app, image: nginx}, {name: b, image: b}]}"))))
        .containsExactly(
            "spec.containers: Forbidden: pod updates may not add or remove containers");
    assertThat(Pods.said(
            Pods.update(old, Pods.spec("{containers: [{name: app, image: \" nginx\"}]}"))))
        .containsExactly(
            "spec.containers[0].image: Invalid value: \" nginx\": must not have leading or trailing whitespace",
            "spec: Forbidden: pod updates may not change fields other than …");
    assertThat(Pods.said(Pods.update(old, Pods.spec("{activeDeadlineSeconds: 59}"))))
        .isEmpty();
    assertThat(Pods.said(Pods.update(old, Pods.spec("{activeDeadlineSeconds: 61}"))))
        .containsExactly(
            "spec.activeDeadlineSeconds: Invalid value: 61: must be less than or equal to previous value");
    assertThat(Pods.said(Pods.update(old, Pods.spec("{activeDeadlineSeconds: -1}"))))
        .containsExactly(
            "spec.activeDeadlineSeconds: Invalid value: -1: must be between 1 and 2147483647, inclusive",
            "spec.activeDeadlineSeconds: Invalid value: -1: must be between 0 and 2147483647, inclusive");
    assertThat(Pods.said(Pods.update(old, Pods.spec("{activeDeadlineSeconds: 2147483648}"))))
        .containsExactly(
            "spec.activeDeadlineSeconds: Invalid value: 2147483648: must be between 1 and 2147483647, inclusive",
            "spec.activeDeadlineSeconds: Invalid value: 2147483648: must be between 0 and 2147483647, inclusive");
    assertThat(Pods.said(Pods.update(old, Pods.spec("{activeDeadlineSeconds: null}"))))
        .containsExactly(
            "spec.activeDeadlineSeconds: Invalid value: null: must not update from a positive integer to nil value");
    assertThat(Pods.said(Pods.update(old, Pods.spec("""
            {tolerations: [{key: a, operator: Exists, effect: NoExecute, tolerationSeconds: 5},
            {key: b, value: c, operator: Equal}]}
            """)))).isEmpty();
    assertThat(Pods.said(Pods.update(
            old, Pods.spec("{tolerations: [{key: a, operator: Exists, effect: NoSchedule}]}"))))
        .containsExactly(
            "spec.tolerations: Forbidden: existing toleration can not be modified except its tolerationSeconds");
    assertThat(Pods.said(Pods.update(old, Pods.spec("""
            {tolerations: [{key: a, operator: Exists, effect: NoExecute}, {key: b,
            operator: In}]}
            """))))
        .containsExactly(
            "spec.tolerations[1].operator: Unsupported value: \"In\": supported values: \"Equal\", \"Exists\"");
    assertThat(Pods.said(Pods.update(old, Pods.spec("{hostNetwork: true}"))))
        .containsExactly("spec: Forbidden: pod updates may not change fields other than …");
    assertThat(Pods.said(Pods.update(old, Pods.spec("{restartPolicy: Never}"))))
        .containsExactly("spec: Forbidden: pod updates may not change fields other than …");
    assertThat(Pods.said(Pods.update(old, Pods.spec("{terminationGracePeriodSeconds: 1}"))))
        .containsExactly("spec: Forbidden: pod updates may not change fields other than …");
    old = Pods.spec("{terminationGracePeriodSeconds: -5}").apply(old);
    assertThat(Pods.said(Pods.update(old, Pods.spec("{terminationGracePeriodSeconds: 1}"))))
        .isEmpty();
    assertThat(Pods.said(Pods.update(old, Pods.spec("{terminationGracePeriodSeconds: 2}"))))
        .containsExactly("spec: Forbidden: pod updates may not change fields other than …");
    WriteOutcome outcome2 = Pods.update(old, Pods.metadata("{labels: {a: b}}"));
    assertThat(Pods.said(outcome2)).isEmpty();
    assertThat(Pods.at(outcome2, "metadata.generation")).isEqualTo("2");
    assertThat(Pods.said(Pods.update(old, Pods.metadata("{labels: {a: \"b c\"}}"))))
        .containsExactly(
            "metadata.labels: Invalid value: \"b c\": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. …)");
    assertThat(Pods.said(
            Pods.update(old, Pods.metadata("{annotations: {kubernetes.io/config.mirror: x}}"))))
        .containsExactly(
            "metadata.annotations[kubernetes.io/config.mirror]: Invalid value: \"x\": must set spec.nodeName if mirror pod annotation is set",
            "metadata.annotations[kubernetes.io/config.mirror]: Forbidden: may not add mirror pod annotation");
    assertThat(Pods.said(Pods.update(old, Pods.metadata("""
            {annotations: {container.apparmor.security.beta.kubernetes.io/app: runtime/default}}
            """))))
        .containsExactly(
            "metadata.annotations[container.apparmor.security.beta.kubernetes.io/app]: Forbidden: may not add AppArmor annotations");
  }

  @Test
  void gatedPodsMayAskForFewerNodes() {
    MappingValue old = Pods.stored(Pods.withSpec("""
            {schedulingGates: [{name: example.com/a}, {name: example.com/b}],
            nodeSelector: {disk: ssd},
            affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: a,
            operator: Exists}]}]}}}}
            """));
    assertThat(Pods.said(Pods.update(old, Pods.spec("{schedulingGates: [{name: example.com/b}]}"))))
        .isEmpty();
    assertThat(Pods.said(Pods.update(
            old, Pods.spec("{schedulingGates: [{name: example.com/b}, {name: example.com/c}]}"))))
        .containsExactly(
            "spec.schedulingGates[1].name: Forbidden: only deletion is allowed, but found new scheduling gate 'example.com/c'");
    assertThat(Pods.said(Pods.update(old, Pods.spec("{schedulingGates: null}"))))
        .isEmpty();
    assertThat(Pods.said(Pods.update(old, Pods.spec("{nodeSelector: {disk: ssd, zone: a}}"))))
        .isEmpty();
    assertThat(Pods.said(Pods.update(old, Pods.spec("{nodeSelector: {disk: hdd}}"))))
        .containsExactly(
            "spec.nodeSelector: Invalid value: {\"disk\":\"hdd\"}: only additions to spec.nodeSelector are allowed (no mutations or deletions)");
    assertThat(Pods.said(Pods.update(old, Pods.spec("{nodeSelector: null}"))))
        .containsExactly(
            "spec.nodeSelector: Invalid value: null: only additions to spec.nodeSelector are allowed (no mutations or deletions)");
    assertThat(Pods.said(Pods.update(old, Pods.spec("""
            {affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: a,
            operator: Exists}, {key: b, operator: Exists}]}]}}}}
            """)))).isEmpty();
    assertThat(Pods.said(Pods.update(old, Pods.spec("""
            {affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: a,
            operator: Exists}], matchFields: [{key: metadata.name, operator: In,
            values: [node-1]}]}]}}}}
            """)))).isEmpty();
    assertThat(Pods.said(Pods.update(old, Pods.spec("""
            {affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: b,
            operator: Exists}]}]}}}}
            """))))
        .containsExactly(
            "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0]: Invalid value: {\"MatchExpressions\":[{\"Key\":\"b\",\"Operator\":\"Exists\",\"Values\":null}],\"MatchFields\":null}: only additions are allowed (no mutations or deletions)");
    assertThat(Pods.said(Pods.update(old, Pods.spec("""
            {affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: a,
            operator: Exists}]}, {matchExpressions: [{key: b, operator: Exists}]}]}}}}
            """))))
        .containsExactly(
            "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms: Invalid value: [{\"MatchExpressions\":[{\"Key\":\"a\",\"Operator\":\"Exists\",\"Values\":null}],\"MatchFields\":null},{\"MatchExpressions\":[{\"Key\":\"b\",\"Operator\":\"Exists\",\"Values\":null}],\"MatchFields\":null}]: no additions/deletions to non-empty NodeSelectorTerms list are allowed");
    assertThat(Pods.said(Pods.update(old, Pods.spec("""
            {affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: a,
            operator: Exists}]}]}},
            podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{labelSelector: {matchLabels: {a: b}},
            topologyKey: t}]}}}
            """))))
        .containsExactly("spec: Forbidden: pod updates may not change fields other than …");
    assertThat(Pods.said(Pods.update(old, Pods.spec("{affinity: null}"))))
        .containsExactly(
            "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms: Invalid value: null: no additions/deletions to non-empty NodeSelectorTerms list are allowed");
  }

  @Test
  void gatedPodsMayComeToCareForNodes() {
    MappingValue old = Pods.stored(Pods.withSpec("{schedulingGates: [{name: example.com/a}]}"));
    assertThat(Pods.said(Pods.update(old, Pods.spec("""
            {affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: a,
            operator: Exists}]}]}}}}
            """)))).isEmpty();
    assertThat(Pods.said(Pods.update(old, Pods.spec("{nodeSelector: {disk: ssd}}"))))
        .isEmpty();
    assertThat(Pods.said(
            Pods.update(old, Pods.spec("{schedulingGates: null, nodeSelector: {disk: ssd}}"))))
        .isEmpty();
    assertThat(Pods.said(Pods.update(old, Pods.spec("""
            {affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{labelSelector: {matchLabels: {a: b}},
            topologyKey: t}]}}}
            """))))
        .containsExactly("spec: Forbidden: pod updates may not change fields other than …");
  }

  @Test
  void podsOnTheirNodesDoNotChangeTheirSelector() {
    MappingValue old = Pods.stored(Pods.withSpec("{nodeName: n1}"));
    assertThat(Pods.said(Pods.update(old, Pods.spec("{nodeSelector: {disk: ssd}}"))))
        .containsExactly("spec: Forbidden: pod updates may not change fields other than …");
    assertThat(Pods.said(Pods.update(old, Pods.spec("{nodeName: n2}"))))
        .containsExactly("spec: Forbidden: pod updates may not change fields other than …");
    assertThat(Pods.said(Pods.update(old, Pods.metadata("{name: other}"))))
        .containsExactly("metadata.name: Invalid value: \"other\": field is immutable");
    assertThat(Pods.said(Pods.update(
            old,
            Pods.metadata("{annotations: {scheduler.alpha.kubernetes.io/tolerations: \"[]\"}}"))))
        .isEmpty();
  }
}
