package io.plimsoll.benchmarks;

import io.plimsoll.core.apiserver.ApiServer;
import io.plimsoll.core.apiserver.Response;
import io.plimsoll.core.apiserver.ServerState;
import io.plimsoll.core.authz.AuthorizationOptions;
import io.plimsoll.core.authz.AuthorizerTypes;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.User;
import io.plimsoll.posture.Posture;
import io.plimsoll.posture.ServerFlags;
import io.plimsoll.rbac.RbacAuthorizer;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Whole requests to the default API server, on a cluster with the bootstrap policy. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ApiServerBenchmark {

  private static final KubeObject POD = object("""
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: default
        labels: {app: web, tier: front}
      spec:
        serviceAccountName: default
        containers:
        - name: app
          image: registry.example/shop/web:1.4.2
          args: [--port, "8080"]
          ports: [{name: http, containerPort: 8080}]
          env:
          - {name: LOG_LEVEL, value: info}
          - {name: POD_IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}
          resources:
            requests: {cpu: 100m, memory: 128Mi}
            limits: {cpu: 500m, memory: 256Mi}
          readinessProbe: {httpGet: {path: /healthz, port: http}}
          volumeMounts: [{name: tmp, mountPath: /tmp}]
          securityContext:
            allowPrivilegeEscalation: false
            runAsNonRoot: true
            capabilities: {drop: [ALL]}
            seccompProfile: {type: RuntimeDefault}
        volumes: [{name: tmp, emptyDir: {}}]
      """);

  private final ApiServer server = Posture.apiServer();
  private final ApiServer bare = ApiServer.builder()
      .authorizer(AuthorizerTypes.standard()
          .with("RBAC", new RbacAuthorizer())
          .build(AuthorizationOptions.ofModes("Node", "RBAC").toConfiguration(Set.of())))
      .build();
  private final ServerState state = ServerState.of(Posture.running(Cluster.empty()));
  private final ServerState withPod =
      server.handle(state, Request.as("admin", User.MASTERS).create(POD)).state();

  private final ApiRequest refused = Request.as("nobody").get("secrets", "default", "db");
  private final ApiRequest get = Request.as("admin", User.MASTERS).get("pods", "default", "web");
  private final ApiRequest create = Request.as("admin", User.MASTERS).create(POD);

  private static KubeObject object(String yaml) {
    return Manifests.read("pod.yaml", yaml).orThrow().objects().get(0);
  }

  /** A request that RBAC refuses. */
  @Benchmark
  public Response refused() {
    return server.handle(withPod, refused);
  }

  /** A pod that is read. */
  @Benchmark
  public Response get() {
    return server.handle(withPod, get);
  }

  /** A pod that is made. */
  @Benchmark
  public Response create() {
    return Answers.created(server.handle(state, create));
  }

  /** A pod that is made by who asks, what they may, decoding and storing alone: without its kind's rules and without plug-ins. */
  @Benchmark
  public Response createWithoutAdmission() {
    return Answers.created(bare.handle(state, create));
  }

  /** A server that is put together. */
  @Benchmark
  public ApiServer build() {
    return Posture.apiServer(ServerFlags.kubeadm());
  }
}
