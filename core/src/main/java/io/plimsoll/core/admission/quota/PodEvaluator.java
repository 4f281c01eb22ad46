package io.plimsoll.core.admission.quota;

import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.pod.PodResources;
import io.plimsoll.core.registry.ResourceNames;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What pods take: their number, and what their containers ask for and are limited to. Mirrors {@code
 * pkg/quota/v1/evaluator/core/pods.go}.
 */
final class PodEvaluator implements Evaluator {

  private static final String COUNT = Evaluator.countOf("pods");
  private static final String PODS = "pods";
  private static final String REQUESTS = "requests.";
  private static final String LIMITS = "limits.";
  private static final String HUGE_PAGES = "hugepages-";
  private static final String DEVICE_CLASS = "deviceclass.resource.kubernetes.io/";
  private static final List<String> COMPUTE = List.of("cpu", "memory", "ephemeral-storage");

  private static final List<String> CONTAINERS = List.of("containers", "initContainers");

  /** What containers must say if a quota limits it. */
  private static final Set<String> MUST_SAY =
      Set.of("cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory");

  @Override
  public boolean handles(AdmissionCall call) {
    boolean update = call.attributes().operation() == Operation.UPDATE;
    return switch (call.attributes().subresource()) {
      case "" ->
        !update
            || PodScopes.isTerminating(call.object()) != PodScopes.isTerminating(call.oldObject());
      case "resize" -> update;
      default -> false;
    };
  }

  @Override
  public boolean concerns(AdmissionCall call, String name) {
    return name.equals(COUNT)
        || name.equals(PODS)
        || COMPUTE.contains(name)
        || (name.startsWith(REQUESTS) && COMPUTE.contains(name.substring(REQUESTS.length())))
        || (name.startsWith(LIMITS) && COMPUTE.contains(name.substring(LIMITS.length())))
        || name.startsWith(HUGE_PAGES)
        || name.startsWith(REQUESTS + HUGE_PAGES)
        || isExtended(name);
  }

  /** Returns whether this limits a resource that Kubernetes itself does not know. */
  static boolean isExtended(String name) {
    return name.startsWith(REQUESTS)
        && (!ResourceNames.isNative(name) || name.startsWith(REQUESTS + DEVICE_CLASS));
  }

  @Override
  public boolean hasScopes() {
    return true;
  }

  @Override
  public boolean isIn(Scope scope, MappingValue object) {
    return PodScopes.contains(scope, object);
  }

  @Override
  public Optional<String> complaint(Set<String> limited, MappingValue object) {
    Fields spec = Trees.spec(object);
    if (PodResources.hasPodLevel(spec)) {
      return Optional.empty();
    }
    Set<String> demanded = new HashSet<>(limited);
    demanded.retainAll(MUST_SAY);
    Map<String, Set<String>> silent = new TreeMap<>(GoText::compare);
    for (String list : CONTAINERS) {
      for (Fields container : Trees.list(spec, list)) {
        Set<String> unsaid = new HashSet<>(demanded);
        unsaid.removeAll(ofResources(
                PodResources.inResources(container, "requests"),
                PodResources.inResources(container, "limits"))
            .keySet());
        for (String name : unsaid) {
          silent
              .computeIfAbsent(name, any -> new TreeSet<>(GoText::compare))
              .add(container.text("name"));
        }
      }
    }
    return silent.isEmpty()
        ? Optional.empty()
        : Optional.of("must specify "
            + silent.entrySet().stream()
                .map(one -> one.getKey() + " for: " + String.join(",", one.getValue()))
                .collect(Collectors.joining("; ")));
  }

  @Override
  public Map<String, Quantity> usage(AdmissionCall call, MappingValue object) {
    Map<String, Quantity> usage = new LinkedHashMap<>();
    usage.put(COUNT, ONE);
    if (!isOver(object, call.now())) {
      usage.putAll(
          ofResources(PodResources.requestsInUse(object), PodResources.limitsInUse(object)));
    }
    return usage;
  }

  /** Returns the names under which quotas know what a container or pod asks for. */
  private static Map<String, Quantity> ofResources(
      Map<String, Quantity> requests, Map<String, Quantity> limits) {
    Map<String, Quantity> usage = new LinkedHashMap<>();
    usage.put(PODS, ONE);
    requests.forEach((name, amount) -> {
      boolean compute = COMPUTE.contains(name) || name.startsWith(HUGE_PAGES);
      if (compute) {
        usage.put(name, amount);
      }
      if (compute || ResourceNames.isExtended(name) || name.startsWith(DEVICE_CLASS)) {
        usage.put(REQUESTS.concat(name), amount);
      }
    });
    limits.forEach((name, amount) -> {
      if (COMPUTE.contains(name)) {
        usage.put(LIMITS.concat(name), amount);
      }
    });
    return usage;
  }

  /** Returns whether a pod has run to its end, or should have been gone by now: {@code QuotaV1Pod}. */
  private static boolean isOver(MappingValue pod, Instant now) {
    String phase = Trees.status(pod).text("phase");
    Fields metadata = Trees.metadata(pod);
    Instant deletion = metadata.time("deletionTimestamp");
    Long grace = metadata.int64("deletionGracePeriodSeconds");
    return phase.equals("Failed")
        || phase.equals("Succeeded")
        || (deletion != null && grace != null && now.isAfter(deletion.plusSeconds(grace)));
  }
}
