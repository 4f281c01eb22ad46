package io.plimsoll.core.pod;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the containers of a pod take while it is being resized: what they ask for, what their node has set aside, and what they
 * run with, whatever is most. Mirrors {@code AggregateContainerRequests} and {@code AggregateContainerLimits} of {@code
 * k8s.io/component-helpers/resource}.
 */
final class ResourcesInUse {

  private final Fields spec;
  private final Map<String, Fields> statuses = new HashMap<>();
  private final boolean infeasible;

  ResourcesInUse(MappingValue pod) {
    this.spec = Fields.of(pod.get("spec"));
    Fields status = Fields.of(pod.get("status"));
    for (String list : List.of("containerStatuses", "initContainerStatuses")) {
      for (Fields one : status.list(list, item -> item)) {
        statuses.putIfAbsent(one.text("name"), one);
      }
    }
    this.infeasible = isInfeasible(status);
  }

  /** The first condition of the type counts. */
  private static boolean isInfeasible(Fields status) {
    for (Fields condition : status.list("conditions", item -> item)) {
      if (condition.text("type").equals("PodResizePending")) {
        return condition.text("reason").equals("Infeasible");
      }
    }
    return false;
  }

  Map<String, Quantity> requests() {
    if (statuses.isEmpty() && !infeasible) {
      return PodResources.ofContainers(spec, "requests");
    }
    Map<String, Quantity> most = PodResources.ofContainers(spec, this::actuatedRequests);
    most = PodResources.most(most, PodResources.ofContainers(spec, this::allocatedRequests));
    return infeasible ? most : PodResources.most(most, PodResources.ofContainers(spec, "requests"));
  }

  Map<String, Quantity> limits() {
    if (statuses.isEmpty() && !infeasible) {
      return PodResources.ofContainers(spec, "limits");
    }
    Map<String, Quantity> most = PodResources.ofContainers(spec, this::actuatedLimits);
    return infeasible ? most : PodResources.most(most, PodResources.ofContainers(spec, "limits"));
  }

  private Map<String, Quantity> allocatedRequests(Fields container) {
    Fields status = status(container);
    return status.has("allocatedResources")
        ? status.quantityMap("allocatedResources")
        : wanted(container, "requests");
  }

  private Map<String, Quantity> actuatedRequests(Fields container) {
    Fields resources = Fields.of(status(container).value("resources"));
    return resources.has("requests")
        ? resources.quantityMap("requests")
        : allocatedRequests(container);
  }

  private Map<String, Quantity> actuatedLimits(Fields container) {
    Fields resources = Fields.of(status(container).value("resources"));
    return resources.has("limits") ? resources.quantityMap("limits") : wanted(container, "limits");
  }

  /** What a container asks for does not count if its node can never give it. */
  private Map<String, Quantity> wanted(Fields container, String list) {
    return infeasible ? Map.of() : PodResources.inResources(container, list);
  }

  private Fields status(Fields container) {
    return statuses.getOrDefault(container.text("name"), Fields.of(null));
  }
}
