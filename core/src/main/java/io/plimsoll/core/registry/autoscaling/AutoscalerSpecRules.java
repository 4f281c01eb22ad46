package io.plimsoll.core.registry.autoscaling;

import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/**
 * What the specification of an autoscaler must be like. Mirrors {@code validateHorizontalPodAutoscalerSpec} of {@code
 * pkg/apis/autoscaling/validation} with the options of {@code validationOptionsForHorizontalPodAutoscaler}.
 */
final class AutoscalerSpecRules {

  static final String NOT_POSITIVE = "must be greater than or equal to 1";

  private final Part spec;
  private final ReferenceRules targets;
  private final ReferenceRules describedObjects;

  /** Makes the rules of a new autoscaler. */
  AutoscalerSpecRules(Part spec) {
    this(spec, targets(spec), ReferenceRules.ANY_GROUP);
  }

  /** Makes the rules of an autoscaler in place of an old one, which may be wrong where the old one was. */
  AutoscalerSpecRules(Part spec, Part old) {
    this(
        spec,
        sameTarget(spec, old) ? ReferenceRules.ANYTHING : targets(spec),
        hasInvalidObject(old) ? ReferenceRules.ANYTHING : ReferenceRules.ANY_GROUP);
  }

  private AutoscalerSpecRules(Part spec, ReferenceRules targets, ReferenceRules describedObjects) {
    this.spec = spec;
    this.targets = targets;
    this.describedObjects = describedObjects;
  }

  private static ReferenceRules targets(Part spec) {
    boolean isCore = spec.object("scaleTargetRef").text("kind").equals("ReplicationController");
    return isCore ? ReferenceRules.ANY_GROUP : ReferenceRules.STRICT;
  }

  private static boolean sameTarget(Part spec, Part old) {
    Part target = spec.object("scaleTargetRef");
    Part before = old.object("scaleTargetRef");
    return target.text("apiVersion").equals(before.text("apiVersion"))
        && target.text("kind").equals(before.text("kind"));
  }

  private static boolean hasInvalidObject(Part old) {
    return old.list("metrics").stream()
        .filter(metric -> metric.text("type").equals("Object") && metric.has("object"))
        .map(metric -> metric.object("object").object("describedObject"))
        .anyMatch(reference -> !ReferenceRules.ANY_GROUP.versionError(reference).isEmpty());
  }

  void check() {
    long least = spec.number("minReplicas");
    long most = spec.number("maxReplicas");
    if (least < 0) {
      spec.error(
          FieldError.invalid(spec.at("minReplicas"), least, Messages.NEGATIVE).asCovered());
    }
    if (most == 0) {
      spec.error(FieldError.required(spec.at("maxReplicas"), "must be set and greater than 0")
          .asCovered());
    } else if (most < 0) {
      spec.error(FieldError.invalid(spec.at("maxReplicas"), most, NOT_POSITIVE).asCovered());
    }
    if (spec.has("minReplicas") && most < least) {
      spec.invalid("maxReplicas", "must be greater than or equal to `minReplicas`");
    }
    targets.check(spec.object("scaleTargetRef"));
    checkMetrics();
    if (spec.has("behavior")) {
      Part behavior = spec.object("behavior");
      ScalingRules.check(behavior, "scaleUp");
      ScalingRules.check(behavior, "scaleDown");
    }
  }

  private void checkMetrics() {
    List<Part> metrics = spec.list("metrics");
    metrics.forEach(metric -> new MetricRules(metric, describedObjects).check());
    boolean others = metrics.stream()
        .map(metric -> metric.text("type"))
        .anyMatch(type -> type.equals("Object") || type.equals("External"));
    if (spec.has("minReplicas") && spec.number("minReplicas") == 0 && !others) {
      spec.forbidden(
          "metrics",
          "must specify at least one Object or External metric to support scaling to zero replicas");
    }
  }
}
