package io.plimsoll.core.registry.autoscaling;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.validation.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Horizontal autoscalers in their two versions. The first has fields for the use of CPU only, and keeps what else there is in
 * annotations. Mirrors {@code pkg/apis/autoscaling/v1/conversion.go} and {@code pkg/apis/autoscaling/v2/conversion.go}.
 */
public final class AutoscalerVersions {

  /** The kind. */
  public static final String KIND = "HorizontalPodAutoscaler";

  /** The use of CPU that autoscalers aim at that name no metric: {@code DefaultCPUUtilization}. */
  static final long CPU_PERCENTAGE = 80;

  private static final String CPU_FIELD = "targetCPUUtilizationPercentage";
  private static final String CURRENT_CPU_FIELD = "currentCPUUtilizationPercentage";
  private static final String METRICS = "metrics";
  private static final String BEHAVIOR = "behavior";
  private static final String CURRENT_METRICS = "currentMetrics";
  private static final String CONDITIONS = "conditions";

  private static final String V1 = "autoscaling/v1";
  private static final String V2 = "autoscaling/v2";

  private static final HorizontalPodAutoscalerStrategy SECOND =
      new HorizontalPodAutoscalerStrategy();

  private AutoscalerVersions() {}

  /** Returns an autoscaler in another version; nothing if there is no such version. */
  public static Optional<MappingValue> convert(MappingValue object, String apiVersion) {
    return switch (apiVersion) {
      case V1 -> Optional.of(toV1(object));
      case V2 -> Optional.of(toV2(object));
      default -> Optional.empty();
    };
  }

  /** Returns an autoscaler as it is read once it was stored, which it is in the second version, with the defaults of that. */
  public static MappingValue stored(MappingValue object) {
    return Fields.of(object).text("apiVersion").equals(V1)
        ? toV1(SECOND.withDefaults(toV2(object)))
        : object;
  }

  /** Returns an autoscaler of the second version in the first, which has room for one metric of the use of CPU. */
  static MappingValue toV1(MappingValue object) {
    return toV1(object, false);
  }

  /**
   * Returns an autoscaler of the second version in a form of the first that loses nothing, even if it has several metrics of the use
   * of CPU: what a server holds before it writes it.
   */
  static MappingValue heldAsV1(MappingValue object) {
    return toV1(object, true);
  }

  private static MappingValue toV1(MappingValue object, boolean held) {
    Fields spec = Fields.of(object.get("spec"));
    Fields status = Fields.of(object.get("status"));
    List<MappingValue> metrics = spec.list(METRICS, Fields::tree);
    List<MappingValue> current = status.list(CURRENT_METRICS, Fields::tree);
    Optional<Value> percentage = held
        ? metrics.stream().reduce((earlier, later) -> later).flatMap(AutoscalerVersions::onlyCpu)
        : metrics.stream().flatMap(metric -> cpuTarget(metric).stream()).findFirst();
    Optional<Value> used = current.stream()
        .flatMap(metric -> cpuPercentage(metric, MetricVersions.STATUSES).stream())
        .reduce((earlier, later) -> later);
    List<Value> others = new ArrayList<>();
    int annotated = held && percentage.isPresent() ? metrics.size() - 1 : metrics.size();
    for (MappingValue metric : metrics.subList(0, annotated)) {
      if (held || cpuTarget(metric).isEmpty()) {
        others.add(MetricVersions.SPECS.inFirst(metric));
      }
    }
    List<Value> seen = new ArrayList<>();
    current.forEach(metric -> seen.add(MetricVersions.STATUSES.inFirst(metric)));
    return Draft.edit(object.with("apiVersion", ScalarValue.of(V1)), draft -> {
      draft.editOrCreate("spec", rest -> {
        rest.remove(METRICS).remove(BEHAVIOR);
        percentage.ifPresent(percent -> rest.set(CPU_FIELD, percent));
      });
      draft.editOrCreate("status", rest -> {
        rest.remove(CURRENT_METRICS).remove(CONDITIONS);
        used.ifPresent(percent -> rest.set(CURRENT_CPU_FIELD, percent));
        rest.setDefault("currentReplicas", ScalarValue.of(0))
            .setDefault("desiredReplicas", ScalarValue.of(0));
      });
      editAnnotations(draft, annotations -> {
        AutoscalerAnnotation.METRICS.write(annotations, SequenceValue.of(others));
        AutoscalerAnnotation.CURRENT_METRICS.write(annotations, SequenceValue.of(seen));
        AutoscalerAnnotation.BEHAVIOR.write(annotations, spec.value(BEHAVIOR));
        AutoscalerAnnotation.CONDITIONS.write(annotations, status.value(CONDITIONS));
      });
    });
  }

  private static Optional<Value> cpuTarget(MappingValue metric) {
    return cpuPercentage(metric, MetricVersions.SPECS);
  }

  /** Returns the use of CPU that a metric aims at which says nothing else. */
  private static Optional<Value> onlyCpu(MappingValue metric) {
    return cpuTarget(metric).filter(percentage -> cpu(percentage).equals(metric));
  }

  private static Optional<Value> cpuPercentage(MappingValue metric, MetricVersions versions) {
    Fields fields = Fields.of(metric);
    Fields resource = Fields.of(fields.value("resource"));
    boolean cpu =
        fields.text("type").equals("Resource") && resource.text("name").equals("cpu");
    return cpu
        ? Optional.ofNullable(
            Fields.of(resource.value(versions.amounts())).value("averageUtilization"))
        : Optional.empty();
  }

  /** Returns an autoscaler of the first version in the second. */
  static MappingValue toV2(MappingValue object) {
    if (!Fields.of(object).text("apiVersion").equals(V1)) {
      return object;
    }
    Fields annotations = Fields.of(Fields.of(object.get("metadata")).value("annotations"));
    List<Value> metrics =
        new ArrayList<>(inSecond(annotations, AutoscalerAnnotation.METRICS, MetricVersions.SPECS)
            .orElse(List.of()));
    Optional<List<Value>> seen =
        inSecond(annotations, AutoscalerAnnotation.CURRENT_METRICS, MetricVersions.STATUSES);
    Optional<Value> behavior = AutoscalerAnnotation.BEHAVIOR.read(annotations);
    Optional<Value> conditions = AutoscalerAnnotation.CONDITIONS.read(annotations);
    Value percentage = Fields.of(object.get("spec")).value(CPU_FIELD);
    if (percentage != null || metrics.isEmpty()) {
      metrics.add(cpu(percentage == null ? ScalarValue.of(CPU_PERCENTAGE) : percentage));
    }
    return Draft.edit(object.with("apiVersion", ScalarValue.of(V2)), draft -> {
      draft.editOrCreate("spec", spec -> {
        spec.remove(CPU_FIELD).set(METRICS, SequenceValue.of(metrics));
        behavior.ifPresent(rules -> spec.set(BEHAVIOR, rules));
      });
      draft.edit("status", AutoscalerVersions::useInMetrics);
      seen.ifPresent(list -> draft.editOrCreate(
          "status", status -> status.set(CURRENT_METRICS, SequenceValue.of(list))));
      conditions.ifPresent(
          list -> draft.editOrCreate("status", status -> status.set(CONDITIONS, list)));
      editAnnotations(draft, rest -> {});
    });
  }

  private static void useInMetrics(Draft status) {
    Value used = status.get(CURRENT_CPU_FIELD);
    if (used != null) {
      MappingValue current = MappingValue.empty().with("averageUtilization", used);
      status
          .remove(CURRENT_CPU_FIELD)
          .set(CURRENT_METRICS, SequenceValue.of(List.of(ofResource("current", current))));
    }
  }

  private static Optional<List<Value>> inSecond(
      Fields annotations, AutoscalerAnnotation annotation, MetricVersions versions) {
    return annotation.read(annotations).map(said -> {
      List<Value> metrics = new ArrayList<>();
      if (said instanceof SequenceValue list) {
        list.items().forEach(metric -> metrics.add(versions.inSecond((MappingValue) metric)));
      }
      return metrics;
    });
  }

  /** Returns an autoscaler of the second version without the annotations of the first, which mean nothing there. */
  static MappingValue withoutRoundTrip(MappingValue object) {
    return Draft.edit(object, draft -> editAnnotations(draft, rest -> {}));
  }

  /** Replaces the annotations of the first version. Mirrors {@code DropRoundTripHorizontalPodAutoscalerAnnotations}. */
  private static void editAnnotations(Draft object, Consumer<Draft> change) {
    MappingValue old = Fields.of(object.object("metadata").get("annotations")).tree();
    MappingValue changed = Draft.edit(old, annotations -> {
      AutoscalerAnnotation.removeAll(annotations);
      change.accept(annotations);
    });
    if (!changed.equals(old)) {
      object.editOrCreate("metadata", metadata -> {
        if (changed.size() == 0) {
          metadata.remove("annotations");
        } else {
          metadata.set("annotations", changed);
        }
      });
    }
  }

  /** Returns the metric of the use of CPU. */
  static MappingValue cpu(Value percentage) {
    MappingValue target = MappingValue.empty()
        .with("type", ScalarValue.of("Utilization"))
        .with("averageUtilization", percentage);
    return ofResource("target", target);
  }

  private static MappingValue ofResource(String field, MappingValue amount) {
    MappingValue resource =
        MappingValue.empty().with("name", ScalarValue.of("cpu")).with(field, amount);
    return MappingValue.empty().with("type", ScalarValue.of("Resource")).with("resource", resource);
  }
}
