package io.plimsoll.core.pod;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Quantity;
import java.util.List;
import java.util.Map;

/** How a pod is treated when a node runs short. Mirrors {@code pkg/apis/core/helper/qos} of Kubernetes. */
public enum QosClass {
  /** The pod gets what it asks for: its requests and limits are the same. */
  GUARANTEED("Guaranteed"),
  /** The pod may use more than it asks for. */
  BURSTABLE("Burstable"),
  /** The pod asks for nothing. */
  BEST_EFFORT("BestEffort");

  private static final List<String> COMPUTE = List.of("cpu", "memory");

  private final String label;

  QosClass(String label) {
    this.label = label;
  }

  /** Returns the class that a pod's status has or, before it has one, that its specification means: {@code GetPodQOS}. */
  public static QosClass of(MappingValue pod) {
    String known = Fields.of(pod.get("status")).text("qosClass");
    for (QosClass candidate : values()) {
      if (candidate.label.equals(known)) {
        return candidate;
      }
    }
    return ofSpec(Fields.of(pod.get("spec")));
  }

  /** Returns the class that a pod's specification means: {@code ComputePodQOS}. */
  public static QosClass ofSpec(Fields spec) {
    if (spec.has("resources") && PodResources.hasPodLevel(spec)) {
      return ofResources(Fields.of(spec.value("resources")));
    }
    QosClass qos = null;
    for (String list : List.of("initContainers", "containers")) {
      for (Fields container : spec.list(list, one -> one)) {
        QosClass own = ofResources(Fields.of(container.value("resources")));
        if (own == BURSTABLE || (qos != null && qos != own)) {
          return BURSTABLE;
        }
        qos = own;
      }
    }
    return qos == null ? BEST_EFFORT : qos;
  }

  private static QosClass ofResources(Fields resources) {
    Map<String, Quantity> requests = resources.quantityMap("requests");
    Map<String, Quantity> limits = resources.quantityMap("limits");
    if (requests.isEmpty() && limits.isEmpty()) {
      return BEST_EFFORT;
    }
    QosClass qos = null;
    for (String resource : COMPUTE) {
      Quantity request = requests.getOrDefault(resource, Quantity.ZERO);
      QosClass own = request.isZero() ? BEST_EFFORT : GUARANTEED;
      boolean differs = !request.equals(limits.getOrDefault(resource, Quantity.ZERO));
      if (differs || (qos != null && qos != own)) {
        return BURSTABLE;
      }
      qos = own;
    }
    return qos == null ? BEST_EFFORT : qos;
  }

  /** Returns the name that statuses have: {@code BestEffort}. */
  @Override
  public String toString() {
    return label;
  }
}
