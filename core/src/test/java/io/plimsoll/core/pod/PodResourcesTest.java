package io.plimsoll.core.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Quantity;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodResourcesTest {

  private static MappingValue tree(String yaml) {
    return (MappingValue)
        Documents.read(Source.of("test.yaml", yaml), Limits.DEFAULT).roots().get(0);
  }

  private static Fields spec(String yaml) {
    return Fields.of(tree("{" + yaml + "}"));
  }

  private static String container(String name, String cpu, String more) {
    return "{name: " + name + ", resources: {requests: {cpu: " + cpu + "}}" + more + "}";
  }

  private static Map<String, Quantity> cpu(String amount) {
    return Map.of("cpu", Quantity.parse(amount));
  }

  @Test
  void containersAddUpAndInitContainersCountWhereTheyTakeMore() {
    String containers = "containers: [" + container("a", "1", "") + ", " + container("b", "2", "")
        + "], initContainers: [";
    assertThat(PodResources.requests(spec(containers + container("i", "2", "") + "]")))
        .isEqualTo(cpu("3"));
    assertThat(PodResources.requests(spec(containers + container("i", "5", "") + "]")))
        .isEqualTo(cpu("5"));
  }

  @Test
  void sidecarsRunWithTheContainersAndWithLaterInitContainers() {
    String sidecar = container("s", "1", ", restartPolicy: Always");
    assertThat(PodResources.requests(spec("containers: [" + container("a", "2", "")
            + "], initContainers: [" + sidecar + ", " + container("i", "4", "") + "]")))
        .isEqualTo(cpu("5"));
    assertThat(PodResources.requests(spec("containers: [" + container("a", "2", "")
            + "], initContainers: [" + container("i", "3", "") + ", " + sidecar + "]")))
        .isEqualTo(cpu("3"));
  }

  @Test
  void podsAsAWholeAndOverheadCount() {
    assertThat(PodResources.requests(spec("resources: {requests: {cpu: 2}}, overhead: {cpu: 500m},"
            + " containers: [" + container("a", "1", "") + "]")))
        .isEqualTo(cpu("2500m"));
    Fields limited = spec("resources: {limits: {cpu: 2}}, overhead: {cpu: 500m, memory: 1Gi},"
        + " containers: [{name: a}]");
    assertThat(PodResources.limits(limited)).isEqualTo(cpu("2500m"));
    assertThat(PodResources.hasPodLevel(limited)).isTrue();
    assertThat(PodResources.hasPodLevel(spec("resources: {limits: {example.com/gpu: 2}}")))
        .isFalse();
  }

  @Test
  void whileAPodIsResizedTheMostCounts() {
    String spec = "spec: {containers: [" + container("a", "2", "") + "]}";
    String status =
        "status: {containerStatuses: [{name: a, allocatedResources: {cpu: 3}, resources:"
            + " {requests: {cpu: 4}, limits: {cpu: 5}}}]%s}";
    assertThat(PodResources.inUse(tree("{" + spec + ", " + status.formatted("") + "}"))
            .requests())
        .isEqualTo(cpu("4"));
    assertThat(PodResources.inUse(tree("{" + spec + ", " + status.formatted("") + "}"))
            .limits())
        .isEqualTo(cpu("5"));
    assertThat(PodResources.inUse(tree("{" + spec + "}")).requests()).isEqualTo(cpu("2"));
  }

  @Test
  void whatANodeCanNeverGiveDoesNotCount() {
    String pod = "{spec: {containers: [" + container("a", "9", "") + "]}, status: {conditions:"
        + " [{type: PodResizePending, reason: Infeasible}], containerStatuses: [{name: a,"
        + " allocatedResources: {cpu: 1}}]}}";
    assertThat(PodResources.inUse(tree(pod)).requests()).isEqualTo(cpu("1"));
    assertThat(PodResources.inUse(tree(pod)).limits()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          containers: [{name: a}] | BestEffort
          containers: [{name: a, resources: {requests: {cpu: 1}}}] | Burstable
          containers: [{name: a, resources: {requests: {cpu: 1, memory: 1Gi}, limits: {cpu: 1, memory: 1Gi}}}] | Guaranteed
          containers: [{name: a, resources: {requests: {cpu: 1, memory: 1Gi}, limits: {cpu: 1, memory: 1Gi}}}, {name: b}] | Burstable
          containers: [{name: a, resources: {requests: {cpu: 1}, limits: {cpu: 1}}}] | Burstable
          containers: [{name: a, resources: {requests: {example.com/gpu: 1}}}] | BestEffort
          containers: [{name: a}], resources: {requests: {cpu: 1, memory: 1Gi}, limits: {cpu: 1, memory: 1Gi}} | Guaranteed
          """)
  void podsHaveAClass(String yaml, String expected) {
    assertThat(QosClass.ofSpec(spec(yaml))).hasToString(expected);
  }

  @Test
  void theStatusOfAPodTellsItsClass() {
    assertThat(QosClass.of(tree("{status: {qosClass: Guaranteed}}")))
        .isEqualTo(QosClass.GUARANTEED);
  }
}
