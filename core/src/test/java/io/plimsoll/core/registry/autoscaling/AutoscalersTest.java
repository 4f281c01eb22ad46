package io.plimsoll.core.registry.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.Written;
import io.plimsoll.core.validation.Strategy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Autoscalers in their two versions. */
class AutoscalersTest {

  private static final Strategy V2 = new HorizontalPodAutoscalerStrategy();
  private static final Strategy V1 = new AutoscalerV1Strategy();
  private static final String TARGET =
      "scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}";

  private static String autoscaler(String spec) {
    return "metadata: {name: web}\nspec: {" + TARGET + ", " + spec + "}\n";
  }

  private static List<String> errors(String spec) {
    return Written.errors(Written.create(V2, autoscaler(spec)));
  }

  private static List<String> metricErrors(String metric) {
    return errors("maxReplicas: 3, metrics: [" + metric + "]");
  }

  private static List<String> ruleErrors(String rules) {
    return errors("maxReplicas: 3, behavior: {scaleDown: {" + rules + "}}");
  }

  @Test
  void withoutMetricsTheUseOfCpuIsFollowed() {
    MappingValue stored = Written.stored(V2, autoscaler("maxReplicas: 3"));

    assertThat(Written.json(V2, stored, "spec"))
        .contains("\"minReplicas\":1")
        .contains("\"averageUtilization\":80");
    assertThat(Written.json(V2, stored, "metadata")).contains("\"generation\":1");
    assertThat(Written.json(V2, stored, "status"))
        .isEqualTo("{\"desiredReplicas\":0,\"currentMetrics\":null}");
  }

  @Test
  void behaviorIsFilledIn() {
    MappingValue stored = Written.stored(
        V2, autoscaler("maxReplicas: 3, behavior: {scaleDown: {selectPolicy: Disabled}}"));

    assertThat(Written.json(V2, stored, "spec"))
        .contains("\"stabilizationWindowSeconds\":0")
        .contains("\"selectPolicy\":\"Disabled\"")
        .contains("\"selectPolicy\":\"Max\"")
        .contains("\"value\":100")
        .contains("\"value\":4");
  }

  @Test
  void onlyAnotherSpecificationIsAnotherGeneration() {
    MappingValue old = Written.stored(V2, autoscaler("maxReplicas: 3"));

    assertThat(Written.json(V2, Written.updated(V2, old, autoscaler("maxReplicas: 3")), "metadata"))
        .contains("\"generation\":1");
    assertThat(Written.json(V2, Written.updated(V2, old, autoscaler("maxReplicas: 4")), "metadata"))
        .contains("\"generation\":2");
  }

  @Test
  void replicas() {
    assertThat(errors("minReplicas: 2"))
        .containsExactly(
            "spec.maxReplicas: Invalid value: 0: must be greater than or equal to `minReplicas`",
            "spec.maxReplicas: Required value");
    assertThat(errors("minReplicas: -1, maxReplicas: -2"))
        .containsExactly(
            "spec.maxReplicas: Invalid value: -2: must be greater than or equal to `minReplicas`",
            "spec.minReplicas: Invalid value: -1: must be greater than or equal to 0",
            "spec.maxReplicas: Invalid value: -2: must be greater than or equal to 1");
    assertThat(errors("minReplicas: 0, maxReplicas: 2"))
        .containsExactly(
            "spec.metrics: Forbidden: must specify at least one Object or External metric to support"
                + " scaling to zero replicas");
  }

  @Test
  void targets() {
    String yaml = "metadata: {name: web}\nspec: {maxReplicas: 1, scaleTargetRef: {%s}}\n";

    assertThat(Written.errors(Written.create(V2, yaml.formatted(""))))
        .containsExactly(
            "spec.scaleTargetRef.kind: Required value",
            "spec.scaleTargetRef.name: Required value",
            "spec.scaleTargetRef.apiVersion: Invalid value: \"\": apiVersion must specify API group");
    assertThat(Written.errors(Written.create(
            V2, yaml.formatted("kind: ReplicationController, name: a/b, apiVersion: v1"))))
        .containsExactly("spec.scaleTargetRef.name: Invalid value: \"a/b\": may not contain '/'");
    assertThat(Written.errors(
            Written.create(V2, yaml.formatted("kind: A, name: b, apiVersion: a/b/c"))))
        .containsExactly("spec.scaleTargetRef.apiVersion: Invalid value: \"a/b/c\": unexpected"
            + " GroupVersion string: a/b/c");
  }

  @Test
  void sourcesOfMetrics() {
    assertThat(metricErrors("{}"))
        .containsExactly(
            "spec.metrics[0].type: Required value: must specify a metric source type",
            "spec.metrics[0].type: Unsupported value: \"\": supported values: \"ContainerResource\","
                + " \"External\", \"Object\", \"Pods\", \"Resource\"");
    assertThat(
            metricErrors(
                "{type: Resource, pods: {metric: {name: a}, target: {type: AverageValue,"
                    + " averageValue: 1}}, external: {metric: {name: a}, target: {type: Value, value: 1}}}"))
        .containsExactly(
            "spec.metrics[0].resource: Required value: must populate information for the given metric"
                + " source",
            "spec.metrics[0].external: Forbidden: must populate the given metric source only",
            "spec.metrics[0].pods: Forbidden: must populate the given metric source only");
    assertThat(metricErrors("{type: Resource, resource: {target: {type: Most, averageValue: 0}}}"))
        .containsExactly(
            "spec.metrics[0].resource.name: Required value: must specify a resource name",
            "spec.metrics[0].resource.target.type: Invalid value: \"Most\": must be either"
                + " Utilization, Value, or AverageValue",
            "spec.metrics[0].resource.target.averageValue: Invalid value: \"0\": must be positive");
    assertThat(
            metricErrors("{type: External, external: {metric: {name: a}, target: {type: Value}}}"))
        .containsExactly("spec.metrics[0].external.target.averageValue: Required value: must set"
            + " either a target value for metric or a per-pod target");
    assertThat(
            metricErrors("{type: Object, object: {describedObject: {kind: A, name: b}, metric: {},"
                + " target: {type: Value, value: 1}}}"))
        .containsExactly(
            "spec.metrics[0].object.metric.name: Required value: must specify a metric name");
    assertThat(
            metricErrors("{type: ContainerResource, containerResource: {name: gold, container: A,"
                + " target: {type: Utilization, averageUtilization: 0, averageValue: 1}}}"))
        .hasSize(5)
        .contains(
            "spec.metrics[0].containerResource.name: Invalid value: \"gold\": must be a standard"
                + " resource for containers",
            "spec.metrics[0].containerResource.target.averageUtilization: Invalid value: 0: must be"
                + " greater than 0");
  }

  @Test
  void speed() {
    assertThat(ruleErrors("stabilizationWindowSeconds: 3601, selectPolicy: Any, policies: [],"
            + " tolerance: -1"))
        .containsExactly(
            "spec.behavior.scaleDown.stabilizationWindowSeconds: Invalid value: 3601: must be less"
                + " than or equal to 3600",
            "spec.behavior.scaleDown.selectPolicy: Unsupported value: \"Any\": supported values:"
                + " \"Disabled\", \"Max\", \"Min\"",
            "spec.behavior.scaleDown.policies: Required value: must specify at least one Policy",
            "spec.behavior.scaleDown.tolerance: Invalid value: \"-1\": must be greater than or equal"
                + " to 0");
    assertThat(ruleErrors("policies: [{type: All, value: 0, periodSeconds: 1801}]"))
        .containsExactly(
            "spec.behavior.scaleDown.policies[0].type: Unsupported value: \"All\": supported values:"
                + " \"Percent\", \"Pods\"",
            "spec.behavior.scaleDown.policies[0].value: Invalid value: 0: must be greater than zero",
            "spec.behavior.scaleDown.policies[0].periodSeconds: Invalid value: 1801: must be less than"
                + " or equal to 1800");
  }

  @Test
  void anUnchangedTargetMayBeWrong() {
    MappingValue old = Written.decoded(V2, """
        metadata: {name: web, namespace: shop, uid: u-1, resourceVersion: '2'}
        spec: {maxReplicas: 1, scaleTargetRef: {kind: Deployment, name: web}}
        """);

    assertThat(
            Written.errors(
                Written.update(
                    V2,
                    old,
                    "metadata: {name: web}\nspec: {maxReplicas: 2, scaleTargetRef: {kind: Deployment, name: b}}\n")))
        .isEmpty();
    assertThat(
            Written.errors(
                Written.update(
                    V2,
                    old,
                    "metadata: {name: web}\nspec: {maxReplicas: 2, scaleTargetRef: {kind: ReplicaSet, name: b}}\n")))
        .containsExactly("spec.scaleTargetRef.apiVersion: Invalid value: \"\": apiVersion must"
            + " specify API group");
  }

  @Test
  void theFirstVersionMeansTheUseOfCpu() {
    MappingValue stored = Written.stored(V1, autoscaler("maxReplicas: 3"));

    assertThat(Written.json(V1, stored, "spec"))
        .contains("\"minReplicas\":1")
        .contains("\"targetCPUUtilizationPercentage\":80");
    assertThat(Written.errors(
            Written.create(V1, autoscaler("maxReplicas: 3, targetCPUUtilizationPercentage: 0"))))
        .containsExactly(
            "spec.metrics[0].resource.target.averageUtilization: Invalid value: 0: must"
                + " be greater than 0");
    MappingValue second = AutoscalerVersions.convert(stored, "autoscaling/v2").orElseThrow();
    assertThat(
            AutoscalerVersions.convert(second, "autoscaling/v1").orElseThrow().get("spec"))
        .isEqualTo(stored.get("spec"));
  }

  private static String annotated(String name, String json, String spec) {
    return "metadata: {name: web, annotations: {a: b, autoscaling.alpha.kubernetes.io/" + name
        + ": '" + json + "'}}\nspec: {" + TARGET + ", maxReplicas: 3" + spec + "}\n";
  }

  @Test
  void theFirstVersionHasOtherMetricsInAnAnnotation() {
    String metrics =
        "[{\"type\":\"Pods\",\"Pods\":{\"metricName\":\"m\",\"targetAverageValue\":\"1000m\"}}]";
    MappingValue stored =
        Written.stored(V1, annotated("metrics", metrics, ", targetCPUUtilizationPercentage: 50"));

    assertThat(Written.json(V1, stored, "metadata"))
        .contains("\"a\":\"b\"")
        .contains("[{\\\"type\\\":\\\"Pods\\\",\\\"pods\\\":{\\\"metricName\\\":\\\"m\\\","
            + "\\\"targetAverageValue\\\":\\\"1\\\"}}]");
    MappingValue second = AutoscalerVersions.convert(stored, "autoscaling/v2").orElseThrow();
    assertThat(Written.json(V2, second, "spec"))
        .contains("{\"type\":\"Pods\",\"pods\":{\"metric\":{\"name\":\"m\"},\"target\":"
            + "{\"type\":\"AverageValue\",\"averageValue\":\"1\"}}}")
        .contains("\"averageUtilization\":50");
    assertThat(Written.json(V2, second, "metadata")).doesNotContain("alpha");
    assertThat(AutoscalerVersions.convert(second, "autoscaling/v1")).contains(stored);
  }

  @Test
  void whatAnAnnotationSaysIsValidated() {
    assertThat(Written.errors(Written.create(
            V1,
            annotated(
                "metrics", "[{\"type\":\"Resource\",\"resource\":{\"name\":\"memory\"}}]", ""))))
        .containsExactly(
            "spec.metrics[0].resource.target.averageUtilization: Required value: must set"
                + " either a target raw value or a target utilization");
    assertThat(Written.errors(Written.create(
            V1, annotated("behavior", "{\"ScaleDown\":{\"SelectPolicy\":\"Any\"}}", ""))))
        .containsExactly(
            "spec.behavior.scaleDown.selectPolicy: Unsupported value: \"Any\": supported values:"
                + " \"Disabled\", \"Max\", \"Min\"",
            "spec.behavior.scaleDown.policies: Required value: must specify at least one Policy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{]", "{}", "[{\"type\":5}]", "[]", "null"})
  void anAnnotationThatSaysNothingIsDropped(String metrics) {
    MappingValue stored = Written.stored(V1, annotated("metrics", metrics, ""));

    assertThat(Written.json(V1, stored, "spec")).contains("\"targetCPUUtilizationPercentage\":80");
    assertThat(Written.json(V1, stored, "metadata")).doesNotContain("alpha");
  }

  @Test
  void behaviorIsWrittenUnderTheNamesOfGo() {
    MappingValue second = Written.stored(V2, autoscaler("maxReplicas: 3, behavior: {}"));

    MappingValue first = AutoscalerVersions.convert(second, "autoscaling/v1").orElseThrow();

    assertThat(Written.json(V1, first, "metadata"))
        .contains(
            "{\\\"ScaleUp\\\":{\\\"StabilizationWindowSeconds\\\":0,\\\"SelectPolicy\\\":\\\"Max\\\"");
    assertThat(AutoscalerVersions.convert(first, "autoscaling/v2").orElseThrow().get("spec"))
        .isEqualTo(second.get("spec"));
  }

  @Test
  void theStatusIsKeptInAnnotationsToo() {
    MappingValue stored = Written.decoded(V2, """
        metadata: {name: web, namespace: shop, uid: u-1, resourceVersion: '2', generation: 1}
        spec: {maxReplicas: 1, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
        status:
          currentReplicas: 1
          desiredReplicas: 1
          currentMetrics: [{type: Resource, resource: {name: cpu, current: {averageUtilization: 7, averageValue: 5m}}}]
          conditions: [{type: AbleToScale, status: 'True', lastTransitionTime: '2026-01-01T00:00:00Z'}]
        """);

    MappingValue first = AutoscalerVersions.convert(stored, "autoscaling/v1").orElseThrow();

    assertThat(Written.json(V1, first, "status")).contains("\"currentCPUUtilizationPercentage\":7");
    assertThat(Written.json(V1, first, "metadata"))
        .contains("autoscaling.alpha.kubernetes.io/conditions")
        .contains("\\\"currentAverageValue\\\":\\\"5m\\\"");
    assertThat(AutoscalerVersions.convert(first, "autoscaling/v2").orElseThrow().get("status"))
        .isEqualTo(stored.get("status"));
    assertThat(Written.json(
            V1,
            Written.updated(
                V1, first, "metadata: {name: web}\nspec: {maxReplicas: 2, " + TARGET + "}"),
            "metadata"))
        .contains("autoscaling.alpha.kubernetes.io/conditions")
        .contains("\"generation\":2");
  }

  @Test
  void ofAStatusNothingElseIsWritten() {
    MappingValue old = Written.stored(V1, autoscaler("maxReplicas: 3"));
    Strategy status = V1.subresource("status").orElseThrow();

    MappingValue updated = Written.updated(
        status,
        old,
        annotated("behavior", "{\"scaleUp\":{}}", "") + "status: {currentReplicas: 2}");

    assertThat(updated.get("spec")).isEqualTo(old.get("spec"));
    assertThat(Written.json(V1, updated, "status")).contains("\"currentReplicas\":2");
    assertThat(Written.json(V1, updated, "metadata")).doesNotContain("alpha");
    assertThat(Written.errors(Written.update(
            status, old, autoscaler("maxReplicas: 3") + "status: {desiredReplicas: -1}")))
        .containsExactly(
            "status.desiredReplicas: Invalid value: -1: must be greater than or equal to 0");
  }
}
