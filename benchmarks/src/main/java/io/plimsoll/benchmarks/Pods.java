package io.plimsoll.benchmarks;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Generated manifests of plain pods with one container, about 310 characters each; the same text at every call. */
final class Pods {

  /** The bulk that the reading benchmarks are about: 6.3 million characters of YAML. */
  static final int MANY = 20_000;

  private static final int NAMESPACES = 50;
  private static final int APPS = 400;

  private Pods() {}

  /** Returns a YAML stream of pods. */
  static String yaml(int count) {
    return join(count, "---\n", Pods::yamlPod);
  }

  /** Returns the same pods as a JSON stream: one object after the other. */
  static String json(int count) {
    return join(count, "\n", Pods::jsonPod);
  }

  private static String join(int count, String separator, IntFunction<String> pod) {
    return IntStream.range(0, count).mapToObj(pod).collect(Collectors.joining(separator));
  }

  private static String yamlPod(int number) {
    return """
        apiVersion: v1
        kind: Pod
        metadata:
          name: app-%03d-%05d
          namespace: team-%02d
          labels:
            app: app-%03d
            component: backend
        spec:
          containers:
          - name: main
            image: registry.example/app-%03d:1.4.2
            ports:
            - containerPort: 8080
            resources:
              requests:
                cpu: 100m
                memory: 64Mi
        """.formatted(app(number), number, number % NAMESPACES, app(number), app(number));
  }

  private static String jsonPod(int number) {
    return """
        {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "app-%03d-%05d", \
        "namespace": "team-%02d", "labels": {"app": "app-%03d", "component": "backend"}}, \
        "spec": {"containers": [{"name": "main", "image": "registry.example/app-%03d:1.4.2", \
        "ports": [{"containerPort": 8080}], \
        "resources": {"requests": {"cpu": "100m", "memory": "64Mi"}}}]}}""".formatted(app(number), number, number % NAMESPACES, app(number), app(number));
  }

  private static int app(int number) {
    return number % APPS;
  }
}
