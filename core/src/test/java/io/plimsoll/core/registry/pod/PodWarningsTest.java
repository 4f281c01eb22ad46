package io.plimsoll.core.registry.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PodWarningsTest {

  @Test
  void whatIsOddIsRemarkedInUpstreamsOrder() {
    var pod = Pods.tree("""
        apiVersion: v1
        kind: Pod
        metadata:
          name: web.x
          annotations: {container.apparmor.security.beta.kubernetes.io/app: localhost/p, seccomp.security.alpha.kubernetes.io/pod: runtime/default, scheduler.alpha.kubernetes.io/critical-pod: ""}
        spec:
          nodeSelector: {beta.kubernetes.io/os: linux}
          containers:
          - {name: app, image: i, env: [{name: A, value: a}, {name: A, value: b}], ports: [{containerPort: 80, name: http}, {containerPort: 80, hostPort: 8080}, {containerPort: 81, hostIP: 1.2.3.4}, {containerPort: 80, hostPort: 8080, hostIP: 1.2.3.4}]}
          - {name: b, image: i, ports: [{containerPort: 82, name: http}], resources: {limits: {memory: 1500m}}}
          imagePullSecrets: [{name: ""}, {name: a}, {name: a}]
          hostAliases: [{ip: "::1"}, {ip: "::1"}, {ip: "0:0::1"}]
          terminationGracePeriodSeconds: -1
          topologySpreadConstraints: [{maxSkew: 1, topologyKey: failure-domain.beta.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule}]
          affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, preference: {matchExpressions: [{key: beta.kubernetes.io/arch, operator: In, values: ["a b"]}]}}]}, podAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, podAffinityTerm: {topologyKey: z}}]}}
          volumes: [{name: a, storageos: {volumeName: v}}, {name: b, gitRepo: {repository: r}}, {name: c, configMap: {name: c, items: [{key: a, path: x}, {key: b, path: x/y}]}}, {name: d, projected: {sources: [{}, {secret: {name: s, items: [{key: a, path: p}]}}, {downwardAPI: {items: [{path: p/, fieldRef: {fieldPath: metadata.name}}]}}]}}]
        """);

    assertThat(Pods.said(Pods.create(pod)))
        .containsExactly(
            "warning: metadata.annotations[container.apparmor.security.beta.kubernetes.io/app]: deprecated since v1.30; use the \"appArmorProfile\" field instead",
            "warning: metadata.name: this is used in the Pod's hostname, which can result in surprising behavior; a DNS label is recommended: [must not contain dots]",
            "warning: spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use \"kubernetes.io/os\" instead",
            "warning: spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].preference.matchExpressions[0].key: beta.kubernetes.io/arch is deprecated since v1.14; use \"kubernetes.io/arch\" instead",
            "warning: spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].preference.matchExpressions[0].values[0]: a b is invalid, a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. …)",
            "warning: spec.topologySpreadConstraints[0].topologyKey: failure-domain.beta.kubernetes.io/zone is deprecated since v1.17; use \"topology.kubernetes.io/zone\" instead",
            "warning: spec.topologySpreadConstraints[0].labelSelector: a null labelSelector results in matching no pod",
            "warning: metadata.annotations[scheduler.alpha.kubernetes.io/critical-pod]: non-functional in v1.16+; use the \"priorityClassName\" field instead",
            "warning: spec.volumes[0].storageOS: deprecated in v1.22, non-functional in v1.25+",
            "warning: spec.volumes[1].gitRepo: deprecated in v1.11, and disabled by default in v1.33+",
            "warning: volume \"c\" (ConfigMap \"c\"): overlapping paths: \"x/y\" with \"x\"",
            "warning: volume \"d\" (Projected) has no sources provided",
            "warning: volume \"d\" (Projected): overlapping paths: \"p\" (DownwardAPI) with \"p\" (Secret \"s\")",
            "warning: spec.hostAliases[1].ip: duplicate ip \"::1\"",
            "warning: spec.imagePullSecrets[2].name: duplicate name \"a\"",
            "warning: spec.imagePullSecrets[0].name: invalid empty name \"\"",
            "warning: metadata.annotations[seccomp.security.alpha.kubernetes.io/pod]: non-functional in v1.27+; use the \"seccompProfile\" field instead",
            "warning: spec.containers[0].env[1]: hides previous definition of \"A\", which may be dropped when using apply",
            "warning: spec.containers[1].resources.limits[memory]: fractional byte value \"1500m\" is invalid, must be an integer",
            "warning: spec.containers[1].resources.requests[memory]: fractional byte value \"1500m\" is invalid, must be an integer",
            "warning: spec.containers[0].ports[1]: overlapping port definition with spec.containers[0].ports[0]",
            "warning: spec.containers[0].ports[2]: hostIP set without hostPort: {Name: HostPort:0 ContainerPort:81 Protocol:TCP HostIP:1.2.3.4}",
            "warning: spec.containers[0].ports[3]: overlapping port definition with spec.containers[0].ports[0]",
            "warning: spec.containers[0].ports[3]: dangerously ambiguous port definition with spec.containers[0].ports[1]",
            "warning: spec.containers[1].ports[0]: duplicate port name \"http\" with spec.containers[0].ports[0], services and probes that select ports by name will use spec.containers[0].ports[0]",
            "warning: spec.affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.labelSelector: a null labelSelector results in matching no pod",
            "warning: spec.hostAliases[2].ip: IPv6 address \"0:0::1\" should be in RFC 5952 canonical format (\"::1\")");
  }
}
