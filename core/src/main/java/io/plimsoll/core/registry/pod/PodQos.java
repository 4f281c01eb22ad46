package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Quantity;
import org.jspecify.annotations.Nullable;

/** How much a pod may count on its resources. Mirrors {@code ComputePodQOS} of {@code pkg/apis/core/helper/qos}. */
public final class PodQos {

  private static final String BEST_EFFORT = "BestEffort";
  private static final String BURSTABLE = "Burstable";
  private static final String GUARANTEED = "Guaranteed";

  private PodQos() {}

  /** Returns the class of a pod: {@code BestEffort}, {@code Burstable} or {@code Guaranteed}. */
  public static String of(MappingValue pod) {
    return ofSpec(mapping(pod.get("spec")));
  }

  /** Returns the class of a pod with this specification. */
  static String ofSpec(MappingValue spec) {
    if (spec.get("resources") instanceof MappingValue own
        && (isSupported(own, "requests") || isSupported(own, "limits"))) {
      return ofResources(own);
    }
    String init = ofAll(spec.get("initContainers"), "");
    String all = init.equals(BURSTABLE) ? init : ofAll(spec.get("containers"), init);
    return all.isEmpty() ? BEST_EFFORT : all;
  }

  /** Returns the class of all containers of a list and others before them; empty if there are none. */
  private static String ofAll(@Nullable Value containers, String others) {
    String all = others;
    if (containers instanceof SequenceValue list) {
      for (int i = 0; i < list.size(); i++) {
        String one = ofResources(mapping(mapping(list.get(i)).get("resources")));
        if (one.equals(BURSTABLE) || (!all.isEmpty() && !all.equals(one))) {
          return BURSTABLE;
        }
        all = one;
      }
    }
    return all;
  }

  private static boolean isSupported(MappingValue resources, String list) {
    MappingValue amounts = mapping(resources.get(list));
    for (int i = 0; i < amounts.size(); i++) {
      if (PodLevelResources.isSupported(amounts.key(i))) {
        return true;
      }
    }
    return false;
  }

  private static String ofResources(MappingValue resources) {
    Fields requests = Fields.of(resources.get("requests"));
    Fields limits = Fields.of(resources.get("limits"));
    String cpu = of(requests, limits, "cpu");
    boolean one = cpu.equals(BURSTABLE) || cpu.equals(of(requests, limits, "memory"));
    return one ? cpu : BURSTABLE;
  }

  private static String of(Fields requests, Fields limits, String resource) {
    Quantity request = requests.quantity(resource);
    Quantity limit = limits.quantity(resource);
    if (!(request == null ? Quantity.ZERO : request)
        .equals(limit == null ? Quantity.ZERO : limit)) {
      return BURSTABLE;
    }
    return request == null || request.isZero() ? BEST_EFFORT : GUARANTEED;
  }

  private static MappingValue mapping(@Nullable Value value) {
    return value instanceof MappingValue map ? map : MappingValue.empty();
  }
}
