package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.validation.Draft;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Horizontal autoscalers in their two versions. Mirrors {@code pkg/apis/autoscaling/v1/conversion.go} for those that look at the
 * use of CPU only; upstream keeps what else there is in annotations, which is not told here.
 */
final class AutoscalerVersions {

  static final String KIND = "HorizontalPodAutoscaler";

  private static final String V1 = "autoscaling/v1";
  private static final String V2 = "autoscaling/v2";
  private static final String CPU_PERCENTAGE = "targetCPUUtilizationPercentage";

  private AutoscalerVersions() {}

  static Optional<MappingValue> convert(MappingValue object, String apiVersion) {
    return switch (apiVersion) {
      case V1 -> toV1(object);
      case V2 -> Optional.of(toV2(object));
      default -> Optional.empty();
    };
  }

  private static Optional<MappingValue> toV1(MappingValue object) {
    Fields spec = Trees.spec(object);
    Fields status = Trees.status(object);
    List<Fields> metrics = Trees.list(spec, "metrics");
    boolean more = spec.has("behavior")
        || status.has("currentMetrics")
        || status.has("conditions")
        || metrics.size() > 1;
    Optional<Long> percentage =
        metrics.stream().findFirst().flatMap(AutoscalerVersions::percentage);
    if (more || (metrics.size() == 1 && percentage.isEmpty())) {
      return Optional.empty();
    }
    MappingValue plain =
        object.with("apiVersion", ScalarValue.of(V1)).with("spec", spec.tree().without("metrics"));
    MappingValue counted = Draft.edit(
        plain,
        draft -> draft.editOrCreate(
            "status",
            counts -> counts
                .setDefault("currentReplicas", ScalarValue.of(0))
                .setDefault("desiredReplicas", ScalarValue.of(0))));
    return Optional.of(percentage
        .map(percent ->
            Trees.editSpec(counted, draft -> draft.set(CPU_PERCENTAGE, ScalarValue.of(percent))))
        .orElse(counted));
  }

  private static Optional<Long> percentage(Fields metric) {
    Fields resource = Trees.object(metric, "resource");
    Fields target = Trees.object(resource, "target");
    boolean cpu = metric.text("type").equals("Resource")
        && resource.text("name").equals("cpu")
        && target.text("type").equals("Utilization");
    return cpu ? Optional.ofNullable(target.int64("averageUtilization")) : Optional.empty();
  }

  private static MappingValue toV2(MappingValue object) {
    Long percentage = Trees.spec(object).int64(CPU_PERCENTAGE);
    MappingValue renamed = object.with("apiVersion", ScalarValue.of(V2));
    if (percentage == null) {
      return renamed;
    }
    MappingValue target = Trees.strings(Map.of("type", "Utilization"))
        .with("averageUtilization", ScalarValue.of(percentage));
    MappingValue resource = Trees.strings(Map.of("name", "cpu")).with("target", target);
    MappingValue metric = Trees.strings(Map.of("type", "Resource")).with("resource", resource);
    return Trees.editSpec(
        renamed,
        spec -> spec.remove(CPU_PERCENTAGE).set("metrics", SequenceValue.of(List.of(metric))));
  }
}
