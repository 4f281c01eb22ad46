package io.plimsoll.core.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.TestCall;
import io.plimsoll.core.admission.support.Trees;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodNodeSelectorTest {

  private static String namespace(String selector) {
    return "{apiVersion: v1, kind: Namespace, metadata: {name: shop, annotations:"
        + " {scheduler.alpha.kubernetes.io/node-selector: '" + selector + "'}}}";
  }

  private static final String PLAIN = "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}";

  private static String pod(String selector) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop}, spec: {nodeSelector: {"
        + selector + "}}}";
  }

  private static Map<String, String> selector(Admission answer) {
    return Trees.spec(answer.object().orElseThrow()).stringMap("nodeSelector");
  }

  @Test
  void podsGetTheSelectorOfTheirNamespace() {
    PodNodeSelector plugin = new PodNodeSelector(Map.of());
    Admission answer =
        TestCall.create(pod("disk: ssd")).amid(namespace("env=prod, zone = a")).admit(plugin);
    assertThat(selector(answer))
        .containsExactlyInAnyOrderEntriesOf(Map.of("disk", "ssd", "env", "prod", "zone", "a"));
    assertThat(TestCall.create(pod("disk: ssd")).amid(namespace("")).admit(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void namespacesWithoutSelectorHaveTheOneOfTheCluster() {
    PodNodeSelector plugin = new PodNodeSelector(Map.of("clusterDefaultNodeSelector", "env=test"));
    assertThat(selector(TestCall.create(pod("")).amid(PLAIN).admit(plugin)))
        .containsExactly(Map.entry("env", "test"));
    assertThat(selector(TestCall.create(pod("")).amid(namespace("env=prod")).admit(plugin)))
        .containsExactly(Map.entry("env", "prod"));
  }

  @Test
  void podsMustNotContradictTheirNamespace() {
    PodNodeSelector plugin = new PodNodeSelector(Map.of());
    String refusal = TestCall.forbidden(
        "pods", "p", "pod node label selector conflicts with its namespace node label selector");
    assertThat(TestCall.refusal(
            TestCall.create(pod("env: test")).amid(namespace("env=prod")).admit(plugin)))
        .isEqualTo(refusal);
    assertThat(TestCall.refusal(
            TestCall.create(pod("env: test")).amid(namespace("env=prod")).validate(plugin)))
        .isEqualTo(refusal);
  }

  @Test
  void podsUseLabelsOnlyThatTheirNamespaceMayUse() {
    PodNodeSelector plugin = new PodNodeSelector(Map.of("shop", "env=prod,disk=ssd"));
    assertThat(TestCall.create(pod("env: prod")).amid(PLAIN).admit(plugin))
        .isEqualTo(Admission.UNCHANGED);
    String refusal = TestCall.forbidden(
        "pods", "p", "pod node label selector labels conflict with its namespace whitelist");
    assertThat(TestCall.refusal(TestCall.create(pod("zone: a")).amid(PLAIN).admit(plugin)))
        .isEqualTo(refusal);
    assertThat(TestCall.refusal(TestCall.create(pod("env: test")).amid(PLAIN).validate(plugin)))
        .isEqualTo(refusal);
  }

  @Test
  void unreadableSelectorsAndMissingNamespacesAreErrors() {
    PodNodeSelector plugin = new PodNodeSelector(Map.of());
    assertThat(TestCall.refusal(TestCall.create(pod("")).amid(namespace("env")).admit(plugin)))
        .isEqualTo("500 invalid selector: [env]");
    assertThat(
            TestCall.refusal(TestCall.create(pod("")).amid(namespace("a=b c")).admit(plugin)))
        .startsWith("500 [a]: Invalid value: \"b c\": ");
    assertThat(TestCall.refusal(TestCall.create(pod("")).admit(plugin)))
        .isEqualTo("500 Internal error occurred: namespace shop does not exist");
  }
}
