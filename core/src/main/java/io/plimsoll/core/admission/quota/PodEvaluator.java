package io.plimsoll.core.admission.quota;

import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.pod.PodResources;
import io.plimsoll.core.registry.ResourceNames;
import java.time.Instant;
import java.util.HashMap;
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

  /** The names under which a quota knows what every pod may ask for, so that they need not be put together each time. */
  private static final Map<String, String> REQUESTED = prefixed(REQUESTS);

  private static final Map<String, String> LIMITED = prefixed(LIMITS);

  private static final List<String> CONTAINERS = List.of("containers", "initContainers");

  /** What is of pods, whatever they ask for. */
  private static final Set<String> NAMES = Set.of(
      COUNT,
      PODS,
      "cpu",
      "memory",
      "ephemeral-storage",
      "requests.cpu",
      "requests.memory",
      "requests.ephemeral-storage",
      "limits.cpu",
      "limits.memory",
      "limits.ephemeral-storage");

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
    return isOfPods(name);
  }

  @Override
  public Set<String> concerned(AdmissionCall call, Quota quota) {
    return quota.ofPods().names();
  }

  /** Returns whether this limits pods or what they take. */
  static boolean isOfPods(String name) {
    return NAMES.contains(name)
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
  public Optional<String> complaint(Quota quota, MappingValue object) {
    Fields spec = Trees.spec(object);
    if (PodResources.hasPodLevel(spec)) {
      return Optional.empty();
    }
    Map<String, Set<String>> silent = Map.of();
    for (String list : CONTAINERS) {
      for (Value item : spec.items(list)) {
        Fields container = Fields.of(item);
        Fields resources = Trees.object(container, "resources");
        for (PodLimits.Saying saying : quota.ofPods().sayings()) {
          if (!saying.isIn(resources)) {
            silent = silent.isEmpty() ? new TreeMap<>(GoText::compare) : silent;
            silent
                .computeIfAbsent(saying.demand(), any -> new TreeSet<>(GoText::compare))
                .add(container.text("name"));
          }
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
    if (isOver(object, call.now())) {
      return Map.of(COUNT, ONE);
    }
    PodResources.InUse amounts = PodResources.inUse(object);
    Map<String, Quantity> requests = amounts.requests();
    Map<String, Quantity> limits = amounts.limits();
    AmountList usage = new AmountList(2 + 2 * requests.size() + limits.size());
    usage.put(COUNT, ONE);
    usage.put(PODS, ONE);
    for (Map.Entry<String, Quantity> request : requests.entrySet()) {
      putRequest(usage, request.getKey(), request.getValue());
    }
    for (Map.Entry<String, Quantity> limit : limits.entrySet()) {
      String name = LIMITED.get(limit.getKey());
      if (name != null) {
        usage.put(name, limit.getValue());
      }
    }
    return usage.toMap();
  }

  private static void putRequest(AmountList usage, String resource, Quantity amount) {
    String name = REQUESTED.get(resource);
    if (name != null || resource.startsWith(HUGE_PAGES)) {
      usage.put(resource, amount);
      usage.put(name == null ? REQUESTS.concat(resource) : name, amount);
    } else if (ResourceNames.isExtended(resource) || resource.startsWith(DEVICE_CLASS)) {
      usage.put(REQUESTS.concat(resource), amount);
    }
  }

  private static Map<String, String> prefixed(String prefix) {
    Map<String, String> names = new HashMap<>();
    COMPUTE.forEach(resource -> names.put(resource, prefix.concat(resource)));
    return Map.copyOf(names);
  }

  /** Returns whether a pod has run to its end, or should have been gone by now: {@code QuotaV1Pod}. */
  private static boolean isOver(MappingValue pod, Instant now) {
    String phase = Trees.status(pod).text("phase");
    if (phase.equals("Failed") || phase.equals("Succeeded")) {
      return true;
    }
    Fields metadata = Trees.metadata(pod);
    Instant deletion = metadata.time("deletionTimestamp");
    if (deletion == null) {
      return false;
    }
    Long grace = metadata.int64("deletionGracePeriodSeconds");
    return grace != null && now.isAfter(deletion.plusSeconds(grace));
  }
}
