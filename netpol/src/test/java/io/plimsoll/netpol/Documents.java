package io.plimsoll.netpol;

/** Manifests as tests write them, document by document; each ends with its separator. */
public final class Documents {

  private Documents() {}

  /** Returns a pod with its name as label {@code app}. */
  public static String pod(String namespace, String name) {
    return pod(namespace, name, "{app: " + name + "}", "{name: c}");
  }

  /** Returns a pod. */
  public static String pod(String namespace, String name, String labels, String container) {
    return """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, namespace: %s, labels: %s}
        spec: {containers: [%s]}
        ---
        """.formatted(name, namespace, labels, container);
  }

  /** Returns a workload of API group {@code apps} whose pods have its name as label {@code app}. */
  public static String workload(String kind, String namespace, String name) {
    return """
        apiVersion: apps/v1
        kind: %s
        metadata: {name: %s, namespace: %s}
        spec: {template: {metadata: {labels: {app: %s}}, spec: {containers: [{name: c}]}}}
        ---
        """.formatted(kind, name, namespace, name);
  }

  /** Returns a NetworkPolicy with a spec in braces, or in lines. */
  public static String policy(String namespace, String name, String spec) {
    return document(
        "networking.k8s.io/v1",
        "NetworkPolicy",
        "{name: " + name + ", namespace: " + namespace + "}",
        spec);
  }

  /** Returns an AdminNetworkPolicy with a spec in braces, or in lines. */
  public static String adminPolicy(String name, String spec) {
    return document(
        "policy.networking.k8s.io/v1alpha1", "AdminNetworkPolicy", "{name: " + name + "}", spec);
  }

  private static String document(String apiVersion, String kind, String metadata, String spec) {
    boolean block = !spec.startsWith("{");
    return """
        apiVersion: %s
        kind: %s
        metadata: %s
        spec:%s---
        """.formatted(
            apiVersion, kind, metadata, block ? "\n" + spec.indent(2) : " " + spec + "\n");
  }

  /** Returns who may connect to whom in a cluster of such documents. */
  public static Connectivity network(String... documents) {
    return Connectivity.of(Cases.cluster(String.join("", documents)));
  }
}
