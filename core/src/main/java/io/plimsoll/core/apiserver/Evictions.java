package io.plimsoll.core.apiserver;

import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Stamps;
import io.plimsoll.core.request.Status;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Asking a pod to go, as far as its budget allows. Mirrors {@code EvictionREST} of {@code pkg/registry/core/pod/storage}. */
final class Evictions {

  private static final String API_VERSION = "policy/v1";
  private static final Set<String> ACCEPTED = Set.of(API_VERSION, "policy/v1beta1");
  private static final Set<String> UNBUDGETED = Set.of("Succeeded", "Failed", "Pending");

  private final AdmissionChain admission;
  private final Deletes deletes;
  private final Bodies bodies;

  Evictions(AdmissionChain admission, Deletes deletes, Bodies bodies) {
    this.admission = admission;
    this.deletes = deletes;
    this.bodies = bodies;
  }

  Response create(Exchange exchange, Target target) throws Refusal {
    RequestOptions options = RequestOptions.of(RequestOptions.CREATE, exchange.request());
    options.check(false);
    Scope scope = target.scope();
    Target eviction = new Target(scope, API_VERSION, "Eviction", target.strategy());
    MappingValue sent = bodies.decode(exchange, eviction, ACCEPTED, options.fieldValidation());
    MappingValue placed = Placement.inNamespace(sent, scope);
    AdmissionAttributes attributes =
        eviction.attributes(exchange, Operation.CREATE, options, placed, Optional.empty());
    MappingValue object = admission.admit(exchange, attributes).object().orElse(placed);
    if (!Meta.name(object).equals(scope.name())) {
      throw Refusal.of(Status.badRequest("name in URL does not match name in Eviction object"));
    }
    DeleteOptions how =
        DeleteOptions.of(Fields.of(object.get("deleteOptions"))).tried(options.dryRun());
    admission.validate(exchange, attributes.withObject(object));
    MappingValue pod = Store.get(exchange, scope);
    if (isBudgeted(pod)) {
      spend(exchange, pod, how.isDryRun());
    }
    deletes.remove(exchange, scope, how.isDryRun() ? how : marked(exchange, scope, how, pod));
    return exchange.answer(Status.created());
  }

  /** Says in the pod's status why it goes, and returns how it does, whatever version it has now. */
  private static DeleteOptions marked(
      Exchange exchange, Scope scope, DeleteOptions how, MappingValue pod) throws Refusal {
    Deletes.checkPreconditions(scope, how, pod);
    MappingValue status = Conditions.set(
        Fields.of(pod.get("status")).tree(),
        Conditions.ofPod("DisruptionTarget", "EvictionByEvictionAPI", "Eviction API: evicting"),
        Stamps.time(exchange.state().now()));
    if (!Objects.equals(status, pod.get("status"))) {
      Store.put(exchange, pod.with("status", status), false);
    }
    return how.ofAnyVersion();
  }

  /** A pod that does not run, or is going already, disrupts nothing by going. */
  private static boolean isBudgeted(MappingValue pod) {
    String phase = Fields.of(pod.get("status")).text("phase");
    return !UNBUDGETED.contains(phase) && !Meta.has(pod, "deletionTimestamp");
  }

  private static void spend(Exchange exchange, MappingValue pod, boolean dryRun) throws Refusal {
    List<DisruptionBudget> budgets = DisruptionBudget.of(exchange.state().cluster(), pod);
    if (budgets.size() > 1) {
      throw Refusal.of(Status.plain(
          500,
          "",
          "This pod has more than one PodDisruptionBudget, which the eviction subresource does not"
              + " support."));
    }
    if (budgets.isEmpty() || (!isReady(pod) && budgets.get(0).letsUnreadyGo())) {
      return;
    }
    DisruptionBudget budget = budgets.get(0);
    Optional<Status> refusal = budget.refusal();
    if (refusal.isPresent()) {
      throw Refusal.of(refusal.get());
    }
    if (!dryRun) {
      Value now = Stamps.time(exchange.state().now());
      Store.put(exchange, budget.without(Meta.name(pod), now), false);
    }
  }

  private static boolean isReady(MappingValue pod) {
    for (MappingValue condition : Fields.of(pod.get("status")).list("conditions", Fields::tree)) {
      Fields fields = Fields.of(condition);
      if (fields.text("type").equals("Ready")) {
        return fields.text("status").equals("True");
      }
    }
    return false;
  }
}
