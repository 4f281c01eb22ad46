package io.plimsoll.core.registry.autoscaling;

import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.ResourceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One metric that an autoscaler follows. Mirrors {@code validateMetricSpec} of {@code pkg/apis/autoscaling/validation}. */
final class MetricRules {

  private static final List<String> TYPES =
      List.of("ContainerResource", "External", "Object", "Pods", "Resource");
  private static final List<String> TARGETS = List.of("Utilization", "Value", "AverageValue");

  /** The sources in the order in which upstream looks at them. */
  private static final List<String> SOURCES =
      List.of("object", "external", "pods", "resource", "containerResource");

  private static final Map<String, String> SOURCE_OF_TYPE = Map.of(
      "Object", "object",
      "External", "external",
      "Pods", "pods",
      "Resource", "resource",
      "ContainerResource", "containerResource");

  private final Part metric;
  private final ReferenceRules describedObjects;

  MetricRules(Part metric, ReferenceRules describedObjects) {
    this.metric = metric;
    this.describedObjects = describedObjects;
  }

  void check() {
    String type = metric.text("type");
    if (type.isEmpty()) {
      metric.required("type", "must specify a metric source type");
    }
    if (!TYPES.contains(type)) {
      metric.notSupported("type", TYPES);
    }
    List<String> present = new ArrayList<>(SOURCES.stream().filter(metric::has).toList());
    if (!present.isEmpty()) {
      checkSource(present.get(0));
    }
    String expected = SOURCE_OF_TYPE.getOrDefault(type, "");
    if (!expected.isEmpty() && !metric.has(expected)) {
      metric.required(expected, "must populate information for the given metric source");
    }
    if (present.size() != 1) {
      present.remove(expected);
      present.sort(null);
      present.forEach(
          source -> metric.forbidden(source, "must populate the given metric source only"));
    }
  }

  private void checkSource(String name) {
    Part source = metric.object(name);
    Part target = source.object("target");
    switch (name) {
      case "object" -> {
        describedObjects.check(source.object("describedObject"));
        checkIdentifier(source);
        checkTarget(target);
        if (!target.has("value") && !target.has("averageValue")) {
          target.required("averageValue", "must set either a target value or averageValue");
        }
      }
      case "external" -> {
        checkIdentifier(source);
        checkTarget(target);
        checkExternalTarget(target);
      }
      case "pods" -> {
        checkIdentifier(source);
        checkTarget(target);
        if (!target.has("averageValue")) {
          target.required("averageValue", "must specify a positive target averageValue");
        }
      }
      default -> checkResource(source, target, name.equals("containerResource"));
    }
  }

  private static void checkIdentifier(Part source) {
    Part identifier = source.object("metric");
    String name = identifier.text("name");
    if (name.isEmpty()) {
      identifier.required("name", "must specify a metric name");
    } else {
      identifier.invalid("name", Names.pathSegmentErrors(name));
    }
  }

  private static void checkExternalTarget(Part target) {
    boolean value = target.has("value");
    boolean averageValue = target.has("averageValue");
    if (!value && !averageValue) {
      target.required(
          "averageValue", "must set either a target value for metric or a per-pod target");
    }
    if (value && averageValue) {
      target.forbidden("value", "may not set both a target value for metric and a per-pod target");
    }
  }

  private static void checkResource(Part source, Part target, boolean ofContainer) {
    String name = source.text("name");
    if (name.isEmpty()) {
      source.required("name", "must specify a resource name");
    } else if (ofContainer) {
      source.errors().addAll(ResourceNames.containerErrors(source.at("name"), name));
    }
    if (ofContainer) {
      String container = source.text("container");
      if (container.isEmpty()) {
        source.required("container", "must specify a container");
      } else {
        source.invalid("container", Names.dnsLabelErrors(container));
      }
    }
    checkTarget(target);
    boolean utilization = target.has("averageUtilization");
    boolean averageValue = target.has("averageValue");
    if (!utilization && !averageValue) {
      target.required(
          "averageUtilization", "must set either a target raw value or a target utilization");
    }
    if (utilization && averageValue) {
      target.forbidden(
          "averageValue", "may not set both a target raw value and a target utilization");
    }
  }

  private static void checkTarget(Part target) {
    String type = target.text("type");
    if (type.isEmpty()) {
      target.required("type", "must specify a metric target type");
    }
    if (!TARGETS.contains(type)) {
      target.invalid("type", "must be either Utilization, Value, or AverageValue");
    }
    for (String field : List.of("value", "averageValue")) {
      if (target.has(field) && target.quantity(field).sign() <= 0) {
        target.invalid(field, "must be positive");
      }
    }
    if (target.has("averageUtilization") && target.number("averageUtilization") < 1) {
      target.invalid("averageUtilization", "must be greater than 0");
    }
  }
}
