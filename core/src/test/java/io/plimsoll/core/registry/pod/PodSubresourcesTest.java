package io.plimsoll.core.registry.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.validation.WriteOutcome;
import org.junit.jupiter.api.Test;

class PodSubresourcesTest {

  @Test
  void resourcesOfRunningPods() {
    MappingValue old = Pods.stored(Pods.withSpec("""
            {containers: [{name: app, image: nginx, resources: {requests: {cpu: 100m,
            memory: 10Mi, example.com/gpu: "1"}, limits: {cpu: 200m, example.com/gpu: "1"}}}]}
            """));
    assertThat(Pods.said(Pods.update(Pods.RESIZE, old, Pods.spec("""
            {containers: [{name: app, image: other, resources: {requests: {cpu: 150m,
            memory: 10Mi, example.com/gpu: "1"}, limits: {cpu: 200m, example.com/gpu: "1"}}}]}
            """)))).isEmpty();
    assertThat(Pods.said(Pods.update(Pods.RESIZE, old, Pods.spec("""
            {containers: [{name: app, image: nginx, resources: {requests: {cpu: 150m,
            memory: 10Mi, example.com/gpu: "2"}, limits: {cpu: 200m, example.com/gpu: "2"}}}]}
            """))))
        .containsExactly("spec: Forbidden: only cpu and memory resources are mutable");
    assertThat(Pods.said(Pods.update(Pods.RESIZE, old, Pods.spec("""
            {containers: [{name: app, image: nginx, resources: {requests: {cpu: 150m,
            memory: 10Mi}, limits: {cpu: 200m}}}]}
            """))))
        .containsExactly(
            "spec.containers[0].resources.requests: Forbidden: resource requests cannot be removed",
            "spec.containers[0].resources.limits: Forbidden: resource limits cannot be removed",
            "spec: Forbidden: only cpu and memory resources are mutable");
    assertThat(Pods.said(Pods.update(Pods.RESIZE, old, Pods.spec("""
            {containers: [{name: app, image: nginx, resources: {requests: {cpu: 200m,
            memory: 10Mi, example.com/gpu: "1"}, limits: {cpu: 200m, memory: 10Mi,
            example.com/gpu: "1"}}}]}
            """))))
        .containsExactly(
            "spec: Invalid value: \"Burstable\": Pod QOS Class may not change as a result of resizing");
    assertThat(Pods.said(Pods.update(
            Pods.RESIZE, old, Pods.spec("{containers: [{name: other, image: nginx}]}"))))
        .containsExactly(
            "spec: Invalid value: \"Burstable\": Pod QOS Class may not change as a result of resizing",
            "spec.containers[0].name: Forbidden: containers may not be renamed or reordered on resize");
    assertThat(Pods.said(Pods.update(
            Pods.RESIZE,
            old,
            Pods.spec("{containers: [{name: app, image: nginx}, {name: b, image: b}]}"))))
        .containsExactly(
            "spec: Invalid value: \"Burstable\": Pod QOS Class may not change as a result of resizing",
            "spec.containers: Forbidden: containers may not be added or removed on resize");
    assertThat(Pods.said(Pods.update(Pods.RESIZE, old, Pods.spec("""
            {containers: [{name: app, image: nginx, resources: {requests: {cpu: 300m,
            memory: 10Mi, example.com/gpu: "1"}, limits: {cpu: 200m, example.com/gpu: "1"}}}]}
            """))))
        .containsExactly(
            "spec.containers[0].resources.requests: Invalid value: \"300m\": must be less than or equal to cpu limit of 200m");
    WriteOutcome outcome = Pods.update(Pods.RESIZE, old, Pods.spec("{hostNetwork: true}"));
    assertThat(Pods.said(outcome)).isEmpty();
    assertThat(Pods.at(outcome, "spec.hostNetwork")).isEqualTo("null");
    WriteOutcome outcome2 =
        Pods.update(Pods.RESIZE, old, Pods.spec("{resources: {requests: {cpu: \"1\"}}}"));
    assertThat(Pods.said(outcome2)).isEmpty();
    assertThat(Pods.at(outcome2, "spec.resources"))
        .isEqualTo("{\"requests\":{\"cpu\":\"1\",\"memory\":\"10Mi\"},\"limits\":{\"cpu\":\"1\"}}");
    old = old.with("status", Pods.tree("""
            {qosClass: Burstable, containerStatuses: [{name: app, state: {running: {}}}]}
            """));
    assertThat(Pods.said(Pods.update(Pods.RESIZE, old, Pods.spec("""
            {containers: [{name: app, image: nginx, resources: {requests: {cpu: 150m,
            memory: 10Mi, example.com/gpu: "1"}, limits: {cpu: 200m, example.com/gpu: "1"}}}]}
            """))))
        .containsExactly("spec: Forbidden: Pod running on node without support for resize");
    old = old.with("status", Pods.tree("""
            {qosClass: Burstable, containerStatuses: [{name: app, resources: {},
            state: {running: {}}}]}
            """));
    assertThat(Pods.said(Pods.update(Pods.RESIZE, old, Pods.spec("""
            {containers: [{name: app, image: nginx, resources: {requests: {cpu: 150m,
            memory: 10Mi, example.com/gpu: "1"}, limits: {cpu: 200m, example.com/gpu: "1"}}}]}
            """)))).isEmpty();
    old = Pods.metadata("{annotations: {kubernetes.io/config.mirror: x}}").apply(old);
    assertThat(Pods.said(Pods.update(Pods.RESIZE, old, Pods.spec("{}"))))
        .containsExactly(": Forbidden: static pods cannot be resized");
  }

  @Test
  void resourcesOfWholePodsAndInitContainers() {
    MappingValue old = Pods.stored(Pods.withSpec("""
            {resources: {requests: {cpu: "1", memory: 1Gi}, limits: {cpu: "2"}},
            initContainers: [{name: init, image: i, resources: {requests: {cpu: 10m}}},
            {name: side, image: s, restartPolicy: Always, resources: {requests: {cpu: 10m}}}]}
            """));
    assertThat(Pods.said(Pods.update(Pods.RESIZE, old, Pods.spec("""
            {resources: {requests: {cpu: "1500m", memory: 1Gi}, limits: {cpu: "2"}}}
            """)))).isEmpty();
    assertThat(Pods.said(Pods.update(
            Pods.RESIZE,
            old,
            Pods.spec("{resources: {requests: {cpu: \"1\"}, limits: {cpu: \"2\"}}}"))))
        .containsExactly(
            "spec.resources.requests: Forbidden: pod-level resource requests cannot be removed");
    assertThat(Pods.said(Pods.update(Pods.RESIZE, old, Pods.spec("{resources: null}"))))
        .isEmpty();
    assertThat(Pods.said(Pods.update(Pods.RESIZE, old, Pods.spec("""
            {initContainers: [{name: init, image: i, resizePolicy: [{resourceName: cpu,
            restartPolicy: RestartContainer}], resources: {requests: {cpu: 20m}}}, {name: side,
            image: s, restartPolicy: Always, resources: {requests: {cpu: 20m}}}]}
            """))))
        .containsExactly(
            "spec.initContainers[0].resizePolicy[0].restartPolicy: Invalid value: \"RestartContainer\": must not be set to 'RestartContainer' for non-sidecar initContainers",
            "spec.initContainers[0]: Forbidden: only cpu and memory resources for init or sidecar containers are mutable",
            "spec.initContainers[0]: Forbidden: non-sidecar init containers with a resize policy of RestartContainer cannot be resized");
    assertThat(Pods.said(Pods.update(Pods.RESIZE, old, Pods.spec("""
            {initContainers: [{name: init, image: i, resources: {requests: {cpu: 10m}}},
            {name: side, image: s, restartPolicy: Always, resources: {requests: {cpu: 20m}}}]}
            """)))).isEmpty();
    assertThat(Pods.said(Pods.update(
            Pods.RESIZE,
            old,
            Pods.spec("{initContainers: [{name: side, image: s}, {name: init, image: i}]}"))))
        .containsExactly(
            "spec.initContainers[0].name: Forbidden: initContainers may not be renamed or reordered on resize",
            "spec.initContainers[1].name: Forbidden: initContainers may not be renamed or reordered on resize");
  }

  @Test
  void windowsPodsAreNotResized() {
    MappingValue old = Pods.stored(Pods.withSpec("{os: {name: windows}}"));
    assertThat(Pods.said(Pods.update(Pods.RESIZE, old, Pods.spec("{}"))))
        .containsExactly(": Forbidden: windows pods cannot be resized");
  }

  @Test
  void containersForDebugging() {
    MappingValue old = Pods.stored(Pods.withSpec("{}"));
    WriteOutcome outcome = Pods.update(
        Pods.DEBUG, old, Pods.spec("{ephemeralContainers: [{name: d, image: busybox}]}"));
    assertThat(Pods.said(outcome)).isEmpty();
    assertThat(Pods.at(outcome, "spec.ephemeralContainers"))
        .isEqualTo(
            "[{\"name\":\"d\",\"image\":\"busybox\",\"imagePullPolicy\":\"Always\",\"terminationMessagePath\":\"/dev/termination-log\",\"terminationMessagePolicy\":\"File\"}]");
    assertThat(Pods.at(outcome, "metadata.generation")).isEqualTo("2");
    assertThat(Pods.said(Pods.update(
            Pods.DEBUG, old, Pods.spec("{ephemeralContainers: [{name: app, image: busybox}]}"))))
        .containsExactly("spec.ephemeralContainers[0].name: Duplicate value: \"app\"");
    assertThat(Pods.said(Pods.update(Pods.DEBUG, old, Pods.spec("""
            {ephemeralContainers: [{name: d, image: busybox, ports: [{containerPort: 80}]}],
            hostNetwork: true}
            """))))
        .containsExactly(
            "spec.ephemeralContainers[0].ports: Forbidden: cannot be set for an Ephemeral Container");
    old = Pods.spec("""
            {ephemeralContainers: [{name: d, image: busybox,
            terminationMessagePath: /dev/termination-log, terminationMessagePolicy: File,
            imagePullPolicy: Always, resources: {}}]}
            """).apply(old);
    assertThat(Pods.said(Pods.update(
            Pods.DEBUG, old, Pods.spec("{ephemeralContainers: [{name: d, image: other}]}"))))
        .containsExactly(
            "spec.ephemeralContainers: Forbidden: existing ephemeral containers \"d\" may not be changed");
    assertThat(Pods.said(Pods.update(
            Pods.DEBUG, old, Pods.spec("{ephemeralContainers: [{name: e, image: busybox}]}"))))
        .containsExactly(
            "spec.ephemeralContainers: Forbidden: existing ephemeral containers \"d\" may not be removed\n");
    assertThat(Pods.said(Pods.update(Pods.DEBUG, old, Pods.spec("{ephemeralContainers: null}"))))
        .containsExactly(
            "spec.ephemeralContainers: Forbidden: existing ephemeral containers \"d\" may not be removed\n");
    old = Pods.metadata("{annotations: {kubernetes.io/config.mirror: x}}").apply(old);
    assertThat(Pods.said(Pods.update(Pods.DEBUG, old, Pods.spec("{}"))))
        .containsExactly(": Forbidden: static pods do not support ephemeral containers");
  }
}
