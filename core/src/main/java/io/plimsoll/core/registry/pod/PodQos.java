package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.validation.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How much a pod may count on its resources. Mirrors {@code ComputePodQOS} of {@code pkg/apis/core/helper/qos}. */
public final class PodQos {

  private static final String BEST_EFFORT = "BestEffort";
  private static final String BURSTABLE = "Burstable";
  private static final String GUARANTEED = "Guaranteed";

  private PodQos() {}

  /** Returns the class of a pod: {@code BestEffort}, {@code Burstable} or {@code Guaranteed}. */
  public static String of(MappingValue pod) {
    Draft spec = Draft.of(Draft.of(pod).object("spec"));
    Fields own = Fields.of(spec.get("resources"));
    if (isSupported(own.tree(), "requests") || isSupported(own.tree(), "limits")) {
      return of(own);
    }
    List<Value> containers = new ArrayList<>(spec.items("initContainers"));
    containers.addAll(spec.items("containers"));
    String all = "";
    for (Value container : containers) {
      String one = of(Fields.of(Fields.of(container).value("resources")));
      if (one.equals(BURSTABLE) || (!all.isEmpty() && !all.equals(one))) {
        return BURSTABLE;
      }
      all = one;
    }
    return all.isEmpty() ? BEST_EFFORT : all;
  }

  private static boolean isSupported(MappingValue resources, String list) {
    return resources.get(list) instanceof MappingValue amounts
        && amounts.keys().stream().anyMatch(PodLevelResources::isSupported);
  }

  private static String of(Fields resources) {
    Map<String, Quantity> requests = resources.quantityMap("requests");
    Map<String, Quantity> limits = resources.quantityMap("limits");
    if (requests.isEmpty() && limits.isEmpty()) {
      return BEST_EFFORT;
    }
    String cpu = of(requests, limits, "cpu");
    return cpu.equals(of(requests, limits, "memory")) ? cpu : BURSTABLE;
  }

  private static String of(
      Map<String, Quantity> requests, Map<String, Quantity> limits, String resource) {
    Quantity request = requests.getOrDefault(resource, Quantity.ZERO);
    Quantity limit = limits.getOrDefault(resource, Quantity.ZERO);
    if (!request.equals(limit)) {
      return BURSTABLE;
    }
    return request.isZero() ? BEST_EFFORT : GUARANTEED;
  }
}
