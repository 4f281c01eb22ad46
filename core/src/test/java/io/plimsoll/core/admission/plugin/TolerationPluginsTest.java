package io.plimsoll.core.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.TestCall;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TolerationPluginsTest {

  private static final String PLAIN = "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}";
  private static final String LIMITS =
      "containers: [{name: c, resources: {limits: {cpu: 1, memory: 1Gi}, requests: {cpu: 1, memory: 1Gi}}}]";

  private static String pod(String spec) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop}, spec: {" + spec
        + "}}";
  }

  private static String namespace(String annotation, String json) {
    return "{apiVersion: v1, kind: Namespace, metadata: {name: shop, annotations:"
        + " {scheduler.alpha.kubernetes.io/" + annotation + ": '" + json + "'}}}";
  }

  private static List<Value> values(String... trees) {
    return Stream.of(trees).<Value>map(TestCall::tree).toList();
  }

  private static List<String> keys(Admission answer) {
    return Trees.list(Trees.spec(answer.object().orElseThrow()), "tolerations").stream()
        .map(toleration -> toleration.text("key"))
        .toList();
  }

  @Test
  void podsStayForAWhile() {
    DefaultTolerationSeconds plugin = new DefaultTolerationSeconds(300, 60);
    assertThat(TestCall.create(pod("")).admit(plugin).object())
        .contains(TestCall.tree(pod("tolerations: [{key: node.kubernetes.io/not-ready, operator:"
            + " Exists, effect: NoExecute, tolerationSeconds: 300}, {key:"
            + " node.kubernetes.io/unreachable, operator: Exists, effect: NoExecute,"
            + " tolerationSeconds: 60}]")));
    assertThat(keys(TestCall.create(
                pod("tolerations: [{key: node.kubernetes.io/not-ready, operator: Exists}]"))
            .admit(plugin)))
        .containsExactly("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable");
    assertThat(TestCall.create(pod("tolerations: [{operator: Exists}]")).admit(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void podsGetTheTolerationsOfTheirNamespace() {
    PodTolerationRestriction plugin =
        new PodTolerationRestriction(values("{key: cluster, operator: Exists}"), List.of());
    assertThat(keys(TestCall.create(pod("tolerations: [{key: own, operator: Exists}]"))
            .amid(namespace("defaultTolerations", "[{\"key\": \"ns\", \"operator\": \"Exists\"}]"))
            .admit(plugin)))
        .containsExactly("own", "ns");
    assertThat(keys(TestCall.create(pod("")).amid(PLAIN).admit(plugin))).containsExactly("cluster");
    assertThat(
            TestCall.create(pod("")).amid(namespace("defaultTolerations", "")).admit(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void podsWithRequestsTolerateMemoryPressure() {
    PodTolerationRestriction plugin = new PodTolerationRestriction(List.of(), List.of());
    assertThat(keys(TestCall.create(pod(LIMITS)).amid(PLAIN).admit(plugin)))
        .containsExactly("node.kubernetes.io/memory-pressure");
  }

  @Test
  void podsHaveTolerationsOnlyThatAreAllowed() {
    PodTolerationRestriction plugin = new PodTolerationRestriction(
        List.of(),
        values("{key: fine, operator: Exists, effect: NoExecute, tolerationSeconds: 60}"));
    String longer = pod(
        "tolerations: [{key: fine, operator: Exists, effect: NoExecute, tolerationSeconds: 90}]");
    assertThat(TestCall.refusal(TestCall.create(longer).amid(PLAIN).admit(plugin)))
        .isEqualTo("500 pod tolerations (possibly merged with namespace default tolerations)"
            + " conflict with its cluster whitelist");
    assertThat(TestCall.create(longer.replace("90", "30")).amid(PLAIN).validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
    String namespace =
        namespace("tolerationsWhitelist", "[{\"key\": \"x\", \"operator\": \"Exists\"}]");
    assertThat(TestCall.refusal(TestCall.create(longer).amid(namespace).validate(plugin)))
        .isEqualTo("500 pod tolerations (possibly merged with namespace default tolerations)"
            + " conflict with its namespace whitelist");
    assertThat(
            TestCall.create(longer).amid(namespace("tolerationsWhitelist", "")).validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void unreadableAnnotationsAreErrors() {
    PodTolerationRestriction plugin = new PodTolerationRestriction(List.of(), List.of());
    assertThat(TestCall.refusal(
            TestCall.create(pod("")).amid(namespace("defaultTolerations", "{}")).admit(plugin)))
        .isEqualTo("500 json: cannot unmarshal object into Go value of type []v1.Toleration");
    assertThat(TestCall.refusal(TestCall.create(pod(""))
            .amid(namespace("defaultTolerations", "[{\"key\": 5}]"))
            .admit(plugin)))
        .isEqualTo("500 json: cannot unmarshal number into Go struct field Toleration.key of type"
            + " string");
    assertThat(TestCall.refusal(TestCall.create(pod(""))
            .amid(namespace("defaultTolerations", "[{]"))
            .admit(plugin)))
        .isEqualTo("500 invalid character ']' looking for beginning of object key string");
    assertThat(TestCall.refusal(TestCall.create(pod("")).admit(plugin)))
        .isEqualTo("404 namespaces \"shop\" not found");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          {operator: Exists} | {key: a, operator: Equal, value: b, effect: NoSchedule} | true
          {key: a, operator: Exists} | {key: b, operator: Exists} | false
          {key: a, operator: Exists, effect: NoSchedule} | {key: a, operator: Exists} | false
          {key: a, operator: Equal, value: b} | {key: a, operator: Equal, value: b, effect: NoExecute} | true
          {key: a, operator: Equal, value: b} | {key: a, operator: Exists} | false
          {key: a, value: b, effect: NoExecute, tolerationSeconds: 5} | {key: a, operator: Equal, value: b, effect: NoExecute} | false
          {key: a, operator: Exists, effect: NoExecute, tolerationSeconds: 5} | {key: a, operator: Exists, effect: NoExecute, tolerationSeconds: 4} | true
          {key: a, operator: Gt, value: "5"} | {key: a, operator: Gt, value: "6"} | false
          """)
  void tolerationsIncludeOthers(String wide, String narrow, boolean expected) {
    assertThat(Tolerations.includes(
            Tolerations.from(values(wide)).get(0),
            Tolerations.from(values(narrow)).get(0)))
        .isEqualTo(expected);
  }

  @Test
  void whatAnotherTolerationIncludesIsLeftOut() {
    assertThat(Tolerations.merge(
            values("{key: a, operator: Equal, value: b}"),
            values("{key: a, operator: Exists}", "{key: a, operator: Exists}")))
        .isEqualTo(values("{key: a, operator: Exists}"));
  }

  @Test
  void podsTolerateTheNodesOfTheirResources() {
    ExtendedResourceToleration plugin = new ExtendedResourceToleration();
    String pod = pod("containers: [{name: c, resources: {requests: {cpu: 1, example.com/gpu: 2}}}],"
        + " initContainers: [{name: i, resources: {requests: {a.example.com/fpga: 1}}}]");
    MappingValue changed = TestCall.create(pod).admit(plugin).object().orElseThrow();
    assertThat(Trees.spec(changed).list("tolerations", Fields::tree).toString())
        .isEqualTo("[{\"key\":\"a.example.com/fpga\",\"operator\":\"Exists\",\"effect\":"
            + "\"NoSchedule\"}, {\"key\":\"example.com/gpu\",\"operator\":\"Exists\",\"effect\":"
            + "\"NoSchedule\"}]");
    assertThat(TestCall.create(changed.toString()).admit(plugin)).isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.create(pod("containers: [{name: c, resources: {requests: {cpu: 1}}}]"))
            .admit(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }
}
