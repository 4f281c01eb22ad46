package io.plimsoll.core.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.TestCall;
import org.junit.jupiter.api.Test;

class RuntimeClassPluginTest {

  private static final String SANDBOX = """
      apiVersion: node.k8s.io/v1
      kind: RuntimeClass
      metadata: {name: sandbox}
      handler: runsc
      overhead: {podFixed: {cpu: 100m}}
      scheduling:
        nodeSelector: {runtime: runsc}
        tolerations: [{key: runtime, operator: Exists}]
      """;
  private static final String BARE =
      "{apiVersion: node.k8s.io/v1, kind: RuntimeClass, metadata: {name: bare}, handler: runc}";

  private final RuntimeClassPlugin plugin = new RuntimeClassPlugin();

  private static TestCall pod(String spec) {
    return TestCall.create(
            "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop}, spec: {" + spec
                + "}}")
        .amid(SANDBOX, BARE);
  }

  @Test
  void podsGetWhatTheirClassSays() {
    Admission answer = pod("runtimeClassName: sandbox, nodeSelector: {a: b}").admit(plugin);
    assertThat(answer.object().orElseThrow().get("spec"))
        .isEqualTo(TestCall.tree("{runtimeClassName: sandbox, overhead: {cpu: 100m}, nodeSelector:"
            + " {a: b, runtime: runsc}, tolerations: [{key: runtime, operator: Exists}]}"));
    assertThat(pod("runtimeClassName: bare").admit(plugin)).isEqualTo(Admission.UNCHANGED);
    assertThat(pod("").admit(plugin)).isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void podsMustNotContradictTheirClass() {
    assertThat(TestCall.refusal(
            pod("runtimeClassName: sandbox, overhead: {cpu: 200m}").admit(plugin)))
        .isEqualTo(TestCall.forbidden(
            "pods",
            "p",
            "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead"));
    assertThat(TestCall.refusal(
            pod("runtimeClassName: sandbox, nodeSelector: {runtime: runc}").admit(plugin)))
        .isEqualTo(TestCall.forbidden(
            "pods",
            "p",
            "conflict: runtimeClass.scheduling.nodeSelector[runtime] = runsc;"
                + " pod.spec.nodeSelector[runtime] = runc"));
    assertThat(TestCall.refusal(pod("runtimeClassName: ghost").admit(plugin)))
        .isEqualTo(
            TestCall.forbidden("pods", "p", "pod rejected: RuntimeClass \"ghost\" not found"));
  }

  @Test
  void overheadsAreThoseOfTheClass() {
    assertThat(TestCall.refusal(pod("overhead: {cpu: 1}").validate(plugin)))
        .isEqualTo(TestCall.forbidden(
            "pods",
            "p",
            "pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead"));
    assertThat(TestCall.refusal(pod("runtimeClassName: sandbox").validate(plugin)))
        .isEqualTo(TestCall.forbidden(
            "pods",
            "p",
            "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead"));
    assertThat(pod("runtimeClassName: sandbox, overhead: {cpu: 0.1}").validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.refusal(pod("runtimeClassName: ghost").validate(plugin)))
        .endsWith("RuntimeClass \"ghost\" not found");
  }
}
