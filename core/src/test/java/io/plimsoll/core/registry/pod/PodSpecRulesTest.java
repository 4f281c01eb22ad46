package io.plimsoll.core.registry.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PodSpecRulesTest {

  @Test
  void schedulingAndNames() {
    var pod = Pods.withSpec("""
        restartPolicy: x
        dnsPolicy: None
        activeDeadlineSeconds: 0
        hostname: A
        nodeSelector: {"a b": c}
        tolerations: [{operator: Equal}, {key: a, operator: Lt, value: 1}, {key: a, operator: Exists, value: b, effect: x, tolerationSeconds: 1}]
        hostAliases: [{ip: 010.0.0.1, hostnames: [A]}]
        topologySpreadConstraints: [{maxSkew: 0, topologyKey: "", whenUnsatisfiable: x, minDomains: 0, matchLabelKeys: [a]}, {maxSkew: 1, topologyKey: z, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {a: b}, matchExpressions: [{key: a, operator: In}]}, matchLabelKeys: [a], nodeTaintsPolicy: x}, {maxSkew: 1, topologyKey: z, whenUnsatisfiable: DoNotSchedule}]
        readinessGates: [{conditionType: "a b"}]
        resourceClaims: [{name: x}, {name: x, resourceClaimName: a, resourceClaimTemplateName: b}]
        priorityClassName: A
        runtimeClassName: ""
        preemptionPolicy: x
        """);

    assertThat(Pods.said(Pods.create(pod)))
        .containsExactly(
            "spec.resourceClaims[0]: Invalid value: {\"Name\":\"x\",\"ResourceClaimName\":null,\"ResourceClaimTemplateName\":null}: must specify one of: `resourceClaimName`, `resourceClaimTemplateName`",
            "spec.resourceClaims[1].name: Duplicate value: \"x\"",
            "spec.resourceClaims[1]: Invalid value: {\"Name\":\"x\",\"ResourceClaimName\":\"a\",\"ResourceClaimTemplateName\":\"b\"}: at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified",
            "spec.restartPolicy: Unsupported value: \"x\": supported values: \"Always\", \"OnFailure\", \"Never\"",
            "spec.nodeSelector: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. …)",
            "spec.dnsConfig: Required value: must provide `dnsConfig` when `dnsPolicy` is None",
            "spec.readinessGates[0].conditionType: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. …)",
            "spec.topologySpreadConstraints[0].maxSkew: Invalid value: 0: must be greater than zero",
            "spec.topologySpreadConstraints[0].topologyKey: Required value: can not be empty",
            "spec.topologySpreadConstraints[0].whenUnsatisfiable: Unsupported value: \"x\": supported values: \"DoNotSchedule\", \"ScheduleAnyway\"",
            "spec.topologySpreadConstraints[0].minDomains: Invalid value: 0: must be greater than zero",
            "spec.topologySpreadConstraints[0].minDomains: Invalid value: 0: can only use minDomains if whenUnsatisfiable=DoNotSchedule, not x",
            "spec.topologySpreadConstraints[0].matchLabelKeys: Forbidden: must not be specified when labelSelector is not set",
            "spec.topologySpreadConstraints[1].{topologyKey, whenUnsatisfiable}: Duplicate value: \"{z, DoNotSchedule}\"",
            "spec.topologySpreadConstraints[1].nodeTaintsPolicy: Unsupported value: \"x\": supported values: \"Honor\", \"Ignore\"",
            "spec.topologySpreadConstraints[1][0]: Invalid value: \"a\": exists in both matchLabelKeys and labelSelector",
            "spec.topologySpreadConstraints[1].labelSelector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'",
            "spec.activeDeadlineSeconds: Invalid value: 0: must be between 1 and 2147483647, inclusive",
            "spec.hostname: Invalid value: \"A\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. …)",
            "spec.tolerations[0].operator: Invalid value: \"Equal\": operator must be Exists when `key` is empty, which means \"match all values and all keys\"",
            "spec.tolerations[1].operator: Unsupported value: \"Lt\": supported values: \"Equal\", \"Exists\", \"Lt\", \"Gt\"",
            "spec.tolerations[2].effect: Invalid value: \"x\": effect must be 'NoExecute' when `tolerationSeconds` is set",
            "spec.tolerations[2].operator: Invalid value: \"b\": value must be empty when `operator` is 'Exists'",
            "spec.tolerations[2].effect: Unsupported value: \"x\": supported values: \"NoSchedule\", \"PreferNoSchedule\", \"NoExecute\"",
            "spec.hostAliases[0].ip: Invalid value: \"010.0.0.1\": must not have leading 0s",
            "spec.hostAliases[0].hostnames[0]: Invalid value: \"A\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. …)",
            "spec.priorityClassName: Invalid value: \"A\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. …)",
            "spec.runtimeClassName: Invalid value: \"\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. …)",
            "spec.preemptionPolicy: Unsupported value: \"x\": supported values: \"PreemptLowerPriority\", \"Never\"");
  }

  @Test
  void affinity() {
    var pod = Pods.withSpec("""
        affinity:
          nodeAffinity:
            requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: a, operator: In}, {key: b, operator: Gt, values: [a, b]}, {key: c, operator: x, values: ["a b"]}], matchFields: [{key: metadata.foo, operator: Exists}]}]}
            preferredDuringSchedulingIgnoredDuringExecution: [{weight: 0, preference: {}}]
          podAffinity:
            requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: "", namespaces: [A], matchLabelKeys: [a], mismatchLabelKeys: [a], labelSelector: {matchExpressions: [{key: a, operator: Exists}, {key: a, operator: Exists}]}}]
        """);

    assertThat(Pods.said(Pods.create(pod)))
        .containsExactly(
            "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'",
            "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[1].values: Required value: must be specified single value when `operator` is 'Lt' or 'Gt'",
            "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[2].operator: Invalid value: \"x\": not a valid selector operator",
            "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[2].values[0]: Invalid value: \"a b\": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. …)",
            "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0].operator: Invalid value: \"Exists\": not a valid selector operator",
            "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0].key: Invalid value: \"metadata.foo\": not a valid field selector key",
            "spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight: Invalid value: 0: must be in the range 1-100",
            "spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].namespace: Invalid value: \"A\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. …)",
            "spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0][0]: Invalid value: \"a\": exists in both matchLabelKeys and labelSelector",
            "spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].matchLabelKeys[0]: Invalid value: \"a\": exists in both matchLabelKeys and mismatchLabelKeys",
            "spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey: Required value: can not be empty",
            "spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey: Invalid value: \"\": name part must be non-empty",
            "spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey: Invalid value: \"\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. …)");
  }

  @Test
  void dnsAndHost() {
    var pod = Pods.withSpec("""
        dnsConfig: {nameservers: [a, 1.1.1.1, 1.1.1.2, 1.1.1.3], searches: [".", "A"], options: [{}]}
        hostUsers: false
        hostNetwork: true
        hostPID: true
        shareProcessNamespace: true
        hostnameOverride: A
        securityContext: {sysctls: [{name: net.a, value: x}, {name: A}, {name: net.a}], fsGroup: -1, fsGroupChangePolicy: x, supplementalGroups: [-1], supplementalGroupsPolicy: x, seLinuxChangePolicy: x, windowsOptions: {hostProcess: true}}
        """);

    assertThat(Pods.said(Pods.create(pod)))
        .containsExactly(
            "spec.securityContext.fsGroup: Invalid value: -1: must be between 0 and 2147483647, inclusive",
            "spec.securityContext.supplementalGroups[0]: Invalid value: -1: must be between 0 and 2147483647, inclusive",
            "spec.securityContext.sysctls[0].name: Invalid value: \"net.a\": may not be specified when 'hostNetwork' is true",
            "spec.securityContext.sysctls[1].name: Invalid value: \"A\": must have at most 253 characters and match regex ^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$",
            "spec.securityContext.sysctls[2].name: Duplicate value: \"net.a\"",
            "spec.securityContext.sysctls[2].name: Invalid value: \"net.a\": may not be specified when 'hostNetwork' is true",
            "spec.securityContext.fsGroupChangePolicy: Unsupported value: \"x\": supported values: \"Always\", \"OnRootMismatch\"",
            "spec.securityContext.supplementalGroupsPolicy: Unsupported value: \"x\": supported values: \"Merge\", \"Strict\"",
            "spec.securityContext.seLinuxChangePolicy: Unsupported value: \"x\": supported values: \"MountOption\", \"Recursive\"",
            "spec.shareProcessNamespace: Invalid value: true: ShareProcessNamespace and HostPID cannot both be enabled",
            "spec.dnsConfig.nameservers: Invalid value: [\"a\",\"1.1.1.1\",\"1.1.1.2\",\"1.1.1.3\"]: must not have more than 3 nameservers",
            "spec.dnsConfig.nameservers[0]: Invalid value: \"a\": must be a valid IP address, (e.g. …)",
            "spec.dnsConfig.searches[1]: Invalid value: \"A\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character (e.g. …)",
            "spec.dnsConfig.options[0]: Required value: must not be empty",
            "spec.hostNetwork: Forbidden: when `hostUsers` is false",
            "spec.HostPID: Forbidden: when `hostUsers` is false",
            "spec.hostnameOverride: Forbidden: may not be specified when hostNetwork is true",
            "spec.hostnameOverride: Invalid value: \"A\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. …)");
  }

  @Test
  void windowsPods() {
    var pod = Pods.withSpec("""
        os: {name: windows}
        hostPID: true
        hostUsers: true
        shareProcessNamespace: false
        resources: {limits: {cpu: 1}}
        securityContext: {runAsUser: 1, seLinuxOptions: {}, sysctls: [{name: a, value: b}]}
        containers: [{name: a, image: b, securityContext: {capabilities: {}, privileged: false}}]
        """);

    assertThat(Pods.said(Pods.create(pod)))
        .containsExactly(
            "spec.resources: Forbidden: may not be set for a windows pod",
            "spec.securityContext.seLinuxOptions: Forbidden: cannot be set for a windows pod",
            "spec.securityContext.sysctls: Forbidden: cannot be set for a windows pod",
            "spec.securityContext.runAsUser: Forbidden: cannot be set for a windows pod",
            "spec.hostUsers: Forbidden: cannot be set for a windows pod",
            "spec.hostPID: Forbidden: cannot be set for a windows pod",
            "spec.shareProcessNamespace: Forbidden: cannot be set for a windows pod",
            "spec.containers[0].securityContext.capabilities: Forbidden: cannot be set for a windows pod",
            "spec.containers[0].securityContext.privileged: Forbidden: cannot be set for a windows pod");
  }

  @Test
  void linuxPodsAndResourcesOfTheWhole() {
    var pod = Pods.withSpec("""
        os: {name: linux}
        resources: {requests: {cpu: 1, foo: 1}, limits: {memory: 1}, claims: []}
        overhead: {cpu: -1}
        containers: [{name: a, image: b, securityContext: {windowsOptions: {}}, resources: {requests: {cpu: 2}, limits: {memory: 2}}}]
        """);

    assertThat(Pods.said(Pods.create(pod)))
        .containsExactly(
            "spec.resources.claims: Forbidden: claims may not be set for Resources at pod-level",
            "spec.resources.requests[foo]: Invalid value: \"foo\": must be a standard resource type or fully qualified",
            "spec.resources.requests: Invalid value: \"2\": must be less than or equal to memory limit of 1",
            "spec.resources.requests[cpu]: Invalid value: \"1\": must be greater than or equal to aggregate container requests of 2",
            "spec.resources.containers[0][memory].limits: Invalid value: \"2\": must be less than or equal to pod limits of 1",
            "spec.overhead.limits[cpu]: Invalid value: \"-1\": must be greater than or equal to 0",
            "spec.containers[0].securityContext.windowsOptions: Forbidden: windows options cannot be set for a linux pod");
  }

  @Test
  void annotations() {
    var pod = Pods.tree("""
        apiVersion: v1
        kind: Pod
        metadata:
          name: web.x
          annotations:
            kubernetes.io/config.mirror: x
            controller.kubernetes.io/pod-deletion-cost: "+1"
            seccomp.security.alpha.kubernetes.io/pod: x
            container.seccomp.security.alpha.kubernetes.io/app: localhost/../x
            container.apparmor.security.beta.kubernetes.io/app: localhost/p
            container.apparmor.security.beta.kubernetes.io/none: x
            scheduler.alpha.kubernetes.io/tolerations: '[{"Key": "a b", "operator": "Exists"}]'
        spec:
          containers: [{name: app, image: i, securityContext: {appArmorProfile: {type: Unconfined}, seccompProfile: {type: RuntimeDefault}}}]
        """);

    assertThat(Pods.said(Pods.create(pod)))
        .containsExactly(
            "metadata.annotations[kubernetes.io/config.mirror]: Invalid value: \"x\": must set spec.nodeName if mirror pod annotation is set",
            "metadata.annotations.scheduler.alpha.kubernetes.io/tolerations[0].key: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. …)",
            "metadata.annotations[controller.kubernetes.io/pod-deletion-cost]: Invalid value: \"+1\": must be a 32bit integer",
            "metadata.annotations.seccomp.security.alpha.kubernetes.io/pod: Invalid value: \"x\": must be a valid seccomp profile",
            "metadata.annotations.container.seccomp.security.alpha.kubernetes.io/app: Invalid value: \"../x\": must not contain '..'",
            "metadata.annotations[container.apparmor.security.beta.kubernetes.io/none]: Invalid value: \"none\": container not found",
            "metadata.annotations[container.apparmor.security.beta.kubernetes.io/none]: Invalid value: \"x\": invalid AppArmor profile name: \"x\"",
            "spec.containers[0].securityContext.seccompProfile.type: Forbidden: seccomp type in annotation and field must match",
            "spec.containers[0].securityContext.appArmorProfile.type: Forbidden: apparmor type in annotation and field must match");
  }
}
