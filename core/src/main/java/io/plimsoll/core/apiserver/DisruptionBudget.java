package io.plimsoll.core.apiserver;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.Selector;
import io.plimsoll.core.request.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a PodDisruptionBudget lets go of a pod, by its status. Mirrors {@code checkAndDecrement} of {@code
 * pkg/registry/core/pod/storage/eviction.go}.
 *
 * @param object the PodDisruptionBudget
 */
record DisruptionBudget(MappingValue object) {

  private static final String GROUP = "policy";
  private static final int MOST_DISRUPTED = 2000;
  private static final String VIOLATED =
      "Cannot evict pod as it would violate the pod's disruption budget.";
  private static final String CAUSE = "DisruptionBudget";
  private static final String ALLOWED = "disruptionsAllowed";
  private static final String OBSERVED = "observedGeneration";
  private static final String CONDITION = "DisruptionAllowed";

  /** Returns the budgets that a pod counts for. */
  static List<DisruptionBudget> of(Cluster cluster, MappingValue pod) {
    Map<String, String> labels = Meta.of(pod).stringMap("labels");
    return cluster.objects(GROUP, "PodDisruptionBudget", Meta.namespace(pod)).stream()
        .map(KubeObject::tree)
        .filter(budget -> selects(budget, labels))
        .map(DisruptionBudget::new)
        .toList();
  }

  private static boolean selects(MappingValue budget, Map<String, String> labels) {
    Fields spec = Fields.of(budget.get("spec"));
    LabelSelector selector =
        spec.has("selector") ? LabelSelector.from(Fields.of(spec.value("selector"))) : null;
    try {
      return Selector.from(selector).matches(labels);
    } catch (IllegalArgumentException invalid) {
      return false; // as upstream: an invalid selector does not match
    }
  }

  String name() {
    return Meta.name(object);
  }

  private Fields status() {
    return Fields.of(object.get("status"));
  }

  private long number(String field) {
    Integer value = status().int32(field);
    return value == null ? 0 : value;
  }

  /** Returns whether a pod that is not ready may go without counting. */
  boolean letsUnreadyGo() {
    return Fields.of(object.get("spec")).text("unhealthyPodEvictionPolicy").equals("AlwaysAllow")
        || (number("currentHealthy") >= number("desiredHealthy") && number("desiredHealthy") > 0);
  }

  /** Returns why a pod may not go now, if it may not. */
  Optional<Status> refusal() {
    Long generation = Meta.of(object).int64("generation");
    Long observed = status().int64(OBSERVED);
    if ((observed == null ? 0 : observed) < (generation == null ? 0 : generation)) {
      return Optional.of(tooMany(
          "The disruption budget " + name() + " is still being processed by the server.", 10));
    }
    long allowed = number(ALLOWED);
    if (allowed < 0) {
      return Optional.of(
          forbidden("pdb disruptions allowed is negative", "pdb disruptions allowed is negative"));
    }
    if (status().stringMap("disruptedPods").size() > MOST_DISRUPTED) {
      return Optional.of(forbidden(
          "DisruptedPods map too big - too many evictions not confirmed by PDB controller",
          "too many pending evictions not confirmed by PDB controller"));
    }
    return allowed == 0 ? Optional.of(tooMany(whyNone(), 0)) : Optional.empty();
  }

  private String whyNone() {
    String start = "The disruption budget " + name();
    Fields condition = Fields.of(MappingValue.empty());
    for (MappingValue each : status().list("conditions", Fields::tree)) {
      if (Fields.of(each).text("type").equals(CONDITION)) {
        condition = Fields.of(each);
      }
    }
    String message = condition.text("message");
    boolean said = condition.text("status").equals("False") && !message.isEmpty();
    if (said && condition.text("reason").equals("SyncFailed")) {
      return start + " does not allow evicting pods currently because it failed sync: " + message;
    }
    if (number("currentHealthy") <= number("desiredHealthy")) {
      return start + " needs " + number("desiredHealthy") + " healthy pods and has "
          + number("currentHealthy") + " currently";
    }
    return said
        ? start + " does not allow evicting pods currently (" + condition.text("reason") + "): "
            + message
        : start + " does not allow evicting pods currently";
  }

  private static Status tooMany(String why, int retryAfterSeconds) {
    Status.Details details = new Status.Details(
        "", "", "", "", List.of(new Status.Cause(CAUSE, why, "")), retryAfterSeconds);
    return new Status(429, "TooManyRequests", VIOLATED, Optional.of(details));
  }

  private Status forbidden(String message, String why) {
    Status status = Status.forbidden(GROUP, "poddisruptionbudget", name(), message);
    Status.Cause cause = new Status.Cause(
        CAUSE,
        "The disruption budget " + name() + " does not allow evicting pods currently: " + why,
        "");
    return new Status(
        status.code(),
        status.reason(),
        status.message(),
        status.details().map(details -> details.withCauses(List.of(cause))));
  }

  /** Returns the budget after a pod of this name was let go. */
  MappingValue without(String pod, Value now) {
    MappingValue status = status().tree();
    MappingValue disrupted = Fields.of(status.get("disruptedPods")).tree().with(pod, now);
    long left = number(ALLOWED) - 1;
    MappingValue spent =
        status.with(ALLOWED, ScalarValue.of(left)).with("disruptedPods", disrupted);
    return object.with("status", left == 0 ? exhausted(spent, now) : spent);
  }

  /** Returns a status that says that no pod may go any more. Mirrors {@code UpdateDisruptionAllowedCondition}. */
  private static MappingValue exhausted(MappingValue status, Value now) {
    MappingValue condition = Conditions.of(CONDITION, "False", "InsufficientPods", "");
    Value observed = status.get(OBSERVED);
    return Conditions.set(
        status, observed == null ? condition : condition.with(OBSERVED, observed), now);
  }
}
