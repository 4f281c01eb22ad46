package io.plimsoll.core.registry.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContainerRulesTest {

  @Test
  void namesImagesAndPorts() {
    var pod = Pods.withContainer("""
        name: A
        image: " nginx"
        ports: [{containerPort: 0, name: abcdefghijklmnopq}, {containerPort: 70000, name: a--b, protocol: tcp}, {containerPort: 1, hostPort: 1}, {containerPort: 2, hostPort: 1}]
        imagePullPolicy: Sometimes
        terminationMessagePolicy: x
        """);

    assertThat(Pods.said(Pods.create(pod)))
        .containsExactly(
            "spec.containers[0].name: Invalid value: \"A\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. …)",
            "spec.containers[0].terminationMessagePolicy: Unsupported value: \"x\": supported values: \"File\", \"FallbackToLogsOnError\"",
            "spec.containers[0].ports[0].name: Invalid value: \"abcdefghijklmnopq\": must be no more than 15 characters",
            "spec.containers[0].ports[0].containerPort: Required value",
            "spec.containers[0].ports[1].name: Invalid value: \"a--b\": must not contain consecutive hyphens",
            "spec.containers[0].ports[1].containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive",
            "spec.containers[0].ports[1].protocol: Unsupported value: \"tcp\": supported values: \"SCTP\", \"TCP\", \"UDP\"",
            "spec.containers[0].imagePullPolicy: Unsupported value: \"Sometimes\": supported values: \"Always\", \"IfNotPresent\", \"Never\"",
            "spec.containers[0].ports[3].hostPort: Duplicate value: \"TCP//1\"",
            "spec.containers[0].image: Invalid value: \" nginx\": must not have leading or trailing whitespace");
  }

  @Test
  void variables() {
    var pod = Pods.withContainer("""
        env:
        - {name: "", value: x}
        - {name: "a=b"}
        - {name: A, value: v, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
        - {name: B, valueFrom: {}}
        - {name: C, valueFrom: {fieldRef: {fieldPath: metadata.foo}, secretKeyRef: {name: s, key: ..}}}
        - {name: D, valueFrom: {resourceFieldRef: {resource: limits.disk}}}
        - {name: E, valueFrom: {fileKeyRef: {volumeName: none, path: a/../b, key: ""}}}
        - {name: F, valueFrom: {fieldRef: {fieldPath: spec.host}}}
        envFrom: [{prefix: "=", configMapRef: {name: "a-"}}, {}, {configMapRef: {name: c}, secretRef: {name: ""}}]
        """);

    assertThat(Pods.said(Pods.create(pod)))
        .containsExactly(
            "spec.containers[0].env[0].name: Required value",
            "spec.containers[0].env[1].name: Invalid value: \"a=b\": a valid environment variable name must consist only of printable ASCII characters other than '='",
            "spec.containers[0].env[2].valueFrom: Invalid value: \"\": may not be specified when `value` is not empty",
            "spec.containers[0].env[3].valueFrom: Invalid value: \"\": must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`",
            "spec.containers[0].env[4].valueFrom.fieldRef.fieldPath: Invalid value: \"metadata.foo\": error converting fieldPath: field label not supported: metadata.foo",
            "spec.containers[0].env[4].valueFrom.secretKeyRef.key: Invalid value: \"..\": must not be '..'",
            "spec.containers[0].env[4].valueFrom: Invalid value: \"\": may not have more than one field specified at a time",
            "spec.containers[0].env[5].valueFrom.resourceFieldRef.resource: Unsupported value: \"limits.disk\": supported values: \"limits.cpu\", \"limits.ephemeral-storage\", \"limits.memory\", \"requests.cpu\", \"requests.ephemeral-storage\", \"requests.memory\"",
            "spec.containers[0].env[6].valueFrom.fileKeyRef.key: Required value",
            "spec.containers[0].env[6].valueFrom.fileKeyRef.path: Invalid value: \"a/../b\": must not contain '..'",
            "spec.containers[0].envFrom[0].prefix: Invalid value: \"=\": a valid environment variable name must consist only of printable ASCII characters other than '='",
            "spec.containers[0].envFrom: Invalid value: \"\": must specify one of: `configMapRef` or `secretRef`",
            "spec.containers[0].envFrom[2].secretRef.name: Required value",
            "spec.containers[0].envFrom: Invalid value: \"\": may not have more than one field specified at a time",
            "spec.containers[0].env[6].valueFrom.fileKeyRef.volumeName: Not found: \"none\"");
  }

  @Test
  void mountsAndDevices() {
    var pod = Pods.withContainer("""
        volumeMounts: [{name: x, mountPath: /a, subPath: /b, mountPropagation: Bidirectional}, {name: "", mountPath: ""}, {name: y, mountPath: /a, recursiveReadOnly: Enabled}]
        volumeDevices: [{name: x, devicePath: /a/../b}, {name: x, devicePath: ""}]
        """);

    assertThat(Pods.said(Pods.create(pod)))
        .containsExactly(
            "spec.containers[0].volumeMounts[0].name: Not found: \"x\"",
            "spec.containers[0].volumeMounts[0].name: Invalid value: \"x\": must not already exist in volumeDevices",
            "spec.containers[0].volumeMounts.subPath: Invalid value: \"/b\": must be a relative path",
            "spec.containers[0].volumeMounts.mountPropagation: Forbidden: Bidirectional mount propagation is available only to privileged containers",
            "spec.containers[0].volumeMounts[1].name: Required value",
            "spec.containers[0].volumeMounts[1].name: Not found: \"\"",
            "spec.containers[0].volumeMounts[1].mountPath: Required value",
            "spec.containers[0].volumeMounts[1].mountPath: Invalid value: \"\": must not already exist as a path in volumeDevices",
            "spec.containers[0].volumeMounts[2].name: Required value",
            "spec.containers[0].volumeMounts[2].name: Not found: \"\"",
            "spec.containers[0].volumeMounts[2].mountPath: Invalid value: \"/a\": must be unique",
            "spec.containers[0].volumeMounts.recursiveReadOnly: Forbidden: may only be specified when readOnly is true",
            "spec.containers[0].volumeDevices[0].name: Not found: \"x\"",
            "spec.containers[0].volumeDevices[0].devicePath: Invalid value: \"/a/../b\": can not contain backsteps ('..')",
            "spec.containers[0].volumeDevices[0].name: Invalid value: \"x\": must not already exist in volumeMounts",
            "spec.containers[0].volumeDevices[1].name: Invalid value: \"x\": must be unique",
            "spec.containers[0].volumeDevices[1].name: Not found: \"x\"",
            "spec.containers[0].volumeDevices[1].devicePath: Required value",
            "spec.containers[0].volumeDevices[1].name: Invalid value: \"x\": must not already exist in volumeMounts");
  }

  @Test
  void resources() {
    var pod = Pods.withContainer("""
        resources: {limits: {cpu: 1, memory: -1, "hugepages-2Mi": 3Mi, foo: 1, "example.com/gpu": 1500m}, requests: {cpu: 2, "example.com/gpu": 1, "requests.x/y": 1}, claims: [{name: c}, {name: ""}]}
        resizePolicy: [{resourceName: cpu, restartPolicy: x}, {resourceName: cpu, restartPolicy: NotRequired}, {resourceName: disk, restartPolicy: NotRequired}]
        """);

    assertThat(Pods.said(Pods.create(pod)))
        .containsExactly(
            "spec.containers[0].resources.limits[example.com/gpu]: Invalid value: \"1500m\": must be an integer",
            "spec.containers[0].resources.limits[foo]: Invalid value: \"foo\": must be a standard resource type or fully qualified",
            "spec.containers[0].resources.limits[foo]: Invalid value: \"foo\": must be a standard resource for containers",
            "spec.containers[0].resources.limits[hugepages-2Mi]: Invalid value: \"3Mi\": 3Mi is not positive integer multiple of hugepages-2Mi",
            "spec.containers[0].resources.limits[memory]: Invalid value: \"-1\": must be greater than or equal to 0",
            "spec.containers[0].resources.requests: Invalid value: \"2\": must be less than or equal to cpu limit of 1",
            "spec.containers[0].resources.requests: Invalid value: \"1\": must be equal to example.com/gpu limit of 1500m",
            "spec.containers[0].resources.requests[foo]: Invalid value: \"foo\": must be a standard resource type or fully qualified",
            "spec.containers[0].resources.requests[foo]: Invalid value: \"foo\": must be a standard resource for containers",
            "spec.containers[0].resources.requests[hugepages-2Mi]: Invalid value: \"3Mi\": 3Mi is not positive integer multiple of hugepages-2Mi",
            "spec.containers[0].resources.requests[memory]: Invalid value: \"-1\": must be greater than or equal to 0",
            "spec.containers[0].resources.requests[requests.x/y]: Invalid value: \"requests.x/y\": doesn't follow extended resource name standard",
            "spec.containers[0].resources.limits: Required value: Limit must be set for non overcommitable resources",
            "spec.containers[0].resources.claims[0]: Not found: \"c\": must be one of the names in pod.spec.resourceClaims which is empty",
            "spec.containers[0].resources.claims[1]: Required value",
            "spec.containers[0].resizePolicy: Unsupported value: \"x\": supported values: \"NotRequired\", \"RestartContainer\"",
            "spec.containers[0].resizePolicy[1]: Duplicate value: \"cpu\"",
            "spec.containers[0].resizePolicy: Unsupported value: \"disk\": supported values: \"cpu\", \"memory\"");
  }

  @Test
  void probesAndHandlers() {
    var pod = Pods.withContainer("""
        livenessProbe: {successThreshold: 2, periodSeconds: -1, httpGet: {port: 0, scheme: x, httpHeaders: [{name: "a b"}]}, tcpSocket: {port: 1}}
        readinessProbe: {terminationGracePeriodSeconds: 0, exec: {}}
        startupProbe: {}
        lifecycle: {preStop: {sleep: {seconds: 31}}, postStart: {httpGet: {port: "a--"}}}
        restartPolicyRules: [{action: x}]
        """);

    assertThat(Pods.said(Pods.create(pod)))
        .containsExactly(
            "spec.containers[0].lifecycle.postStart.httpGet.port: Invalid value: \"a--\": must not contain consecutive hyphens",
            "spec.containers[0].lifecycle.postStart.httpGet.port: Invalid value: \"a--\": must not begin or end with a hyphen",
            "spec.containers[0].lifecycle.preStop.sleep: Invalid value: 31: must be non-negative and less than terminationGracePeriodSeconds (30)",
            "spec.containers[0].livenessProbe.httpGet.port: Invalid value: 0: must be between 1 and 65535, inclusive",
            "spec.containers[0].livenessProbe.httpGet.scheme: Unsupported value: \"x\": supported values: \"HTTP\", \"HTTPS\"",
            "spec.containers[0].livenessProbe.httpGet.httpHeaders: Invalid value: \"a b\": a valid HTTP header must consist of alphanumeric characters or '-' (e.g. …)",
            "spec.containers[0].livenessProbe.tcpSocket: Forbidden: may not specify more than 1 handler type",
            "spec.containers[0].livenessProbe.periodSeconds: Invalid value: -1: must be greater than or equal to 0",
            "spec.containers[0].livenessProbe.successThreshold: Invalid value: 2: must be 1",
            "spec.containers[0].readinessProbe.exec.command: Required value",
            "spec.containers[0].readinessProbe.terminationGracePeriodSeconds: Invalid value: 0: must be greater than 0",
            "spec.containers[0].readinessProbe.terminationGracePeriodSeconds: Invalid value: 0: must not be set for readinessProbes",
            "spec.containers[0].startupProbe: Required value: must specify a handler type",
            "spec.containers[0].restartPolicy: Required value: must specify restartPolicy when restart rules are used",
            "spec.containers[0].restartPolicyRules[0].action: Unsupported value: \"x\": supported values: \"Restart\", \"RestartAllContainers\"",
            "spec.containers[0].restartPolicyRules[0].exitCodes: Required value: must be specified");
  }

  @Test
  void securityContexts() {
    var pod = Pods.withContainer("""
        securityContext: {privileged: true, allowPrivilegeEscalation: false, runAsUser: -1, procMount: Unmasked, seccompProfile: {type: Localhost}, appArmorProfile: {type: Localhost, localhostProfile: " a"}, capabilities: {add: [CAP_SYS_ADMIN]}, windowsOptions: {runAsUserName: "a\\\\b\\\\c", gmsaCredentialSpec: "", gmsaCredentialSpecName: A}}
        """);

    assertThat(Pods.said(Pods.create(pod)))
        .containsExactly(
            "spec.containers[0].securityContext.runAsUser: Invalid value: -1: must be between 0 and 2147483647, inclusive",
            "spec.containers[0].securityContext.procMount: Invalid value: \"Unmasked\": `hostUsers` must be false to use `Unmasked`",
            "spec.containers[0].securityContext.seccompProfile.localhostProfile: Required value: must be set when seccomp type is Localhost",
            "spec.containers[0].securityContext: Invalid value: {\"Capabilities\":{\"Add\":[\"CAP_SYS_ADMIN\"],\"Drop\":null},\"Privileged\":true,\"SELinuxOptions\":null,\"WindowsOptions\":{\"GMSACredentialSpecName\":\"A\",\"GMSACredentialSpec\":\"\",\"RunAsUserName\":\"a\\\\b\\\\c\",\"HostProcess\":null},\"RunAsUser\":-1,\"RunAsGroup\":null,\"RunAsNonRoot\":null,\"ReadOnlyRootFilesystem\":null,\"AllowPrivilegeEscalation\":false,\"ProcMount\":\"Unmasked\",\"SeccompProfile\":{\"Type\":\"Localhost\",\"LocalhostProfile\":null},\"AppArmorProfile\":{\"Type\":\"Localhost\",\"LocalhostProfile\":\" a\"}}: cannot set `allowPrivilegeEscalation` to false and `privileged` to true",
            "spec.containers[0].securityContext: Invalid value: {\"Capabilities\":{\"Add\":[\"CAP_SYS_ADMIN\"],\"Drop\":null},\"Privileged\":true,\"SELinuxOptions\":null,\"WindowsOptions\":{\"GMSACredentialSpecName\":\"A\",\"GMSACredentialSpec\":\"\",\"RunAsUserName\":\"a\\\\b\\\\c\",\"HostProcess\":null},\"RunAsUser\":-1,\"RunAsGroup\":null,\"RunAsNonRoot\":null,\"ReadOnlyRootFilesystem\":null,\"AllowPrivilegeEscalation\":false,\"ProcMount\":\"Unmasked\",\"SeccompProfile\":{\"Type\":\"Localhost\",\"LocalhostProfile\":null},\"AppArmorProfile\":{\"Type\":\"Localhost\",\"LocalhostProfile\":\" a\"}}: cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN",
            "spec.containers[0].securityContext.windowsOptions.gmsaCredentialSpecName: Invalid value: \"A\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. …)",
            "spec.containers[0].securityContext.windowsOptions.gmsaCredentialSpec: Invalid value: \"\": gmsaCredentialSpec cannot be an empty string",
            "spec.containers[0].securityContext.windowsOptions.runAsUserName: Invalid value: \"a\\\\b\\\\c\": runAsUserName cannot contain more than one backslash",
            "spec.containers[0].securityContext.appArmorProfile.localhostProfile: Invalid value: \" a\": must not be padded with whitespace");
  }

  @Test
  void initContainersAndEphemeralContainers() {
    var pod = Pods.withSpec("""
        initContainers: [{name: app, image: i, lifecycle: {}, livenessProbe: {}, resizePolicy: [{resourceName: cpu, restartPolicy: RestartContainer}]}, {name: s, image: i, restartPolicy: Always, restartPolicyRules: [{action: Restart, exitCodes: {operator: x}}]}]
        ephemeralContainers: [{name: app, image: i, targetContainerName: none, ports: [{containerPort: 1}], resources: {limits: {cpu: 1}}, volumeMounts: [{name: x, mountPath: /x, subPath: a}]}]
        nodeName: n
        schedulingGates: [{name: "a b"}, {name: g}, {name: g}]
        """);

    assertThat(Pods.said(Pods.create(pod)))
        .containsExactly(
            "spec.initContainers[0].name: Duplicate value: \"app\"",
            "spec.initContainers[0].lifecycle: Forbidden: may not be set for init containers without restartPolicy=Always",
            "spec.initContainers[0].livenessProbe: Forbidden: may not be set for init containers without restartPolicy=Always",
            "spec.initContainers[0].resizePolicy[0].restartPolicy: Invalid value: \"RestartContainer\": must not be set to 'RestartContainer' for non-sidecar initContainers",
            "spec.initContainers[1].restartPolicyRules[0].exitCodes.operator: Unsupported value: \"x\": supported values: \"In\", \"NotIn\"",
            "spec.ephemeralContainers[0].volumeMounts[0].name: Not found: \"x\"",
            "spec.ephemeralContainers[0].name: Duplicate value: \"app\"",
            "spec.ephemeralContainers[0].targetContainerName: Not found: \"none\"",
            "spec.ephemeralContainers[0].ports: Forbidden: cannot be set for an Ephemeral Container",
            "spec.ephemeralContainers[0].resources: Forbidden: cannot be set for an Ephemeral Container",
            "spec.ephemeralContainers[0].volumeMounts[0].subPath: Forbidden: cannot be set for an Ephemeral Container",
            "spec.schedulingGates[0]: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. …)",
            "spec.schedulingGates[2]: Duplicate value: \"g\"",
            "spec.ephemeralContainers: Forbidden: cannot be set on create");
  }
}
