package io.plimsoll.core.registry.autoscaling;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.validation.Draft;
import java.util.List;
import java.util.Optional;

/**
 * Horizontal autoscalers in their two versions. Mirrors {@code pkg/apis/autoscaling/v1/conversion.go} for those that look at the
 * use of CPU only; upstream keeps what else there is in annotations, which is not told here.
 */
public final class AutoscalerVersions {

  /** The kind. */
  public static final String KIND = "HorizontalPodAutoscaler";

  /** The use of CPU that autoscalers aim at that name no metric: {@code DefaultCPUUtilization}. */
  static final long CPU_PERCENTAGE = 80;

  /** The field of the first version for it. */
  static final String CPU_FIELD = "targetCPUUtilizationPercentage";

  private static final String CURRENT_CPU_FIELD = "currentCPUUtilizationPercentage";

  /** What annotations start with that hold what the first version has no fields for. */
  private static final String ROUND_TRIP = "autoscaling.alpha.kubernetes.io/";

  private static final String V1 = "autoscaling/v1";
  private static final String V2 = "autoscaling/v2";
  private static final String METRICS_ANNOTATION = "autoscaling.alpha.kubernetes.io/metrics";

  private AutoscalerVersions() {}

  /** Returns an autoscaler in another version; nothing if that version has no fields for what it says. */
  public static Optional<MappingValue> convert(MappingValue object, String apiVersion) {
    return switch (apiVersion) {
      case V1 -> toV1(object);
      case V2 -> isInAnnotations(object) ? Optional.empty() : Optional.of(toV2(object));
      default -> Optional.empty();
    };
  }

  private static Optional<MappingValue> toV1(MappingValue object) {
    Fields spec = Fields.of(object.get("spec"));
    Fields status = Fields.of(object.get("status"));
    List<Fields> metrics = spec.list("metrics", metric -> metric);
    boolean more = spec.has("behavior")
        || status.has("currentMetrics")
        || status.has("conditions")
        || metrics.size() > 1;
    Optional<Long> percentage =
        metrics.stream().findFirst().flatMap(AutoscalerVersions::percentage);
    if (more || (metrics.size() == 1 && percentage.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(Draft.edit(object.with("apiVersion", ScalarValue.of(V1)), draft -> {
      draft.editOrCreate("spec", rest -> {
        rest.remove("metrics");
        percentage.ifPresent(percent -> rest.set(CPU_FIELD, ScalarValue.of(percent)));
      });
      draft.editOrCreate(
          "status",
          counts -> counts
              .remove("currentMetrics")
              .setDefault("currentReplicas", ScalarValue.of(0))
              .setDefault("desiredReplicas", ScalarValue.of(0)));
    }));
  }

  private static Optional<Long> percentage(Fields metric) {
    Fields resource = Fields.of(metric.value("resource"));
    boolean cpu =
        metric.text("type").equals("Resource") && resource.text("name").equals("cpu");
    return cpu
        ? Optional.ofNullable(Fields.of(resource.value("target")).int64("averageUtilization"))
        : Optional.empty();
  }

  /** Returns an autoscaler of the first version in the second. */
  static MappingValue toV2(MappingValue object) {
    Long percentage = Fields.of(object.get("spec")).int64(CPU_FIELD);
    Long current = Fields.of(object.get("status")).int64(CURRENT_CPU_FIELD);
    MappingValue renamed = object.with("apiVersion", ScalarValue.of(V2));
    return Draft.edit(renamed, draft -> {
      if (percentage != null) {
        draft.edit("spec", spec -> spec.remove(CPU_FIELD).set("metrics", list(cpu(percentage))));
      }
      if (current != null) {
        draft.edit(
            "status",
            status ->
                status.remove(CURRENT_CPU_FIELD).set("currentMetrics", list(currentCpu(current))));
      }
    });
  }

  private static SequenceValue list(MappingValue metric) {
    return SequenceValue.of(List.of(metric));
  }

  private static MappingValue currentCpu(long percentage) {
    MappingValue current =
        MappingValue.empty().with("averageUtilization", ScalarValue.of(percentage));
    return ofResource("current", current);
  }

  /** Returns the metric of the use of CPU. */
  static MappingValue cpu(long percentage) {
    MappingValue target = MappingValue.empty()
        .with("type", ScalarValue.of("Utilization"))
        .with("averageUtilization", ScalarValue.of(percentage));
    return ofResource("target", target);
  }

  private static MappingValue ofResource(String field, MappingValue amount) {
    MappingValue resource =
        MappingValue.empty().with("name", ScalarValue.of("cpu")).with(field, amount);
    return MappingValue.empty().with("type", ScalarValue.of("Resource")).with("resource", resource);
  }

  private static boolean isInAnnotations(MappingValue object) {
    return Fields.of(object.get("metadata")).stringMap("annotations").keySet().stream()
        .anyMatch(name -> name.startsWith(ROUND_TRIP));
  }

  /** Returns whether an autoscaler of the first version has other metrics in an annotation. */
  static boolean hasOtherMetrics(MappingValue object) {
    return Fields.of(object.get("metadata"))
        .stringMap("annotations")
        .containsKey(METRICS_ANNOTATION);
  }
}
