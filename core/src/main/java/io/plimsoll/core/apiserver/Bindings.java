package io.plimsoll.core.apiserver;

import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Stamps;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.validation.FieldError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Giving a pod its node. Mirrors {@code BindingREST} of {@code pkg/registry/core/pod/storage}. */
final class Bindings {

  static final String KIND = "Binding";

  private final AdmissionChain admission;
  private final Bodies bodies;

  Bindings(AdmissionChain admission, Bodies bodies) {
    this.admission = admission;
    this.bodies = bodies;
  }

  Response create(Exchange exchange, Target target) throws Refusal {
    RequestOptions options = RequestOptions.of(RequestOptions.CREATE, exchange.request());
    options.check(false);
    Target binding = new Target(target.scope(), "v1", KIND, target.strategy());
    MappingValue sent = bodies.decode(exchange, binding, options.fieldValidation());
    MappingValue placed = Placement.inNamespace(sent, target.scope());
    AdmissionAttributes attributes =
        binding.attributes(exchange, Operation.CREATE, options, placed, Optional.empty());
    MappingValue object = admission.admit(exchange, attributes).object().orElse(placed);
    if (!Meta.name(object).equals(target.scope().name())) {
      throw Refusal.of(Status.badRequest("name in URL does not match name in Binding object"));
    }
    check(object);
    admission.validate(exchange, attributes.withObject(object));
    MappingValue pod = Store.get(exchange, target.scope());
    checkUnbound(pod, target.scope());
    Store.put(exchange, bound(pod, object, exchange.state().now()), options.isDryRun());
    exchange.trace(Stage.STORAGE, "", "bound", target.scope().ref().toString());
    return exchange.answer(Status.created());
  }

  /** Mirrors {@code ValidatePodBinding}; upstream answers with the bare errors. */
  private static void check(MappingValue binding) throws Refusal {
    Fields target = Fields.of(binding.get("target"));
    List<FieldError> errors = new ArrayList<>();
    String kind = target.text("kind");
    if (!kind.isEmpty() && !kind.equals("Node")) {
      errors.add(FieldError.notSupported(
          FieldPath.of("target", "kind"), kind, List.of("Node", "<empty>")));
    }
    if (target.text("name").isEmpty()) {
      errors.add(FieldError.required(FieldPath.of("target", "name"), ""));
    }
    if (!errors.isEmpty()) {
      throw Refusal.of(Status.plain(500, "", FieldError.aggregate(errors)));
    }
  }

  private static void checkUnbound(MappingValue pod, Scope scope) throws Refusal {
    Fields spec = Fields.of(pod.get("spec"));
    String node = spec.text("nodeName");
    String why = "";
    if (Meta.has(pod, "deletionTimestamp")) {
      why = "pod " + scope.name() + " is being deleted, cannot be assigned to a host";
    } else if (!node.isEmpty()) {
      why = "pod " + scope.name() + " is already assigned to node \"" + node + "\"";
    } else if (!spec.list("schedulingGates", Fields::tree).isEmpty()) {
      why = "pod " + scope.name() + " has non-empty .spec.schedulingGates";
    }
    if (!why.isEmpty()) {
      throw Refusal.of(Status.conflict("", "pods/binding", scope.name(), why));
    }
  }

  private static MappingValue bound(MappingValue pod, MappingValue binding, Instant now) {
    String node = Fields.of(binding.get("target")).text("name");
    MappingValue spec = Fields.of(pod.get("spec")).tree().with("nodeName", ScalarValue.of(node));
    MappingValue status = scheduled(Fields.of(pod.get("status")), now);
    MappingValue bound = pod.with("spec", spec).with("status", status);
    bound = merged(bound, "annotations", binding);
    return merged(bound, "labels", binding);
  }

  private static MappingValue merged(MappingValue pod, String field, MappingValue binding) {
    Map<String, String> added = Meta.of(binding).stringMap(field);
    if (added.isEmpty()) {
      return pod;
    }
    MappingValue all = Fields.of(Meta.of(pod).value(field)).tree();
    for (Map.Entry<String, String> entry : added.entrySet()) {
      all = all.with(entry.getKey(), ScalarValue.of(entry.getValue()));
    }
    return Meta.with(pod, field, all);
  }

  private static MappingValue scheduled(Fields status, Instant now) {
    List<Value> conditions = new ArrayList<>();
    for (MappingValue condition : status.list("conditions", Fields::tree)) {
      if (!Fields.of(condition).text("type").equals("PodScheduled")) {
        conditions.add(condition);
      }
    }
    Map<String, Value> condition = new LinkedHashMap<>();
    condition.put("type", ScalarValue.of("PodScheduled"));
    condition.put("status", ScalarValue.of("True"));
    condition.put("lastProbeTime", ScalarValue.ofNull());
    condition.put("lastTransitionTime", Stamps.time(now));
    conditions.add(MappingValue.of(condition));
    return status.tree().with("conditions", SequenceValue.of(conditions));
  }
}
