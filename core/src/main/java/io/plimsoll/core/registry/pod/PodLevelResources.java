package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.registry.ResourceNames;
import io.plimsoll.core.validation.Draft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The resources of a pod as a whole: what its containers need together, and what a pod that says some of it says of the rest.
 * Mirrors {@code AggregateContainerRequests} of {@code k8s.io/component-helpers/resource} and {@code DefaultPodLevelResources}
 * of {@code pkg/api/pod/util.go}.
 */
final class PodLevelResources {

  private PodLevelResources() {}

  /** Returns whether a pod as a whole can have a resource: {@code IsSupportedPodLevelResource}. */
  static boolean isSupported(String name) {
    return name.equals("cpu") || name.equals("memory") || ResourceNames.isHugePages(name);
  }

  /**
   * Returns what the containers need together: the sum of those that run, sidecars included, or what an init container needs
   * while it runs, if that is more.
   *
   * @param list {@code requests} or {@code limits}
   */
  static Map<String, Quantity> aggregate(
      List<Value> containers, List<Value> initContainers, String list) {
    Map<String, Quantity> sum = new LinkedHashMap<>();
    for (Value container : containers) {
      add(sum, amounts(container, list));
    }
    Map<String, Quantity> sidecars = new LinkedHashMap<>();
    Map<String, Quantity> most = new LinkedHashMap<>();
    for (Value container : initContainers) {
      Map<String, Quantity> amounts = amounts(container, list);
      Map<String, Quantity> running = sidecars;
      if (Fields.of(container).text("restartPolicy").equals("Always")) {
        add(sum, amounts);
        add(sidecars, amounts);
      } else {
        running = new LinkedHashMap<>(amounts);
        add(running, sidecars);
      }
      max(most, running);
    }
    max(sum, most);
    return sum;
  }

  private static Map<String, Quantity> amounts(Value container, String list) {
    return Fields.of(Fields.of(container).value("resources")).quantityMap(list);
  }

  private static void add(Map<String, Quantity> sum, Map<String, Quantity> more) {
    more.forEach((name, amount) -> sum.merge(name, amount, Quantity::add));
  }

  private static void max(Map<String, Quantity> most, Map<String, Quantity> others) {
    others.forEach(
        (name, amount) -> most.merge(name, amount, (a, b) -> b.compareTo(a) > 0 ? b : a));
  }

  /** Fills in what a pod that has resources of its own does not say of them. */
  static void setDefaults(Draft spec) {
    if (!(spec.get("resources") instanceof MappingValue resources)) {
      return;
    }
    Map<String, Quantity> limits = new LinkedHashMap<>(Fields.of(resources).quantityMap("limits"));
    Map<String, Quantity> requests =
        new LinkedHashMap<>(Fields.of(resources).quantityMap("requests"));
    if (limits.isEmpty() && requests.isEmpty()) {
      return;
    }
    int said = limits.size() + requests.size();
    List<Value> containers = spec.items("containers");
    List<Value> initContainers = spec.items("initContainers");
    Map<String, Quantity> allLimits = aggregate(containers, initContainers, "limits");
    allLimits.forEach((name, amount) -> {
      if (ResourceNames.isHugePages(name) && !requests.containsKey(name)) {
        limits.putIfAbsent(name, amount);
      }
    });
    aggregate(containers, initContainers, "requests").forEach((name, amount) -> {
      if (isSupported(name) && ResourceNames.isOvercommitAllowed(name)) {
        requests.putIfAbsent(name, amount);
      }
    });
    limits.forEach((name, amount) -> {
      if (isSupported(name)) {
        requests.putIfAbsent(name, amount);
      }
    });
    limitRequests(spec, requests, limits, allLimits);
    if (limits.size() + requests.size() > said) {
      spec.edit("resources", draft -> {
        set(draft, "limits", limits);
        set(draft, "requests", requests);
      });
    }
  }

  /** Limits what is requested, if all containers have limits: to their sum, or to what is requested if that is more. */
  private static void limitRequests(
      Draft spec,
      Map<String, Quantity> requests,
      Map<String, Quantity> limits,
      Map<String, Quantity> allLimits) {
    List<Value> containers = new ArrayList<>();
    PodDefaults.CONTAINERS.forEach(kind -> containers.addAll(spec.items(kind)));
    requests.forEach((name, request) -> {
      Quantity sum = allLimits.get(name);
      if (sum != null
          && isSupported(name)
          && !limits.containsKey(name)
          && containers.stream().allMatch(c -> amounts(c, "limits").containsKey(name))) {
        limits.put(name, sum.compareTo(request) >= 0 ? sum : request);
      }
    });
  }

  private static void set(Draft resources, String list, Map<String, Quantity> amounts) {
    if (!amounts.isEmpty()) {
      Map<String, Value> tree = new LinkedHashMap<>();
      amounts.forEach((name, amount) -> tree.put(name, ScalarValue.of(amount.toString())));
      resources.set(list, MappingValue.of(tree));
    }
  }
}
