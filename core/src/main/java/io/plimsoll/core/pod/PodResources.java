package io.plimsoll.core.pod;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Quantity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * What a pod's containers ask for together. Mirrors {@code PodRequests} and {@code PodLimits} of {@code
 * k8s.io/component-helpers/resource}.
 *
 * <p>Containers that run together add up. An init container runs before them with the sidecars that were started before it; what
 * it takes then counts where it is more.
 */
public final class PodResources {

  private static final Set<String> POD_LEVEL = Set.of("cpu", "memory");
  private static final String HUGE_PAGES = "hugepages-";

  private PodResources() {}

  /** Returns what a pod's specification asks for: of its containers or as a whole, with its overhead. */
  public static Map<String, Quantity> requests(Fields spec) {
    return wholeRequests(spec, ofContainers(spec, "requests"));
  }

  private static Map<String, Quantity> wholeRequests(Fields spec, Map<String, Quantity> sum) {
    return sum(withPodLevel(spec, "requests", sum), spec.quantityMap("overhead"));
  }

  /** Returns what a pod's specification limits it to: its containers or as a whole, with its overhead where there is a limit. */
  public static Map<String, Quantity> limits(Fields spec) {
    return wholeLimits(spec, ofContainers(spec, "limits"));
  }

  private static Map<String, Quantity> wholeLimits(Fields spec, Map<String, Quantity> sum) {
    Map<String, Quantity> limits = withPodLevel(spec, "limits", sum);
    Map<String, Quantity> overhead = spec.quantityMap("overhead");
    if (overhead.isEmpty()) {
      return limits;
    }
    Map<String, Quantity> whole = new LinkedHashMap<>(limits);
    whole.replaceAll((resource, limit) -> {
      Quantity more = overhead.get(resource);
      return more == null || limit.isZero() ? limit : limit.add(more);
    });
    return whole;
  }

  /** Returns what the pod says as a whole in the place of what its containers say; most pods say nothing. */
  private static Map<String, Quantity> withPodLevel(
      Fields spec, String list, Map<String, Quantity> sum) {
    if (spec.value("resources") == null) {
      return sum;
    }
    Map<String, Quantity> whole = new LinkedHashMap<>(sum);
    for (Map.Entry<String, Quantity> ofPod : inResources(spec, list).entrySet()) {
      if (isPodLevel(ofPod.getKey())) {
        whole.put(ofPod.getKey(), ofPod.getValue());
      }
    }
    return whole;
  }

  /**
   * What a pod takes of its namespace's quota.
   *
   * @param requests what it asks for or, while it is being resized, what it got already where that is more
   * @param limits what it is limited to, in its specification or, while it is being resized, in fact, whatever is more
   */
  public record InUse(Map<String, Quantity> requests, Map<String, Quantity> limits) {}

  /** Returns what a pod takes of its namespace's quota. Mirrors {@code PodRequests} with {@code UseStatusResources}. */
  public static InUse inUse(MappingValue pod) {
    Fields spec = Fields.of(pod.get("spec"));
    ResourcesInUse ofContainers = new ResourcesInUse(pod);
    return new InUse(
        wholeRequests(spec, ofContainers.requests()), wholeLimits(spec, ofContainers.limits()));
  }

  /** Returns whether a specification says what the pod as a whole asks for or may have. Mirrors {@code IsPodLevelResourcesSet}. */
  public static boolean hasPodLevel(Fields spec) {
    return spec.value("resources") != null
        && (hasPodLevel(spec, "requests") || hasPodLevel(spec, "limits"));
  }

  private static boolean hasPodLevel(Fields spec, String list) {
    return inResources(spec, list).keySet().stream().anyMatch(PodResources::isPodLevel);
  }

  /** Returns what a pod's containers ask for or are limited to together: their {@code requests} or {@code limits}. */
  public static Map<String, Quantity> ofContainers(Fields spec, String list) {
    return ofContainers(spec, container -> inResources(container, list));
  }

  /** Returns what a pod's containers take together, where a function says what each takes. */
  static Map<String, Quantity> ofContainers(
      Fields spec, Function<Fields, Map<String, Quantity>> amounts) {
    Map<String, Quantity> sum = Map.of();
    for (Value container : spec.items("containers")) {
      sum = sum(sum, amounts.apply(Fields.of(container)));
    }
    Map<String, Quantity> sidecars = Map.of();
    Map<String, Quantity> starting = Map.of();
    for (Value item : spec.items("initContainers")) {
      Fields container = Fields.of(item);
      Map<String, Quantity> own = amounts.apply(container);
      if (container.text("restartPolicy").equals("Always")) {
        sum = sum(sum, own);
        sidecars = sum(sidecars, own);
        starting = most(starting, sidecars);
      } else {
        starting = most(starting, sum(own, sidecars));
      }
    }
    return most(sum, starting);
  }

  /** Returns the {@code requests} or {@code limits} among the {@code resources} of a container, a pod or a claim. */
  public static Map<String, Quantity> inResources(Fields spec, String list) {
    return Fields.of(spec.value("resources")).quantityMap(list);
  }

  private static boolean isPodLevel(String resource) {
    return POD_LEVEL.contains(resource) || resource.startsWith(HUGE_PAGES);
  }

  private static Map<String, Quantity> sum(Map<String, Quantity> a, Map<String, Quantity> b) {
    return merged(a, b, Quantity::add);
  }

  /** Returns what is more of each. */
  static Map<String, Quantity> most(Map<String, Quantity> a, Map<String, Quantity> b) {
    return merged(a, b, (one, other) -> other.compareTo(one) > 0 ? other : one);
  }

  /** Most pods have one container: what it takes is not copied. */
  private static Map<String, Quantity> merged(
      Map<String, Quantity> a, Map<String, Quantity> b, BinaryOperator<Quantity> both) {
    if (a.isEmpty()) {
      return b;
    }
    if (b.isEmpty()) {
      return a;
    }
    Map<String, Quantity> merged = new LinkedHashMap<>(a);
    b.forEach((resource, amount) -> merged.merge(resource, amount, both));
    return merged;
  }
}
