package io.plimsoll.posture.tenant;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.Manifests;

/** Manifests as tests write them, document by document; each ends with its separator. */
final class Shops {

  private Shops() {}

  static Tenants tenants(String... documents) {
    return Tenants.of(cluster(documents));
  }

  static Cluster cluster(String... documents) {
    return Cluster.of(
        Manifests.read("case.yaml", String.join("", documents)).orThrow().objects());
  }

  static String namespace(String name, String labels) {
    return """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: %s
          labels: %s
        ---
        """.formatted(name, labels);
  }

  /** Returns a Deployment that meets the level restricted, with further fields of its pods' spec. */
  static String deployment(String namespace, String name, String fields) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: %s, namespace: %s}
        spec:
          selector: {matchLabels: {app: %s}}
          template:
            metadata: {labels: {app: %s}}
            spec:
              %s
              securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
              containers:
                - name: c
                  image: registry.example.com/c:1
                  securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
        ---
        """.formatted(name, namespace, name, name, fields);
  }

  static String policy(String namespace, String name, String spec) {
    return """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: %s, namespace: %s}
        spec: %s
        ---
        """.formatted(name, namespace, spec);
  }

  static String account(String namespace, String name, String fields) {
    return """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: %s, namespace: %s}
        %s
        ---
        """.formatted(name, namespace, fields);
  }

  static String role(String namespace, String name, String rules) {
    return """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: %s, namespace: %s}
        rules: %s
        ---
        """.formatted(name, namespace, rules);
  }

  static String roleBinding(String namespace, String name, String role, String subjects) {
    return """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: %s, namespace: %s}
        roleRef: {apiGroup: rbac.authorization.k8s.io, %s}
        subjects: %s
        ---
        """.formatted(name, namespace, role, subjects);
  }

  static String clusterRoleBinding(String name, String role, String subjects) {
    return """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: %s}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: %s}
        subjects: %s
        ---
        """.formatted(name, role, subjects);
  }
}
