package io.plimsoll.core.registry.autoscaling;

import io.plimsoll.core.schema.Field;
import io.plimsoll.core.schema.FieldType.Scalar;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * The types of {@code autoscaling/v1} that only annotations have, so that no description of the API names them. Mirrors {@code
 * k8s.io/api/autoscaling/v1/types.go}.
 */
final class FirstVersion {

  private static final ObjectType SELECTOR = known("meta.v1.LabelSelector");
  private static final ObjectType REFERENCE = known("autoscaling.v1.CrossVersionObjectReference");

  /** A metric that an autoscaler follows. */
  static final ObjectType METRIC_SPEC = metric(
      "MetricSpec",
      type(
          "ObjectMetricSource",
          Field.of("target", REFERENCE),
          Field.of("metricName", Scalar.STRING),
          Field.of("targetValue", Scalar.QUANTITY),
          Field.of("selector", SELECTOR),
          Field.of("averageValue", Scalar.QUANTITY)),
      type(
          "PodsMetricSource",
          Field.of("metricName", Scalar.STRING),
          Field.of("targetAverageValue", Scalar.QUANTITY),
          Field.of("selector", SELECTOR)),
      type(
          "ResourceMetricSource",
          Field.of("name", Scalar.STRING),
          Field.of("targetAverageUtilization", Scalar.INT32),
          Field.of("targetAverageValue", Scalar.QUANTITY)),
      type(
          "ContainerResourceMetricSource",
          Field.of("name", Scalar.STRING),
          Field.of("targetAverageUtilization", Scalar.INT32),
          Field.of("targetAverageValue", Scalar.QUANTITY),
          Field.of("container", Scalar.STRING)),
      type(
          "ExternalMetricSource",
          Field.of("metricName", Scalar.STRING),
          Field.of("metricSelector", SELECTOR),
          Field.of("targetValue", Scalar.QUANTITY),
          Field.of("targetAverageValue", Scalar.QUANTITY)));

  /** A metric as it was seen. */
  static final ObjectType METRIC_STATUS = metric(
      "MetricStatus",
      type(
          "ObjectMetricStatus",
          Field.of("target", REFERENCE),
          Field.of("metricName", Scalar.STRING),
          Field.of("currentValue", Scalar.QUANTITY),
          Field.of("selector", SELECTOR),
          Field.of("averageValue", Scalar.QUANTITY)),
      type(
          "PodsMetricStatus",
          Field.of("metricName", Scalar.STRING),
          Field.of("currentAverageValue", Scalar.QUANTITY),
          Field.of("selector", SELECTOR)),
      type(
          "ResourceMetricStatus",
          Field.of("name", Scalar.STRING),
          Field.of("currentAverageUtilization", Scalar.INT32),
          Field.of("currentAverageValue", Scalar.QUANTITY)),
      type(
          "ContainerResourceMetricStatus",
          Field.of("name", Scalar.STRING),
          Field.of("currentAverageUtilization", Scalar.INT32),
          Field.of("currentAverageValue", Scalar.QUANTITY),
          Field.of("container", Scalar.STRING)),
      type(
          "ExternalMetricStatus",
          Field.of("metricName", Scalar.STRING),
          Field.of("metricSelector", SELECTOR),
          Field.of("currentValue", Scalar.QUANTITY),
          Field.of("currentAverageValue", Scalar.QUANTITY)));

  private FirstVersion() {}

  private static ObjectType metric(String name, ObjectType... sources) {
    List<String> names = List.of("object", "pods", "resource", "containerResource", "external");
    List<Field> fields = new ArrayList<>(List.of(Field.of("type", Scalar.STRING)));
    for (int i = 0; i < sources.length; i++) {
      fields.add(Field.of(names.get(i), sources[i]));
    }
    return type(name, fields.toArray(Field[]::new));
  }

  private static ObjectType type(String name, Field... fields) {
    return ObjectType.of("autoscaling.v1." + name, List.of(fields));
  }

  /** Returns a type of the API by its full name. */
  static ObjectType known(String name) {
    return Schema.kubernetes().type(name).orElseThrow();
  }
}
