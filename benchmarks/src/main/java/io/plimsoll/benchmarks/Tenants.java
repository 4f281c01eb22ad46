package io.plimsoll.benchmarks;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Request;
import io.plimsoll.posture.Posture;
import java.util.ArrayList;
import java.util.List;

/**
 * A cluster of tenants, and the pods that they create in it. Each namespace enforces the restricted level of Pod Security, and has a
 * LimitRange, a ResourceQuota, and a RoleBinding of its own.
 */
final class Tenants {

  private static final String NAMESPACE = """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: NAME
        labels:
          pod-security.kubernetes.io/enforce: restricted
          pod-security.kubernetes.io/warn: restricted
          pod-security.kubernetes.io/audit: restricted
      ---
      apiVersion: v1
      kind: LimitRange
      metadata: {name: limits, namespace: NAME}
      spec:
        limits:
        - type: Container
          max: {cpu: "2", memory: 1Gi}
          min: {cpu: 10m, memory: 16Mi}
          default: {cpu: 500m, memory: 256Mi}
          defaultRequest: {cpu: 100m, memory: 128Mi}
      ---
      apiVersion: v1
      kind: ResourceQuota
      metadata: {name: quota, namespace: NAME}
      spec:
        hard: &hard
          pods: "100000"
          requests.cpu: "100000"
          requests.memory: 100Ti
          limits.cpu: "100000"
          limits.memory: 100Ti
      status:
        hard: *hard
        used: {pods: "0", requests.cpu: "0", requests.memory: "0", limits.cpu: "0", limits.memory: "0"}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: deployers, namespace: NAME}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit}
      subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers}]
      """;

  /** A pod that says what most do; what it leaves out, the LimitRange sets. */
  private static final String POD = """
      apiVersion: v1
      kind: Pod
      metadata:
        name: NAME
        namespace: SPACE
        labels: {app: web, tier: front}
      spec:
        serviceAccountName: default
        securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
        containers:
        - name: app
          image: registry.example/shop/web:1.4.2
          args: [--port, "8080"]
          ports: [{name: http, containerPort: 8080}]
          env:
          - {name: LOG_LEVEL, value: info}
          - {name: POD_IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}
          resources:
            requests: {cpu: 100m}
            limits: {cpu: 500m, memory: 256Mi}
          readinessProbe: {httpGet: {path: /healthz, port: http}}
          volumeMounts: [{name: tmp, mountPath: /tmp}]
          securityContext:
            allowPrivilegeEscalation: false
            capabilities: {drop: [ALL]}
        volumes: [{name: tmp, emptyDir: {}}]
      """;

  /** A pod that stands somewhere else. */
  private static final String OTHER = """
      apiVersion: v1
      kind: Pod
      metadata: {name: NAME, namespace: SPACE, labels: {app: other}}
      spec: {containers: [{name: app, image: registry.example/other:1}]}
      """;

  private static final int OTHER_NAMESPACES = 100;

  private Tenants() {}

  /** Returns a running cluster with these namespaces, and so many objects in other ones. */
  static Cluster cluster(int namespaces, int others) {
    List<KubeObject> objects = new ArrayList<>();
    for (int i = 0; i < namespaces; i++) {
      objects.addAll(read(NAMESPACE.replace("NAME", name(i))));
    }
    Cluster running = Posture.running(Cluster.of(objects));
    List<KubeObject> elsewhere = new ArrayList<>();
    for (int i = 0; i < others; i++) {
      String pod = OTHER.replace("NAME", "other-" + i);
      elsewhere.addAll(read(pod.replace("SPACE", "elsewhere-" + i % OTHER_NAMESPACES)));
    }
    return running.with(elsewhere);
  }

  /** Returns requests of a developer for so many pods, one namespace after the other. */
  static List<ApiRequest> creations(int pods, int namespaces) {
    List<ApiRequest> creations = new ArrayList<>();
    for (int i = 0; i < pods; i++) {
      String pod = POD.replace("NAME", "web-" + i).replace("SPACE", name(i % namespaces));
      creations.add(Request.as("alice", "developers").create(read(pod).get(0)));
    }
    return creations;
  }

  private static String name(int namespace) {
    return "tenant-" + namespace;
  }

  private static List<KubeObject> read(String yaml) {
    return Manifests.read("tenant.yaml", yaml).orThrow().objects();
  }
}
